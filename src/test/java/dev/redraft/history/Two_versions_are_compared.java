package dev.redraft.history;

import static dev.redraft.People.as;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class Two_versions_are_compared {
    private static final String COMPARE = "/api/configurations/billing/test/compare";

    /// v1 has all, v2 changes and adds, v3 takes some of that back and removes, v4 brings a removed one again.
    @BeforeEach
    void four_versions() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("vic", Role.VIEWER);
        configuration("ann", "billing", "{\"same\":1,\"there and back\":1,\"deep\":{\"a\":[1,2]},\"gone\":null}");
        commit("[{'op':'replace','path':'/there and back','value':2},{'op':'replace','path':'/deep/a/1','value':3}]");
        commit("[{'op':'replace','path':'/there and back','value':1},{'op':'remove','path':'/gone'},"
                + "{'op':'add','path':'/new','value':'<i>'}]");
        commit("[{'op':'add','path':'/gone','value':null},{'op':'remove','path':'/new'}]");
    }

    private static void commit(String patch) {
        as("ann")
                .contentType("application/json-patch+json")
                .body(patch.replace('\'', '"'))
                .patch(content("billing") + "?message=Because")
                .then()
                .statusCode(200);
    }

    private static String compared(int from, int to) {
        return as("vic")
                .get(COMPARE + "?from=" + from + "&to=" + to)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace('"', '\'');
    }

    @Nested
    class By_programs {
        @Test
        void entry_by_entry_and_place_by_place() {
            assertThat(compared(1, 2))
                    .isEqualTo("[{'key':'there and back','kind':'modified','before':1,'after':2,'paths':"
                            + "[{'path':'/there and back','kind':'modified','before':1,'after':2}]},"
                            + "{'key':'deep','kind':'modified','before':{'a':[1,2]},'after':{'a':[1,3]},'paths':"
                            + "[{'path':'/deep/a/1','kind':'modified','before':2,'after':3}]}]");
        }

        @Test
        void without_what_came_back_to_what_it_was() {
            assertThat(compared(1, 3)).doesNotContain("there and back").contains("'key':'gone','kind':'removed'");
            assertThat(compared(1, 4))
                    .doesNotContain("gone")
                    .doesNotContain("new")
                    .contains("deep");
            assertThat(compared(3, 3)).isEqualTo("[]");
        }

        @Test
        void in_both_directions_and_from_the_empty_beginning() {
            assertThat(compared(3, 2))
                    .contains("'key':'gone','kind':'added','after':null")
                    .contains("'key':'new','kind':'removed','before':'<i>'");
            assertThat(compared(0, 4))
                    .contains("same")
                    .contains("'kind':'added'")
                    .doesNotContain("removed");
        }

        @Test
        void once_for_all() {
            var tag = as("vic").get(COMPARE + "?from=1&to=2").header("ETag");
            as("vic")
                    .header("If-None-Match", tag)
                    .get(COMPARE + "?from=1&to=2")
                    .then()
                    .statusCode(304);
        }

        @Test
        void only_if_both_are_there() {
            as("vic").get(COMPARE + "?from=1&to=5").then().statusCode(404);
            as("vic").get(COMPARE + "?from=1").then().statusCode(400).body("parameter", equalTo("to"));
            as("vic").get(COMPARE + "?from=x&to=1").then().statusCode(400).body("parameter", equalTo("from"));
            as("vic")
                    .get("/api/configurations/none/test/compare?from=0&to=0")
                    .then()
                    .statusCode(404);
            as("nobody").get(COMPARE + "?from=1&to=2").then().statusCode(401);
        }
    }

    @Nested
    class By_people {
        @Test
        void from_the_list_of_versions() {
            as("vic")
                    .get("/configurations/billing/test/history")
                    .then()
                    .statusCode(200)
                    .body(containsString("Live v4"))
                    .body(containsString("Because"))
                    .body(containsString("2 changes"))
                    .body(containsString("so far"))
                    .body(containsString("history/compare?from=3&amp;to=4"));
            as("vic").get("/configurations/none/test/history").then().statusCode(404);
        }

        @Test
        void page_by_page() {
            var page = as("vic").get("/configurations/billing/test/history?after=2");
            page.then().statusCode(200).body(containsString(">v1</a>")).body(not(containsString("Live v4")));
        }

        @Test
        void side_by_side_without_any_markup_that_somebody_wrote() {
            as("vic")
                    .get("/configurations/billing/test/history/compare?from=2&to=3")
                    .then()
                    .statusCode(200)
                    .body(containsString("1 changed, 1 added, 1 removed"))
                    .body(containsString("&lt;i&gt;"))
                    .body(not(containsString("<i>")));
            as("vic")
                    .get("/configurations/billing/test/history/compare?from=2&to=2")
                    .then()
                    .body(containsString("Nothing differs between the two."));
        }
    }
}
