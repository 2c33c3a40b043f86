package dev.redraft.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.redraft.journey.Browser.look;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody looks what a file would change before it does, and what older versions changed after they did.
@QuarkusTest
class Past_and_future_in_the_browser extends Journey {
    private Page ann;

    @BeforeEach
    void ann_has_a_browser() {
        People.clear();
        People.present("ann", Role.EDITOR);
        Walk.configuration("ann", "billing", "{\"pool.max\":10,\"plans\":[\"small\",\"large\"],\"old\":true}");
        ann = browser.windowOf("ann");
    }

    @Test
    void a_file_is_rehearsed_and_then_imported_as_one_step() {
        ann.navigate(start + "drafts/" + Walk.draft("ann", "billing"));
        ann.getByText("Import", new Page.GetByTextOptions().setExact(true)).click();
        look(ann, "import");
        var file = "pool.max: 20\nplans: [small, middle, large]\nnew: 1\n".getBytes(StandardCharsets.UTF_8);
        ann.setInputFiles("#file", new FilePayload("new.yaml", "application/yaml", file));
        ann.getByText("Merge:").click();
        ann.getByText("Show what would change").click();
        assertThat(ann.locator(".tally")).hasText("2 changed, 1 added");
        assertThat(ann.locator(".review-entry")).hasCount(3);
        look(ann, "import-rehearsal");
        ann.getByText("Import as one step").click();
        assertThat(ann.locator("#draft-bar")).containsText("3 changes");
        Browser.awaken(ann);
        ann.keyboard().press("Control+z");
        assertThat(ann.locator("#draft-bar")).containsText("0 changes");
    }

    @Test
    void any_two_versions_are_compared() {
        Walk.commit("ann", "billing", "[{'op':'replace','path':'/pool.max','value':20}]", "More connections");
        Walk.commit(
                "ann",
                "billing",
                "[{'op':'add','path':'/plans/1','value':'middle'},{'op':'remove','path':'/old'}]",
                "");
        ann.navigate(start + "configurations/billing/test");
        ann.locator("main a[href$='/history']").click();
        assertThat(ann.locator(".versions tbody tr")).hasCount(4);
        look(ann, "history");
        ann.getByLabel("Compare from v1").check();
        ann.getByText("Compare the two chosen").click();
        assertThat(ann.locator(".standing")).containsText("v1 → v3: 2 changed, 1 removed");
        look(ann, "compare");
        ann.locator(".version-side a").first().click();
        assertThat(ann.locator(".past")).containsText("You see v1");
        ann.getByText("What changed since").click();
        assertThat(ann.locator(".standing")).containsText("v1 → v3");
    }
}
