package dev.redraft.history;

import static dev.redraft.People.as;
import static dev.redraft.People.signedIn;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.held;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class The_page_of_what_a_version_did {
    private static final String PAGE = "/configurations/billing/test/versions/";

    @BeforeEach
    void three_versions() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("vic", Role.VIEWER);
        configuration("ann", "billing", "{\"pool\":10,\"old\":true}");
        write("ann", "billing", "[{'op':'replace','path':'/pool','value':20}]");
        write("ann", "billing", "[{'op':'remove','path':'/old'}]");
    }

    private static String page(String who, String which) {
        return as(who).get(PAGE + which).then().statusCode(200).extract().asString();
    }

    @Test
    void tells_who_made_it_when_what_it_changed_and_by_which_steps() {
        assertThat(page("vic", "2"))
                .contains("1 changed")
                .contains("By 1 step")
                .contains("set pool to 20")
                .contains("compare?from=2&amp;to=3")
                .doesNotContain("/rollback");
        assertThat(page("vic", "3")).contains("Live v3").contains("so far");
        assertThat(page("vic", "0")).contains("it was created, empty");
        as("vic").get(PAGE + "4").then().statusCode(404);
        as("vic").get(PAGE + "x").then().statusCode(400);
    }

    @Test
    void leads_editors_back() {
        assertThat(page("ann", "2")).contains(PAGE + "2/rollback").contains(PAGE + "2/undo");
        assertThat(page("ann", "3")).doesNotContain(PAGE + "3/rollback").contains(PAGE + "3/undo");
        as("ann")
                .get("/configurations/billing/test/history")
                .then()
                .body(containsString(PAGE + "1/rollback"))
                .body(not(containsString(PAGE + "3/rollback")));
        as("vic").get("/configurations/billing/test/history").then().body(not(containsString("/rollback")));
    }

    @Test
    void says_which_version_it_rolls_back_to_or_undoes() {
        var draft = as("ann")
                .contentType("application/json")
                .post("/api" + PAGE + "2/undo")
                .path("id")
                .toString();
        as("ann").get("/drafts/" + draft + "/steps").then().body(containsString("undoes v2"));
        command("ann", draft, "commit");
        assertThat(page("vic", "4")).contains("undoes v2").contains("undo v2");
        as("vic")
                .get("/api" + PAGE + "4")
                .then()
                .body("origins[0].kind", equalTo("undone-commit"))
                .body("origins[0].version", equalTo(2));
        as("vic").get("/configurations/billing/test/history").then().body(containsString("undoes v2"));
        as("vic").get("/api" + PAGE + "3").then().body("origins.size()", equalTo(0));
    }

    @Nested
    class Shows_the_way_back_before_it_is_gone {
        private Response sent(String way, String field, String value) {
            return signedIn("ann").formParam(field, value).post(PAGE + way);
        }

        @Test
        void and_starts_a_draft_when_asked_to() {
            assertThat(page("ann", "1/rollback"))
                    .contains("Roll back to v1")
                    .contains("1 changed, 1 added")
                    .contains("nothing done yet");
            assertThat(People.strings("select 1 from revision where state = 'DRAFT'"))
                    .isEmpty();
            var location = sent("1/rollback", "live", "3")
                    .then()
                    .statusCode(303)
                    .extract()
                    .header("Location");
            assertThat(location).matches("/drafts/[-0-9a-f]+\\?said=saved");
            assertThat(held("ann", draft("ann", "billing"))).isEqualTo("{'pool':10,'old':true}");
        }

        @Test
        void and_does_nothing_if_live_moved_since_it_was_shown() {
            write("ann", "billing", "[{'op':'add','path':'/new','value':1}]");
            sent("1/rollback", "live", "3")
                    .then()
                    .statusCode(409)
                    .body(containsString("Live moved on to v4"))
                    .body(containsString("1 changed, 1 added, 1 removed"));
            assertThat(People.strings("select 1 from revision where state = 'DRAFT'"))
                    .isEmpty();
        }

        @Test
        void with_what_was_changed_again_since() {
            write("ann", "billing", "[{'op':'replace','path':'/pool','value':30}]");
            assertThat(page("ann", "2/undo"))
                    .contains("1 place changed again since v2")
                    .contains("Before v2")
                    .contains(">20<")
                    .contains(">30<");
            sent("2/undo", "live", "4")
                    .then()
                    .statusCode(303)
                    .header("Location", org.hamcrest.Matchers.endsWith("/update"));
        }

        @Test
        void in_the_draft_that_is_open_or_not_at_all() {
            var mine = draft("ann", "billing");
            patch("ann", mine, "[{'op':'replace','path':'/pool','value':99}]");
            assertThat(page("ann", "1/rollback"))
                    .contains("You have an open draft")
                    .contains("Roll back to v1 in my draft")
                    .contains("Look at my draft first")
                    .contains(">99<");
            sent("1/rollback", "live", "3").then().statusCode(409).body(containsString("You have an open draft"));
            signedIn("ann")
                    .formParam("into", mine)
                    .formParam("stamp", "0")
                    .post(PAGE + "1/rollback")
                    .then()
                    .statusCode(412);
            signedIn("ann")
                    .formParam("into", mine)
                    .formParam("stamp", "1")
                    .post(PAGE + "1/rollback")
                    .then()
                    .statusCode(303);
            assertThat(held("ann", mine)).isEqualTo("{'pool':10,'old':true}");
            write("ann", "billing", "[{'op':'add','path':'/new','value':1}]");
            assertThat(page("ann", "1/rollback")).contains("Update my draft").doesNotContain("in my draft</button>");
        }

        @Test
        void unless_there_is_nothing_to_do() {
            assertThat(page("ann", "3/rollback")).contains("there is nothing to roll back");
            as("ann").get(PAGE + "9/undo").then().statusCode(404);
            as("vic").get(PAGE + "1/rollback").then().statusCode(403);
            as("ann").get(PAGE + "1/elsewhere").then().statusCode(404);
        }
    }
}
