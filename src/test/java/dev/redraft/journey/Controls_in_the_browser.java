package dev.redraft.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.redraft.journey.Browser.look;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Fields that fit the schema, what does not pass it, and values that move: by keys.
@QuarkusTest
class Controls_in_the_browser extends Journey {
    private Page ann;
    private String draft;

    @BeforeEach
    void a_draft_of_ann_under_a_schema() {
        People.clear();
        People.present("ann", Role.EDITOR);
        Walk.configuration(
                "ann",
                "billing",
                "{\"port\":8080,\"mode\":\"fast\",\"at\":\"2026-12-24T12:00:00.50+01:00\",\"pool\":{\"max\":10},"
                        + "\"list\":[1,2],\"loose\":true}");
        Walk.schema(
                "ann",
                "billing",
                "{'properties':{'port':{'type':'integer','minimum':1,'maximum':65535,'description':'Where it <listens>.'},"
                        + "'mode':{'enum':['fast','safe']},'at':{'type':'string','format':'date-time'},"
                        + "'pool':{'properties':{'min':{'type':'integer','default':1}}}},'required':['contact']}");
        draft = Walk.draft("ann", "billing");
        ann = opened("ann", "drafts/" + draft);
    }

    private Locator value(String pointer) {
        return ann.locator("[data-pointer='%s'] a.edit".formatted(pointer)).first();
    }

    private void edit(String pointer) {
        value(pointer).focus();
        ann.keyboard().press("Enter");
        assertThat(ann.locator("[data-value-form] .typed")).isFocused();
    }

    @Test
    void a_number_has_its_bounds_and_beyond_them_is_a_problem_that_undo_takes_away() {
        edit("/port");
        assertThat(ann.locator("[data-value-form]")).containsText("A whole number, at least 1, at most 65535.");
        look(ann, "controls-number");
        ann.keyboard().press("Control+a");
        ann.keyboard().type("70000");
        ann.keyboard().press("Enter");
        Browser.seen(ann, "2 problems");
        assertThat(ann.locator("tr[data-pointer='/port'] .problems")).containsText("must be at most 65535");
        look(ann, "controls-problem");
        ann.keyboard().press("Control+z");
        Browser.seen(ann, "1 problem");
    }

    @Test
    void what_is_no_number_stays_in_its_field() {
        edit("/port");
        ann.keyboard().press("Control+a");
        ann.keyboard().type("8e");
        ann.keyboard().press("Enter");
        assertThat(ann.locator("[data-value-form] .typed")).isFocused();
        assertThat(ann.locator("#draft-bar")).containsText("0 changes");
    }

    @Test
    void a_choice_is_made_by_keys_and_a_moment_that_is_only_looked_at_stays_as_it_is() {
        edit("/mode");
        ann.keyboard().press("ArrowDown");
        ann.keyboard().press("Enter");
        Browser.seen(ann, "1 change");
        assertThat(value("/mode")).hasText("safe");
        assertThat(value("/mode")).isFocused();
        edit("/at");
        look(ann, "controls-moment");
        ann.keyboard().press("Enter");
        assertThat(ann.locator("[data-value-form]")).hasCount(0);
        assertThat(value("/at")).hasText("2026-12-24T12:00:00.50+01:00");
        assertThat(ann.locator("#draft-bar")).containsText("1 change");
    }

    @Test
    void what_is_not_set_is_offered_and_added_with_its_default() {
        ann.locator("details[data-pointer='/pool'] > summary").click();
        ann.locator("[data-pointer='/pool'] .offer").click();
        assertThat(ann.locator("[data-value-form] .typed")).isFocused();
        look(ann, "controls-offer");
        ann.keyboard().press("Enter");
        Browser.seen(ann, "1 change");
        assertThat(Walk.held("ann", draft)).contains("'pool':{'max':10,'min':1}");
        ann.locator("#notices a:has-text('Add it')").click();
        assertThat(ann.locator("#new-key")).hasValue("contact");
        look(ann, "controls-adder");
    }

    @Test
    void a_value_is_cut_and_put_elsewhere_as_one_step() {
        ann.locator("details[data-pointer='/pool'] > summary").click();
        ann.locator("tr[data-pointer='/loose'] button.switch").focus();
        ann.keyboard().press("Control+x");
        value("/pool/max").focus();
        ann.keyboard().press("Control+v");
        Browser.seen(ann, "move loose to pool.loose");
        assertThat(Walk.held("ann", draft)).contains("'pool':{'max':10,'loose':true}");
        assertThat(ann.locator("tbody.removed")).containsText("loose");
        value("/pool/max").focus();
        ann.keyboard().press("Control+x");
        ann.locator("details[data-pointer='/list'] > summary").focus();
        ann.keyboard().press("Control+v");
        Browser.seen(ann, "move pool.max to list");
        assertThat(Walk.held("ann", draft)).contains("'list':[1,2,10]");
    }

    @Test
    void an_object_that_is_pasted_into_a_new_entry_is_one() {
        ann.keyboard().press("Escape");
        ann.locator("tr[data-pointer='/port'] a.edit").focus();
        ann.keyboard().press("+");
        assertThat(ann.locator("#new-key")).isFocused();
        ann.fill("#new-key", "pasted");
        ann.evaluate("""
                () => {
                  const data = new DataTransfer();
                  data.setData("text/plain", '{"a":[1,2]}');
                  const field = document.querySelector("#adder .typed");
                  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
                  field.value = '{"a":[1,2]}';
                }""");
        ann.locator("#adder button.primary").click();
        Browser.seen(ann, "1 change");
        assertThat(Walk.held("ann", draft)).contains("'pasted':{'a':[1,2]}");
    }
}
