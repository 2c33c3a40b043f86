package dev.redraft.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.redraft.journey.Browser.look;

import com.microsoft.playwright.Page;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody looks what became of a value and who did it, and takes back what should not have been done.
@QuarkusTest
class The_past_in_the_browser extends Journey {
    private Page ann;

    @BeforeEach
    void ann_has_a_browser_and_billing_a_past() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        Walk.configuration(
                "ann",
                "billing",
                "{\"pool.max\":10,\"plans\":[{\"name\":\"small\",\"price\":5},{\"name\":\"large\",\"price\":20}],\"old\":true}");
        Walk.commit(
                "ann",
                "billing",
                "[{'op':'replace','path':'/pool.max','value':20}]",
                "More connections for the launch");
        Walk.commit(
                "bob",
                "billing",
                "[{'op':'replace','path':'/plans/1/price','value':25},{'op':'remove','path':'/old'}]",
                "New prices");
        Walk.commit(
                "bob", "billing", "[{'op':'add','path':'/plans/0','value':{'name':'free','price':0}}]", "A free plan");
        ann = browser.windowOf("ann");
    }

    @Test
    void a_configuration_is_rolled_back_by_a_draft() {
        ann.navigate(start + "configurations/billing/test/history");
        look(ann, "history-of-versions");
        ann.getByLabel("Roll back to v2…").click();
        assertThat(ann.locator(".tally")).hasText("1 changed, 1 added");
        look(ann, "rollback");
        ann.getByText("Roll back to v2 in a draft").click();
        assertThat(ann.locator("#draft-bar")).containsText("2 changes");
        assertThat(ann.locator(".step-item .origin")).hasText("rolls back to v2");
        look(ann, "rollback-draft");
        ann.locator("#review").click();
        ann.locator("textarea[name=message]").fill("Back to what worked");
        ann.getByText("Commit as v5").click();
        ann.navigate(start + "configurations/billing/test/versions/5");
        assertThat(ann.locator(".page-head .origin")).hasText("rolls back to v2");
        look(ann, "version");
    }

    @Test
    void a_commit_is_undone_though_others_changed_the_same_since() {
        Walk.commit("bob", "billing", "[{'op':'replace','path':'/plans/2/price','value':30}]", "Dearer");
        ann.navigate(start + "configurations/billing/test/versions/3");
        ann.getByText("Undo this commit…").click();
        assertThat(ann.locator(".conflict")).hasCount(1);
        assertThat(ann.locator(".tally")).hasText("1 added");
        look(ann, "undo-of-a-commit");
        ann.getByText("Undo v3 in a draft").click();
        assertThat(ann.locator(".standing")).containsText("from v3 to v5");
        ann.getByText("Keep mine").first().click();
        ann.getByText("Update draft to v5").click();
        assertThat(ann.locator("#draft-bar")).containsText("Draft on v5");
        assertThat(ann.locator(".step-item .origin")).hasText("undoes v3");
    }

    @Test
    void a_way_back_goes_into_the_draft_that_is_open() {
        Walk.patch("ann", Walk.draft("ann", "billing"), "[{'op':'replace','path':'/pool.max','value':99}]");
        ann.navigate(start + "configurations/billing/test/versions/2/rollback");
        assertThat(ann.locator(".notice")).containsText("You have an open draft of 1 change on v4");
        look(ann, "rollback-into-a-draft");
        ann.getByText("Roll back to v2 in my draft").click();
        assertThat(ann.locator("#draft-bar")).containsText("2 changes");
        Browser.awaken(ann);
        ann.keyboard().press("Control+z");
        assertThat(ann.locator("#draft-bar")).containsText("1 change");
    }

    @Test
    void a_value_tells_who_set_it_and_what_it_was() {
        ann.navigate(start + "configurations/billing/test");
        Browser.awaken(ann);
        ann.locator("tr[data-pointer='/plans'] summary").first().click();
        ann.locator("details[data-pointer='/plans/2'] > summary").click();
        var price = ann.locator("li[data-pointer='/plans/2/price'] .set");
        assertThat(price).containsText("v3 · bob");
        assertThat(ann.locator("li[data-pointer='/plans/2/name'] .set")).containsText("v1 · ann");
        look(ann, "live-blame");
        price.locator("a").click();
        assertThat(ann.locator(".standing").first()).containsText("New prices");
        ann.navigate(start + "configurations/billing/test/history/blame?path=/plans/2");
        assertThat(ann.locator(".blame tbody tr")).hasCount(3);
        look(ann, "blame");
        ann.navigate(start + "configurations/billing/test?key=plans");
        ann.locator("td.set").getByText("History").click();
        assertThat(ann.locator(".review-entry")).hasCount(3);
        look(ann, "history-of-an-entry");
    }

    @Test
    void two_environments_are_compared() {
        var production = "/api/configurations/billing/production";
        People.as("ann").contentType(ContentType.JSON).body("{}").put(production);
        People.as("ann")
                .contentType(ContentType.JSON)
                .body("{\"pool.max\":50,\"plans\":[{\"name\":\"large\",\"price\":25}],\"region\":\"eu\"}")
                .put(production + "/content")
                .then()
                .statusCode(200);
        ann.navigate(start + "configurations/billing/test/history/compare");
        ann.locator("select[name=with]").selectOption("production");
        ann.locator(".compare-form button").click();
        assertThat(ann.locator(".standing").first()).containsText("test v4 → production v1");
        look(ann, "compare-environments");
        ann.getByText("The other way round").click();
        assertThat(ann.locator(".standing").first()).containsText("production v1 → test v4");
    }
}
