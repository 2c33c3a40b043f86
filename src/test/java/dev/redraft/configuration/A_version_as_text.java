package dev.redraft.configuration;

import static dev.redraft.People.as;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The page that shows a version as one text.
@QuarkusTest
class A_version_as_text {
    @BeforeEach
    void two_versions() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("vic", Role.VIEWER);
        Walk.configuration("ann", "billing", "{\"pool\":{\"max\":10},\"note\":\"</textarea><b>\"}");
        Walk.write("ann", "billing", "[{'op':'replace','path':'/pool/max','value':20}]");
    }

    private static ValidatableResponse page(String parameters) {
        return as("vic").get("/configurations/billing/test/text" + parameters).then();
    }

    @Test
    void is_json_or_yaml_and_only_to_be_read() {
        page("").statusCode(200)
                .body(containsString("&quot;max&quot;: 20"))
                .body(containsString(" readonly>"))
                .body(not(containsString("</textarea><b>")));
        page("?format=yaml").statusCode(200).body(containsString("max: 20"));
    }

    @Test
    void is_of_the_version_that_is_asked_for_and_says_whether_it_is_live() {
        page("?version=1")
                .statusCode(200)
                .body(allOf(containsString("&quot;max&quot;: 10"), containsString("This is not live.")));
        page("?version=7").statusCode(404);
        page("?version=x").statusCode(400);
    }

    @Test
    void shows_no_draft() {
        Walk.patch("ann", Walk.draft("ann", "billing"), "[{'op':'replace','path':'/pool/max','value':4711}]");
        as("ann").get("/configurations/billing/test/text").then().body(not(containsString("4711")));
    }

    @Test
    void leads_to_the_draft_of_whoever_reads() {
        var draft = Walk.draft("ann", "billing");
        as("ann")
                .get("/configurations/billing/test/text")
                .then()
                .body(containsString("Resume your draft"))
                .body(containsString("/drafts/" + draft + "\""));
        page("").body(not(containsString("Resume your draft")));
    }

    @Test
    void is_a_file_where_it_is_too_much_for_a_page() {
        Walk.write(
                "ann",
                "billing",
                "[{'op':'add','path':'/long','value':'%s'},{'op':'add','path':'/longer','value':'%s'}]"
                        .formatted("a".repeat(800_000), "b".repeat(800_000)));
        page("").statusCode(200)
                .body(containsString("more text than is shown at once"))
                .body(containsString("/configurations/billing/test/export?format=yaml"))
                .body(not(containsString("<textarea")));
    }
}
