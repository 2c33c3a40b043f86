package dev.redraft.draft;

import static dev.redraft.People.as;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.held;
import static dev.redraft.Walk.live;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EditorPagesTest {
    private static final String CONTENT =
            "{\"name\":\"billing\",\"pool\":{\"min\":1,\"max\":10},\"ports\":[1,2,3],\"nul\":\"a\\u0000b\",\"rate\":1.50}";

    private String draft = "";

    @BeforeEach
    void a_draft_of_ann() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        People.present("root", Role.ADMINISTRATOR);
        People.present("vic", Role.VIEWER);
        configuration("ann", "billing", CONTENT);
        draft = draft("ann", "billing");
    }

    @Nested
    class Is_shown {
        @Test
        void to_its_owner_with_every_value_as_it_was_written() {
            as("ann")
                    .get(page())
                    .then()
                    .statusCode(200)
                    .contentType("text/html")
                    .body(containsString("1.50"))
                    .body(containsString("a␀b"))
                    .body(containsString("<title>billing / test — draft (0)"));
        }

        @Test
        void to_nobody_else_but_administrators_who_cannot_change_it() {
            as("bob").get(page()).then().statusCode(404);
            as("vic").get(page()).then().statusCode(403);
            as("root")
                    .get(page())
                    .then()
                    .statusCode(200)
                    .body(containsString("ann's draft"))
                    .body(not(containsString("name=\"deed\"")));
        }

        @Test
        void without_any_markup_that_somebody_wrote_into_it() {
            patch("ann", draft, "[{'op':'add','path':'/<b>','value':{'<script>alert(1)</script>':'<img src=x>'}}]");
            as("ann")
                    .get(page())
                    .then()
                    .statusCode(200)
                    .body(not(containsString("<script>alert")))
                    .body(not(containsString("<img src=x")))
                    .body(not(containsString("<b>\"")))
                    .body(containsString("&lt;script&gt;alert(1)"));
        }

        @Test
        void with_what_is_live_beside_what_is_changed_and_removed() {
            patch("ann", draft, "[{'op':'replace','path':'/pool/max','value':20},{'op':'remove','path':'/name'}]");
            as("ann")
                    .get(page() + "?only=changed")
                    .then()
                    .body(containsString("<s class=\"was\" title=\"Live\">10</s>"))
                    .body(containsString("<s class=\"was\">billing</s>"))
                    .body(not(containsString("ports")))
                    .body(containsString("● billing / test — draft (2)"));
        }

        @Test
        void a_page_at_a_time() {
            var many = new StringBuilder("{");
            for (var i = 0; i < 150; i++) {
                many.append("\"key-%03d\":%d,".formatted(i, i));
            }
            configuration("ann", "large", many.append("\"last\":1}").toString());
            var large = "/drafts/" + draft("ann", "large");
            var first = as("ann").get(large).asString();
            assertThat(first).contains("key-099").doesNotContain("key-100");
            var next = first.replaceAll("(?s).*(after=[A-Za-z0-9_-]+).*", "$1");
            as("ann")
                    .get(large + "?" + next)
                    .then()
                    .body(containsString("key-100"))
                    .body(containsString("last"))
                    .body(not(containsString("key-099")));
        }
    }

    @Nested
    class Is_changed {
        @Test
        void by_its_owner_alone() {
            set("bob", "/pool/max", "number", "20", stamp()).then().statusCode(404);
            set("root", "/pool/max", "number", "20", stamp()).then().statusCode(403);
            assertThat(held("ann", draft)).contains("'max':10");
        }

        @Test
        void and_leads_back_to_the_page_so_that_reloading_sends_nothing_again() {
            set("ann", "/pool/max", "number", "20.0", stamp())
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith(page() + "?said=saved"));
            assertThat(held("ann", draft)).contains("'max':20.0");
            assertThat(live("bob", "billing")).contains("'max':10");
            as("ann").get(page() + "?said=saved").then().body(containsString("Saved: set pool.max to 20.0. 1 change."));
        }

        @Test
        void not_into_something_of_another_type_and_what_was_typed_stays() {
            set("ann", "/pool/max", "number", "twenty<", stamp())
                    .then()
                    .statusCode(422)
                    .body(containsString("This is no number."))
                    .body(containsString("twenty&lt;</textarea>"))
                    .body(containsString("<option value=\"number\" selected>"));
            set("ann", "/pool", "json", "{\"max\":", stamp())
                    .then()
                    .statusCode(422)
                    .body(containsString("{&quot;max&quot;:</textarea>"));
            assertThat(shown("ann", draft).getInt("stamp")).isZero();
        }

        @Test
        void not_over_a_change_that_the_page_did_not_show() {
            var old = stamp();
            patch("ann", draft, "[{'op':'replace','path':'/pool/max','value':15}]");
            set("ann", "/pool/max", "number", "20", old)
                    .then()
                    .statusCode(412)
                    .body(containsString("changed in another window"))
                    .body(containsString("20</textarea>"))
                    .body(containsString("data-stamp=\"1\""));
            assertThat(held("ann", draft)).contains("'max':15");
        }

        @Test
        void by_adding_but_not_where_something_is() {
            form("ann", "add", "/pool", stamp())
                    .formParam("name", "max")
                    .post(changes())
                    .then()
                    .statusCode(409);
            form("ann", "add", "", stamp())
                    .formParam("name", "new/key")
                    .post(changes())
                    .then()
                    .statusCode(303);
            assertThat(held("ann", draft)).contains("'new/key':'x'").contains("'max':10");
        }

        @Test
        void by_renaming_and_removing() {
            form("ann", "rename", "/name", stamp())
                    .formParam("name", "title")
                    .post(changes())
                    .then()
                    .statusCode(303);
            form("ann", "remove", "/ports/1", stamp()).post(changes()).then().statusCode(303);
            assertThat(held("ann", draft)).contains("'title':'billing'").contains("'ports':[1,3]");
        }
    }

    @Nested
    class Goes_back_and_forth {
        @Test
        void step_by_step_and_to_a_step() {
            patch("ann", draft, "[{'op':'replace','path':'/pool/max','value':20}]");
            patch("ann", draft, "[{'op':'remove','path':'/name'}]");
            step("undone").then().statusCode(303).header("Location", endsWith("said=undone"));
            as("ann").get(page() + "?said=undone").then().body(containsString("Undone: remove name. 1 change."));
            step("redone").then().statusCode(303);
            as("ann")
                    .redirects()
                    .follow(false)
                    .formParam("stamp", stamp())
                    .formParam("to", 0)
                    .post(page() + "/steps/undone")
                    .then()
                    .statusCode(303);
            assertThat(shown("ann", draft).getInt("changes")).isZero();
            as("ann")
                    .get(page() + "/steps")
                    .then()
                    .body(containsString("undone"))
                    .body(containsString("Redo to here"));
        }

        @Test
        void and_says_so_where_there_is_nothing() {
            step("undone").then().statusCode(409).body(containsString("There is nothing to undo."));
        }

        private Response step(String deed) {
            return as("ann")
                    .redirects()
                    .follow(false)
                    .formParam("stamp", stamp())
                    .post(page() + "/steps/" + deed);
        }
    }

    @Nested
    class Is_reviewed {
        @Test
        void and_committed_with_a_message() {
            patch("ann", draft, "[{'op':'replace','path':'/pool/max','value':'10'}]");
            as("ann")
                    .get(page() + "/review")
                    .then()
                    .statusCode(200)
                    .body(containsString("number → text"))
                    .body(containsString("Commit as v2"));
            commit("more & more").then().statusCode(303).header("Location", endsWith("?committed=2"));
            as("bob").get("/configurations/billing/test").then().body(containsString("<q>more &amp; more</q>"));
            as("ann").get(page()).then().statusCode(200).body(containsString("committed as v2"));
        }

        @Test
        void and_not_committed_over_what_others_committed_and_the_message_stays() {
            patch("ann", draft, "[{'op':'replace','path':'/pool/max','value':20}]");
            as("bob")
                    .contentType("application/merge-patch+json")
                    .body("{\"pool\":{\"max\":30}}")
                    .patch("/api/configurations/billing/test/content");
            commit("my message")
                    .then()
                    .statusCode(409)
                    .body(containsString("Live moved from v1 to v2"))
                    .body(containsString("/pool/max"))
                    .body(containsString("my message</textarea>"));
        }

        @Test
        void and_not_committed_without_a_change() {
            commit("").then().statusCode(409).body(containsString("There is nothing to commit"));
        }

        private Response commit(String message) {
            return as("ann")
                    .redirects()
                    .follow(false)
                    .formParam("stamp", stamp())
                    .formParam("message", message)
                    .post(page() + "/review/committed");
        }
    }

    @Nested
    class Is_cancelled {
        @Test
        void and_reopened() {
            as("ann")
                    .redirects()
                    .follow(false)
                    .formParam("stamp", stamp())
                    .post(page() + "/cancelled")
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith("/drafts?cancelled=" + draft));
            as("ann")
                    .get("/drafts?cancelled=" + draft)
                    .then()
                    .body(containsString("is cancelled."))
                    .body(containsString("/reopened"));
            as("ann").get(page()).then().statusCode(200).body(containsString("Reopen"));
            as("ann")
                    .redirects()
                    .follow(false)
                    .formParam("stamp", stamp())
                    .post(page() + "/reopened")
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith(page()));
        }
    }

    private String page() {
        return "/drafts/" + draft;
    }

    private String changes() {
        return page() + "/changes";
    }

    private String stamp() {
        return shown("ann", draft).getString("stamp");
    }

    private static io.restassured.specification.RequestSpecification form(
            String who, String deed, String path, String stamp) {
        return as(who).redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("deed", deed)
                .formParam("path", path)
                .formParam("type", "text")
                .formParam("value", "x")
                .formParam("stamp", stamp);
    }

    private Response set(String who, String path, String type, String value, String stamp) {
        return as(who).redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("deed", "set")
                .formParam("path", path)
                .formParam("type", type)
                .formParam("value", value)
                .formParam("stamp", stamp)
                .post(changes());
    }
}
