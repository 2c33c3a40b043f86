package dev.redraft.configuration;

import static dev.redraft.People.as;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.patch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class The_start_page {
    @BeforeEach
    void two_configurations() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        People.present("carl", Role.EDITOR);
        People.present("vic", Role.VIEWER);
        configuration("ann", "billing", "{\"rate\":1}");
        configuration("ann", "shipping", "{\"fee\":2}");
    }

    private static String page(String who, String query) {
        return as(who).urlEncodingEnabled(false)
                .get("/" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Nested
    class Tells_of_drafts_of_others {
        @Test
        void that_they_are_there_and_whose_they_are() {
            draft("bob", "billing");
            draft("carl", "billing");
            assertThat(page("ann", "")).contains("Being edited by bob and carl");
        }

        @Test
        void but_no_key_and_no_value_and_nothing_of_it_to_viewers() {
            patch("bob", draft("bob", "billing"), "[{'op':'add','path':'/secret-key','value':'secret-value'}]");
            assertThat(page("ann", "")).contains("bob").doesNotContain("secret");
            as("ann")
                    .get("/configurations/billing/test")
                    .then()
                    .body(containsString("Being edited by bob"))
                    .body(not(containsString("secret")));
            assertThat(page("vic", "")).doesNotContain("bob");
            as("vic").get("/configurations/billing/test").then().body(not(containsString("bob")));
        }

        @Test
        void and_of_none_once_they_ended() {
            var draft = draft("bob", "billing");
            as("bob").delete("/api/drafts/" + draft).then().statusCode(200);
            assertThat(page("ann", "")).doesNotContain("Being edited");
        }
    }

    @Nested
    class Is_filtered {
        @Test
        void by_a_part_of_a_name_or_title() {
            assertThat(page("vic", "?query=SHIP")).contains("shipping").doesNotContain("billing");
            assertThat(page("vic", "?query=billing%20%2F%20te"))
                    .contains("/configurations/billing/test")
                    .doesNotContain("shipping");
            assertThat(page("vic", "?query=nothing-like-it")).contains("No configuration is like that.");
            assertThat(page("vic", "?query=%25_%27")).contains("No configuration is like that.");
        }

        @Test
        void by_whose_drafts_are_open() {
            draft("ann", "billing");
            draft("bob", "shipping");
            assertThat(page("ann", "?show=mine")).contains("billing").doesNotContain("shipping");
            assertThat(page("ann", "?show=drafts")).contains("billing").contains("shipping");
            assertThat(page("carl", "?show=mine")).doesNotContain("billing");
        }
    }

    @Nested
    class An_archived_configuration {
        @Test
        void is_listed_apart_and_brought_back() {
            move("archived", 0).then().statusCode(303);
            assertThat(page("ann", "")).doesNotContain("billing");
            assertThat(page("ann", "?show=archived")).contains("Archived at v1").contains("Bring back");
            assertThat(page("vic", "?show=archived")).contains("Archived at v1").doesNotContain("Bring back");
            move("brought-back", 1).then().statusCode(303);
            assertThat(page("ann", "")).contains("billing");
        }

        @Test
        void was_not_changed_by_whoever_looked_at_an_older_page() {
            as("ann")
                    .redirects()
                    .follow(false)
                    .formParam("title", "New")
                    .formParam("description", "")
                    .formParam("edition", 0)
                    .post("/configurations/billing/test/about")
                    .then()
                    .statusCode(303);
            move("archived", 0).then().statusCode(412).body(containsString("Nothing was overwritten"));
            assertThat(page("ann", "")).contains("billing").contains("New");
        }

        private static io.restassured.response.Response move(String where, int edition) {
            return as("ann")
                    .redirects()
                    .follow(false)
                    .formParam("edition", edition)
                    .post("/configurations/billing/test/about/" + where);
        }
    }

    @Nested
    class The_chip_of_my_drafts {
        @Test
        void is_on_every_page_and_counts_what_is_mine() {
            var billing = draft("ann", "billing");
            patch("ann", billing, "[{'op':'replace','path':'/rate','value':9},{'op':'add','path':'/b','value':1}]");
            draft("ann", "shipping");
            draft("bob", "billing");
            for (var page : new String[] {"/", "/configurations/billing/test", "/drafts/" + billing, "/password"}) {
                as("ann").get(page).then().body(containsString("2 drafts · 2 changes"));
            }
            as("bob").get("/").then().body(containsString("1 draft · 0 changes"));
            as("carl").get("/").then().body(not(containsString("chip draft")));
            as("vic").get("/").then().body(not(containsString("chip draft")));
        }
    }
}
