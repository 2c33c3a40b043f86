package dev.redraft.configuration;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.patch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class The_page_of_a_version {
    private static final String PAGE = "/configurations/billing/test";

    @BeforeEach
    void billing() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        configuration("ann", "billing", "{\"server.port\":80,\"server.host\":\"a\",\"pool.max\":10,\"plain\":1}");
    }

    private static void write(String who, String patch) {
        as(who).contentType("application/json-patch+json")
                .body(patch.replace('\'', '"'))
                .patch("/api" + PAGE + "/content?message=Why")
                .then()
                .statusCode(200);
    }

    private static String page(String query) {
        return as("bob").get(PAGE + query).then().statusCode(200).extract().asString();
    }

    @Nested
    class That_is_not_live {
        @BeforeEach
        void live_goes_on() {
            write("bob", "[{'op':'replace','path':'/pool.max','value':4711}]");
        }

        @Test
        void is_found_by_number_and_says_that_it_is_not_live() {
            assertThat(page("?version=1"))
                    .contains("This is not live.")
                    .contains("<title>billing / test at v1")
                    .doesNotContain("4711");
            assertThat(page("?version=2")).doesNotContain("This is not live.").contains("4711");
            as("bob").get(PAGE + "?version=3").then().statusCode(404);
            as("bob").get(PAGE + "?version=x").then().statusCode(400);
        }

        @Test
        void is_found_by_moment_with_or_without_a_zone() {
            var moment = as("ann")
                    .get("/api" + PAGE + "/versions/1")
                    .path("activatedAt")
                    .toString();
            assertThat(page("?at=" + moment)).contains("This is not live.").doesNotContain("4711");
            assertThat(page("?at=2199-01-01T00:00")).contains("4711");
            as("bob").get(PAGE + "?at=1999-01-01T00:00").then().statusCode(404);
            as("bob").get(PAGE + "?at=yesterday").then().statusCode(400);
        }

        @Test
        void keeps_its_version_in_every_link() {
            assertThat(page("?version=1&prefix=server."))
                    .contains("server.port")
                    .doesNotContain("pool.max")
                    .contains("name=\"version\" value=\"1\"")
                    .contains("export?format=json&amp;version=1");
        }

        @Test
        void is_a_file_to_keep() {
            as("bob")
                    .get(PAGE + "/export?version=1")
                    .then()
                    .header("Content-Disposition", endsWith("billing-test-v1.json\""))
                    .body(not(containsString("4711")));
        }
    }

    @Nested
    class Tells_of_each_entry {
        @Test
        void who_set_it_and_in_which_version() {
            write("bob", "[{'op':'replace','path':'/pool.max','value':20}]");
            assertThat(page("?key=pool.max")).contains("v2 · bob");
            assertThat(page("?key=plain")).contains("v1 · ann");
        }
    }

    @Nested
    class Shows_the_beginnings_of_keys {
        @Test
        void level_by_level() {
            write("ann", "[{'op':'add','path':'/server.tls.on','value':true},{'op':'add','path':'/server','value':1}]");
            assertThat(page(""))
                    .contains("prefix=server.\"")
                    .contains("prefix=pool.\"")
                    .doesNotContain("tls.\"");
            assertThat(page("?prefix=server."))
                    .contains("prefix=server.tls.\"")
                    .contains("All keys")
                    .doesNotContain("pool.max");
            assertThat(page("?prefix=server.tls.")).contains("server.tls.on").doesNotContain("server.port");
            assertThat(page("?prefix=nowhere.")).contains("No key begins with");
        }

        @Test
        void without_looking_at_every_key() {
            var many = IntStream.range(0, 3_000)
                    .mapToObj("\"a.%05d\":1"::formatted)
                    .collect(Collectors.joining(",", "{", ",\"b.c\":1,\"b-d\":1}"));
            configuration("ann", "large", many);
            var page = as("bob").get("/configurations/large/test").asString();
            assertThat(page).contains("prefix=a.\"").contains("prefix=b.\"").doesNotContain("prefix=b-d");
        }
    }

    @Nested
    class Beside_a_draft_of_mine {
        @Test
        void offers_to_resume_review_or_start_fresh() {
            var draft = draft("bob", "billing");
            patch("bob", draft, "[{'op':'replace','path':'/pool.max','value':11}]");
            assertThat(page(""))
                    .contains("Resume your draft")
                    .contains("1 change on v1")
                    .contains("/drafts/" + draft + "/review")
                    .contains("Cancel it and start fresh");
        }

        @Test
        void tells_how_much_of_it_overlaps_with_what_others_changed() {
            var draft = draft("bob", "billing");
            patch("bob", draft, "[{'op':'replace','path':'/pool.max','value':11},{'op':'remove','path':'/plain'}]");
            write("ann", "[{'op':'replace','path':'/pool.max','value':12}]");
            assertThat(page("")).contains("2 changes on v1; live is v2").contains("/drafts/" + draft + "/resume");
            as("bob")
                    .get("/drafts/" + draft + "/resume")
                    .then()
                    .statusCode(200)
                    .body(containsString("<b>1 overlaps</b>"));
            as("ann").get("/drafts/" + draft + "/resume").then().statusCode(404);
        }

        @Test
        void cancels_it_and_starts_on_what_is_live_now() {
            var draft = draft("bob", "billing");
            patch("bob", draft, "[{'op':'replace','path':'/pool.max','value':11}]");
            write("ann", "[{'op':'replace','path':'/pool.max','value':12}]");
            replace(draft, "0").statusCode(412);
            replace(draft, "1").statusCode(303);
            assertThat(page("")).contains("0 changes on v2");
            command("bob", draft, "reopen").then().statusCode(409);
        }

        private static io.restassured.response.ValidatableResponse replace(String draft, String stamp) {
            return as("bob")
                    .redirects()
                    .follow(false)
                    .formParam("stamp", stamp)
                    .post("/drafts/" + draft + "/replaced")
                    .then();
        }
    }
}
