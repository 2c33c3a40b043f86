package dev.redraft.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.redraft.journey.Browser.look;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class A_moved_base_in_the_browser extends Journey {
    private String draft = "";

    @BeforeEach
    void ann_and_bob_have_drafts_of_the_same_version() {
        People.clear();
        People.present("ann", Role.ADMINISTRATOR);
        People.present("bob", Role.ADMINISTRATOR);
        draft = Walk.draftOf(
                "ann",
                "billing",
                "{\"pool\":{\"min\":1,\"max\":10},\"name\":\"billing\",\"limits\":{\"daily\":100,\"burst\":5},\"old\":true}");
        Walk.patch("ann", draft, """
                [{'op':'replace','path':'/pool/max','value':20},{'op':'replace','path':'/name','value':null},
                 {'op':'replace','path':'/limits/burst','value':9}]""").then().statusCode(200);
    }

    private static void bobCommits(String patch) {
        var bobs = Walk.draft("bob", "billing");
        Walk.patch("bob", bobs, patch).then().statusCode(200);
        Walk.command("bob", bobs, "commit").then().statusCode(200);
    }

    /// A review that does not hear of what happens meanwhile: its click comes before the news.
    private Page review() {
        var ann = browser.windowOf("ann");
        ann.route("**/events?*", Route::abort);
        ann.navigate(start + "drafts/" + draft + "/review");
        Browser.awaken(ann);
        return ann;
    }

    @Test
    void is_met_in_the_review_decided_about_and_committed() {
        var ann = review();
        assertThat(ann.locator("main")).containsText("Commit as v2");
        bobCommits("""
                [{'op':'replace','path':'/pool/max','value':30},{'op':'remove','path':'/name'},
                 {'op':'replace','path':'/limits/daily','value':50}]""");
        ann.fill("#message", "more");
        ann.click("button:has-text('Commit as v2')");
        assertThat(ann.locator("main")).containsText("Live moved from v1 to v2");
        look(ann, "review-collided");
        ann.click("a:has-text('Update draft')");
        ann.waitForURL(Pattern.compile(".*/update"));
        Browser.awaken(ann);
        look(ann, "update");
        ann.keyboard().press("n");
        ann.keyboard().press("n");
        ann.keyboard().press("Space");
        assertThat(ann.locator("[data-decided]")).hasText("1 of 2 decided");
        ann.reload();
        Browser.awaken(ann);
        assertThat(ann.locator("[data-decided]")).hasText("1 of 2 decided");
        ann.locator(".conflict:has(legend:text-is('name')) textarea").fill("{\"long\":");
        ann.click("button:has-text('Update draft to v2')");
        assertThat(ann.locator(".conflict .error")).isVisible();
        look(ann, "update-wrong");
        ann.locator(".conflict:has(legend:text-is('name')) textarea").fill("\"invoices\"");
        ann.click("button:has-text('Update draft to v2')");
        ann.waitForURL(Pattern.compile(".*said=updated"));
        Browser.awaken(ann);
        assertThat(ann.locator("#notices")).containsText("it stands on v2 now");
        look(ann, "editor-updated");
        ann.click("#review");
        ann.click("button:has-text('Commit as v3')");
        assertThat(ann.locator("main")).containsText("v3 is live");
        org.assertj.core.api.Assertions.assertThat(Walk.live("bob", "billing"))
                .contains("'name':'invoices'")
                .contains("'limits':{'daily':50,'burst':9}");
    }

    @Test
    void is_decided_about_over_many_pages_that_a_reload_keeps() {
        var places = IntStream.range(0, 120).mapToObj("{'op':'add','path':'/key%1$03d','value':%%d}"::formatted);
        var patch = places.collect(Collectors.joining(",", "[", "]"));
        Walk.patch("ann", draft, patch.replace("%d", "1")).then().statusCode(200);
        bobCommits(patch.replace("%d", "2"));
        var ann = opened("ann", "drafts/" + draft + "/update");
        look(ann, "update-many");
        ann.locator("#conflict-1 input[value='live']").check();
        ann.locator("#conflict-50 input[value='mine']").focus();
        ann.keyboard().press("n");
        ann.waitForURL(Pattern.compile(".*page=2#at-51"));
        Browser.awaken(ann);
        ann.keyboard().press("Space");
        assertThat(ann.locator("[data-decided]")).hasText("2 of 120 decided");
        ann.reload();
        Browser.awaken(ann);
        assertThat(ann.locator("[data-decided]")).hasText("2 of 120 decided");
        ann.keyboard().press("p");
        ann.waitForURL(Pattern.compile(".*page=1#at-50"));
        Browser.awaken(ann);
        assertThat(ann.locator("#conflict-1 input[value='live']")).isChecked();
        ann.click("button:has-text('Keep mine for the rest')");
        assertThat(ann.locator("[data-decided]")).hasText("120 of 120 decided");
        ann.click("button:has-text('Update draft to v2')");
        ann.waitForURL(Pattern.compile(".*said=updated"));
        org.assertj.core.api.Assertions.assertThat(Walk.held("ann", draft))
                .contains("'key000':2,'key001':1")
                .contains("'key049':1,'key050':2,'key051':1");
    }

    @Test
    void is_updated_and_committed_in_one_go_where_nothing_overlaps() {
        bobCommits("[{'op':'remove','path':'/old'}]");
        var ann = review();
        look(ann, "review-moved");
        ann.locator("label:has-text('Commit') input[value='limits']").uncheck();
        ann.click("button:has-text('Update and commit as v3')");
        ann.waitForURL(Pattern.compile(".*said=committed"));
        assertThat(ann.locator("#notices"))
                .containsText("Committed as v3. What is left stays in this draft. 1 change.");
        assertThat(ann.locator("#steps-list ol")).isVisible();
    }

    @Test
    void leaves_steps_that_can_be_taken_back_one_by_one() {
        Walk.patch("ann", draft, "[{'op':'add','path':'/pool/kind','value':{}}]");
        Walk.patch("ann", draft, "[{'op':'add','path':'/pool/kind/fast','value':true}]");
        var ann = opened("ann", "drafts/" + draft);
        var steps = ann.locator("#steps-list");
        steps.locator("li:has-text('pool.kind') button:has-text('Take back')").click();
        assertThat(steps.locator(".error")).containsText("builds on step 2");
        look(ann, "steps-depends");
        steps.locator("li:has-text('changes in') button:has-text('Take back')").click();
        assertThat(steps).containsText("take back: ");
        assertThat(ann.locator("#draft-bar")).containsText("1 change");
    }

    @Test
    void is_left_to_an_administrator_who_takes_the_draft_over() {
        var bob = browser.windowOf("bob");
        bob.navigate(start + "drafts/" + draft);
        Browser.awaken(bob);
        bob.click("summary:has-text('Take over')");
        look(bob, "take-over");
        bob.click("button:has-text('Take over ann')");
        assertThat(bob.locator("#notices")).containsText("You took over this draft");
        assertThat(bob.locator("#review")).isEnabled();
        assertThat(bob.locator("#steps-list ol")).isVisible();
    }

    @Test
    void is_decided_about_without_any_script_too() {
        bobCommits("[{'op':'replace','path':'/pool/max','value':30}]");
        var page = browser.windowWithoutScriptsOf("ann");
        page.navigate(start + "drafts/" + draft + "/update");
        page.locator("input[value='mine']").check();
        page.click("button:has-text('Update draft to v2')");
        assertThat(page.locator("#notices")).containsText("it stands on v2 now");
    }
}
