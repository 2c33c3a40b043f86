package dev.redraft.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.redraft.journey.Browser.look;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Elements are moved, duplicated and removed, members renamed: by keys and by buttons, deep in a value.
@QuarkusTest
class Nested_values_in_the_browser extends Journey {
    private Page ann;

    @BeforeEach
    void a_draft_of_ann() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        Walk.configuration(
                "ann", "billing", "{\"plans\":{\"names\":[\"small\",\"middle\",\"large\"],\"trial\":true},\"rate\":1}");
        Walk.draft("bob", "billing");
        var draft = Walk.draft("ann", "billing");
        ann = opened("ann", "drafts/" + draft);
    }

    private Locator value(String pointer) {
        return ann.locator("li[data-pointer='%s'] a.edit".formatted(pointer));
    }

    private void open() {
        ann.locator("details[data-pointer='/plans'] > summary").click();
        ann.locator("details[data-pointer='/plans/names'] > summary").click();
    }

    @Test
    void elements_are_moved_and_removed_by_keys_and_the_focus_goes_along() {
        open();
        value("/plans/names/0").focus();
        ann.keyboard().press("Alt+ArrowDown");
        assertThat(value("/plans/names/1")).hasText("small");
        assertThat(value("/plans/names/1")).isFocused();
        ann.keyboard().press("Alt+ArrowUp");
        assertThat(value("/plans/names/0")).hasText("small");
        assertThat(value("/plans/names/0")).isFocused();
        assertThat(ann.locator("#draft-bar")).containsText("0 changes");
        ann.keyboard().press("Alt+ArrowUp");
        ann.keyboard().press("Delete");
        assertThat(value("/plans/names/0")).hasText("middle");
        assertThat(ann.locator("#draft-bar")).containsText("1 change");
        ann.keyboard().press("Control+z");
        assertThat(value("/plans/names/0")).hasText("small");
        assertThat(ann.locator("#draft-bar")).containsText("Also editing: bob");
    }

    @Test
    void members_are_renamed_and_entries_duplicated_in_place() {
        open();
        ann.locator("[data-pointer='/plans/trial'] button.switch").focus();
        ann.keyboard().press("Shift+F2");
        var name = ann.getByLabel("New name of plans.trial");
        assertThat(name).isFocused();
        look(ann, "node-tools");
        name.fill("test");
        name.press("Enter");
        assertThat(ann.locator("li[data-pointer='/plans/test']")).isVisible();
        ann.getByLabel("More to do with rate").click();
        ann.getByLabel("Name of the duplicate of rate").fill("plans");
        ann.getByLabel("Name of the duplicate of rate").press("Enter");
        assertThat(ann.locator("[data-tools] .error")).containsText("There is already a “plans” here.");
        ann.getByLabel("Name of the duplicate of rate").fill("rate.too");
        ann.getByLabel("Name of the duplicate of rate").press("Enter");
        assertThat(ann.locator("tbody.entry")).hasCount(3);
        assertThat(ann.locator("tbody.entry.added")).containsText("rate.too");
        ann.getByLabel("More to do with rate.too").click();
        assertThat(ann.locator("[data-tools] .name-field").first()).isFocused();
        ann.keyboard().press("Escape");
        assertThat(ann.locator("[data-tools]")).hasCount(0);
    }

    @Test
    void what_changed_is_found_and_what_was_discarded_stays_apart() {
        ann.locator("[data-pointer='/rate'] a.edit").click();
        ann.locator("[data-value-form] .typed").fill("2");
        ann.keyboard().press("Enter");
        assertThat(ann.locator("#draft-bar")).containsText("1 change");
        ann.keyboard().press("Control+z");
        assertThat(ann.locator("#draft-bar")).containsText("0 changes");
        ann.locator("[data-pointer='/rate'] a.edit").click();
        ann.locator("[data-value-form] .typed").fill("3");
        ann.keyboard().press("Enter");
        ann.locator("#discarded > summary").click();
        assertThat(ann.locator("#discarded")).containsText("set rate to 2");
        ann.fill("#query", "@modified");
        assertThat(ann.locator("tbody.entry")).hasCount(1);
        ann.waitForURL(Pattern.compile(".*query=%40modified.*"));
        look(ann, "editor-filtered");
        ann.fill("#query", "type:object value:middle");
        assertThat(ann.locator("tbody.entry .key")).hasText("plans");
    }
}
