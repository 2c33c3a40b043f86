package dev.redraft.draft;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.held;
import static dev.redraft.Walk.live;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.shown;
import static dev.redraft.Walk.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class The_review_page {
    private String draft = "";

    @BeforeEach
    void ann_changed_two_entries() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        configuration("ann", "billing", "{\"pool\":{\"min\":1,\"max\":10},\"name\":\"x\",\"note\":\"n\"}");
        draft = draft("ann", "billing");
        ann("[{'op':'replace','path':'/pool/max','value':20}]");
        ann("[{'op':'replace','path':'/note','value':'anns'}]");
    }

    @Nested
    class Where_live_moved {
        @Test
        void without_overlap_offers_to_update_and_commit_in_one_go() {
            bob("[{'op':'replace','path':'/name','value':'y'}]");
            review().then().body(containsString("Update and commit as v3"));
            commit(form().formParam("moved", "update"))
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith("?committed=3"));
            assertThat(live("bob", "billing"))
                    .contains("'max':20")
                    .contains("'name':'y'")
                    .contains("'note':'anns'");
        }

        @Test
        void over_what_was_changed_leads_to_the_update() {
            bob("[{'op':'replace','path':'/pool/max','value':30}]");
            review().then()
                    .body(not(containsString("Update and commit")))
                    .body(containsString("/drafts/" + draft + "/update\""))
                    .body(containsString("disabled>Commit as v3"));
            commit(form().formParam("moved", "update").formParam("message", "kept"))
                    .then()
                    .statusCode(409)
                    .body(containsString("changed the same places differently"))
                    .body(containsString("kept</textarea>"));
            assertThat(live("bob", "billing")).contains("'max':30").contains("'note':'n'");
        }
    }

    @Nested
    class Where_some_entries_are_ticked {
        @Test
        void commits_those_and_leads_back_to_what_is_left() {
            review().then().body(containsString("name=\"keys\" value=\"pool\" form=\"commit\" checked"));
            commit(form().formParam("choosing", 2).formParam("keys", "pool"))
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith("/drafts/" + draft + "?said=committed"));
            assertThat(live("bob", "billing")).contains("'max':20").contains("'note':'n'");
            assertThat(held("ann", draft)).contains("'note':'anns'");
            as("ann")
                    .get("/drafts/" + draft + "?said=committed")
                    .then()
                    .body(containsString("Committed as v2. What is left stays in this draft. 1 change.</p>"));
        }

        @Test
        void commits_all_of_it_where_all_are() {
            commit(form().formParam("choosing", 2).formParam("keys", "pool", "note"))
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith("?committed=2"));
        }

        @Test
        void brings_them_up_to_date_on_the_way() {
            bob("[{'op':'replace','path':'/name','value':'y'}]");
            commit(form().formParam("choosing", 2).formParam("keys", "note").formParam("moved", "update"))
                    .then()
                    .statusCode(303);
            assertThat(live("bob", "billing"))
                    .contains("'max':10")
                    .contains("'name':'y'")
                    .contains("'note':'anns'");
        }

        @Test
        void commits_nothing_where_none_is() {
            commit(form().formParam("choosing", 2))
                    .then()
                    .statusCode(422)
                    .body(containsString("tick at least one entry"))
                    .body(not(containsString("form=\"commit\" checked")));
        }

        @Test
        void tells_what_cannot_be_told_from_the_rest_and_keeps_the_ticks() {
            ann("[{'op':'move','from':'/name','path':'/pool/name'}]");
            commit(form().formParam("choosing", 3).formParam("keys", "pool").formParam("message", "part"))
                    .then()
                    .statusCode(409)
                    .body(containsString("A step moves a value between an entry"))
                    .body(containsString("value=\"pool\" form=\"commit\" checked"))
                    .body(not(containsString("value=\"note\" form=\"commit\" checked")))
                    .body(containsString("part</textarea>"));
            assertThat(live("bob", "billing")).contains("'max':10");
        }
    }

    @Nested
    class Where_a_text_of_many_lines_changed {
        private static final String LINES = IntStream.rangeClosed(1, 40)
                .mapToObj("line %d of it"::formatted)
                .collect(Collectors.joining("\\n"));

        @BeforeEach
        void a_line_in_the_middle() {
            bob("[{'op':'add','path':'/script','value':'" + LINES + "'}]");
            command("ann", draft, "rebase").then().statusCode(200);
            ann("[{'op':'replace','path':'/script','value':'"
                    + LINES.replace("line 20 of it", "line 20 of </script>{{7*7}}")
                            .replace("line 30 of it\\n", "")
                    + "'}]");
        }

        @Test
        void shows_the_lines_and_the_words_that_differ_and_folds_the_others() {
            review().then()
                    .body(containsString("line 20 of <del>it</del></code>"))
                    .body(containsString("line 20 of <ins>&lt;/script&gt;{{7*7}}</ins></code>"))
                    .body(containsString(
                            "−<span class=\"unseen\">removed:</span></span><code><del>line 30 of it</del>"))
                    .body(containsString("<summary>16 lines the same</summary>"));
        }
    }

    @Test
    void flags_a_change_of_type() {
        ann("[{'op':'replace','path':'/pool/max','value':'20'}]");
        review().then().body(containsString("<span class=\"chip warning\">number → text</span>"));
    }

    private void ann(String patch) {
        patch("ann", draft, patch).then().statusCode(200);
    }

    private static void bob(String patch) {
        write("bob", "billing", patch).then().statusCode(200);
    }

    private Response review() {
        return as("ann").get("/drafts/" + draft + "/review");
    }

    private RequestSpecification form() {
        return as("ann")
                .redirects()
                .follow(false)
                .formParam("stamp", shown("ann", draft).getString("stamp"));
    }

    private Response commit(RequestSpecification form) {
        return form.post("/drafts/" + draft + "/review/committed");
    }
}
