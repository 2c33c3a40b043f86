package dev.redraft.configuration;

import static dev.redraft.People.as;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConfigurationPagesTest {
    @BeforeEach
    void people() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("vic", Role.VIEWER);
    }

    @Test
    void an_empty_start_offers_ways_to_begin_to_editors() {
        as("ann").get("/").then().statusCode(200).body(containsString("Load the sample"));
        as("vic").get("/").then().statusCode(200).body(not(containsString("Load the sample")));
    }

    @Test
    void the_sample_is_loaded_once() {
        for (var i = 0; i < 2; i++) {
            as("ann")
                    .redirects()
                    .follow(false)
                    .post("/configurations/sample")
                    .then()
                    .statusCode(303);
        }
        as("ann").get("/").then().body(containsString("Live v1")).body(containsString("production"));
        as("vic")
                .redirects()
                .follow(false)
                .post("/configurations/sample")
                .then()
                .statusCode(403);
    }

    @Test
    void a_file_becomes_version_1() {
        as("ann")
                .redirects()
                .follow(false)
                .multiPart("application", "billing")
                .multiPart("environment", "test")
                .multiPart("title", "Billing")
                .multiPart("file", "billing.properties", "pool.max=10\n".getBytes(StandardCharsets.UTF_8))
                .post("/configurations")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/configurations/billing/test"));
        assertThat(live("vic", "billing")).isEqualTo("{'pool.max':'10'}");
    }

    @Test
    void a_file_that_cannot_be_read_leaves_nothing_and_what_was_typed_stays() {
        as("ann")
                .multiPart("application", "billing")
                .multiPart("environment", "test")
                .multiPart("title", "")
                .multiPart("file", "billing.json", "{\"a\":".getBytes(StandardCharsets.UTF_8))
                .post("/configurations")
                .then()
                .statusCode(422)
                .body(containsString("value=\"billing\""))
                .body(containsString("Line 1"));
        as("ann").get("/configurations/billing/test").then().statusCode(404);
    }

    @Test
    void a_name_that_is_taken_is_told() {
        configuration("ann", "billing", "{\"a\":1}");
        as("ann")
                .multiPart("application", "billing")
                .multiPart("environment", "test")
                .multiPart("title", "")
                .post("/configurations")
                .then()
                .statusCode(409)
                .body(containsString("There is already a configuration billing/test."));
    }

    @Test
    void what_is_live_is_shown_to_viewers_who_cannot_edit_it() {
        configuration(
                "ann",
                "billing",
                "{\"rate\":1.50,\"text\":\"<i>\\u0000\\u202e\",\"deep\":{\"er\":{\"est\":\"needle\"}}}");
        as("vic")
                .get("/configurations/billing/test")
                .then()
                .statusCode(200)
                .body(containsString("Live v1"))
                .body(containsString("1.50"))
                .body(containsString("&lt;i&gt;␀⟨U+202E⟩"))
                .body(not(containsString("action=\"/drafts\"")));
        as("vic")
                .get("/configurations/billing/test?query=NEEDLE")
                .then()
                .body(containsString("needle"))
                .body(not(containsString("1.50")));
        as("vic")
                .redirects()
                .follow(false)
                .formParam("application", "billing")
                .formParam("environment", "test")
                .post("/drafts")
                .then()
                .statusCode(403);
    }

    @Test
    void an_open_draft_is_resumed() {
        configuration("ann", "billing", "{\"a\":1}");
        as("ann").get("/configurations/billing/test").then().body(containsString(">Edit</button>"));
        var draft = draft("ann", "billing");
        as("ann")
                .get("/configurations/billing/test")
                .then()
                .body(containsString("Resume your draft"))
                .body(containsString(draft));
        as("vic").get("/configurations/billing/test").then().body(not(containsString(draft)));
        as("vic").get("/").then().body(not(containsString("My draft")));
    }

    @Test
    void an_export_is_a_file_of_what_is_live() {
        configuration("ann", "billing", "{\"rate\":1.50}");
        as("vic")
                .get("/configurations/billing/test/export?format=yaml")
                .then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"billing-test-v1.yaml\"")
                .body(containsString("rate: 1.50"));
    }
}
