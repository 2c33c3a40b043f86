package dev.redraft.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.redraft.journey.Browser.look;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What happens elsewhere shows in windows that are open: in the second one of the same admin, and in those of
/// others.
@QuarkusTest
class Windows_that_follow_in_the_browser extends Journey {
    private static final String LINE = "application_name = 'redraft-delivery'";

    private Page ann;
    private String draft = "";

    @BeforeEach
    void ann_has_a_draft() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        draft = Walk.draftOf(
                "ann", "billing", "{\"max\":10,\"name\":\"billing\",\"pool\":{\"deep\":{\"min\":1}},\"z\":1}");
        ann = browser.windowSignedIn("ann", start);
    }

    private Page opened(Page page, String path) {
        page.navigate(start.resolve(path).toString());
        Browser.awaken(page);
        assertThat(page.locator("[data-connection]")).hasText("Live");
        return page;
    }

    private Page editor(Page page) {
        return opened(page, "/drafts/" + draft);
    }

    private static void edit(String who, String patch) {
        Walk.patch(who, Walk.draft(who, "billing"), patch).then().statusCode(200);
    }

    private static void bobCommits() {
        edit("bob", "[{'op':'replace','path':'/z','value':2}]");
        Walk.command("bob", Walk.draft("bob", "billing"), "commit", "{'message':'Two of them'}")
                .then()
                .statusCode(200);
    }

    @Test
    void the_second_window_of_a_draft_follows_the_first_and_keeps_what_is_typed() {
        var second = browser.another(ann.context());
        editor(ann);
        editor(second);
        second.locator("details[data-pointer='/pool'] > summary").click();
        second.locator("details[data-pointer='/pool/deep'] > summary").click();
        second.locator("[data-pointer='/name'] a.edit").click();
        var field = second.getByLabel("Value of name");
        field.fill("half ty");
        ann.locator("[data-pointer='/max'] a.edit").click();
        ann.getByLabel("Value of max").fill("11");
        ann.keyboard().press("Enter");
        assertThat(second.locator("[data-pointer='/max'] a.edit")).hasText("11");
        assertThat(second.locator("#draft-bar")).containsText("1 change");
        assertThat(second.locator("#steps-list")).containsText("set max to 11");
        assertThat(second.locator("#announcer")).hasText("Changed in another window. 1 change.");
        assertThat(field).hasValue("half ty");
        assertThat(field).isFocused();
        assertThat(second.locator("[data-pointer='/pool/deep/min'] a.edit").first())
                .isVisible();
        second.keyboard().type("ped");
        second.keyboard().press("Enter");
        assertThat(ann.locator("[data-pointer='/name'] a.edit")).hasText("half typed");
        ann.keyboard().press("Control+z");
        assertThat(second.locator("[data-pointer='/name'] a.edit")).hasText("billing");
        look(second, "second-window");
        Walk.command("ann", draft, "commit").then().statusCode(200);
        assertThat(second.locator(".banner")).containsText("This draft was committed as v2 in another window.");
    }

    @Test
    void others_and_what_they_commit_show_beside_and_move_nothing() {
        editor(ann);
        var chip = ann.locator("#others");
        assertThat(chip).isHidden();
        Walk.draft("bob", "billing");
        assertThat(chip).hasText("Also editing: bob");
        ann.locator("[data-pointer='/max'] a.edit").focus();
        var before = ann.evaluate("document.querySelector('#grid').getBoundingClientRect().top");
        bobCommits();
        assertThat(ann.locator(".banner")).containsText("bob committed v2: 1 change.");
        assertThat(ann.locator("#announcer")).hasText("bob committed v2: 1 change.");
        assertThat(ann.locator("#draft-bar")).containsText("live is v2");
        assertThat(chip).isHidden();
        assertThat(ann.locator("[data-pointer='/max'] a.edit")).isFocused();
        assertThat(ann.evaluate("document.querySelector('#grid').getBoundingClientRect().top"))
                .isEqualTo(before);
        look(ann, "editor-moved");
        ann.locator(".banner a").click();
        ann.waitForURL(Pattern.compile(".*/update"));
    }

    @Test
    void what_is_live_tells_of_a_new_version() {
        opened(ann, "/configurations/billing/test");
        bobCommits();
        look(ann, "live-banner");
        ann.locator(".banner a", new Page.LocatorOptions().setHasText("Show v2"))
                .click();
        assertThat(ann.locator(".lamp")).hasText("Live v2");
    }

    @Test
    void the_review_is_drawn_again_and_tells_who_changed_what() {
        edit("ann", "[{'op':'replace','path':'/max','value':11},{'op':'remove','path':'/name'}]");
        opened(ann, "/drafts/" + draft + "/review");
        ann.locator("input[name=keys][value=name]").uncheck();
        ann.locator("#message").pressSequentially("More ");
        bobCommits();
        assertThat(ann.locator("#review")).containsText("Live moved from v1 to v2");
        assertThat(ann.locator(".since")).containsText("bob committed v2");
        assertThat(ann.locator(".since")).containsText("Two of them");
        assertThat(ann.locator("#announcer")).hasText("bob committed v2: 1 change.");
        assertThat(ann.locator("#message")).hasValue("More ");
        assertThat(ann.locator("#message")).isFocused();
        assertThat(ann.locator("input[name=keys][value=name]")).not().isChecked();
        look(ann, "review-redrawn");
        ann.keyboard().type("of it");
        ann.click("button:has-text('Update and commit as v3')");
        assertThat(ann.locator("#notices")).containsText("Committed as v3");
    }

    @Test
    void a_line_that_broke_is_said_and_mended() {
        editor(ann);
        ann.evaluate("() => { window.lines = []; "
                + "document.addEventListener('redraft:line', event => window.lines.push(event.detail)); }");
        People.sql("select pg_terminate_backend(pid) from pg_stat_activity where " + LINE);
        edit("ann", "[{'op':'replace','path':'/max','value':12}]");
        assertThat(ann.locator("[data-pointer='/max'] a.edit")).hasText("12");
        assertThat(ann.locator("[data-connection]")).hasText("Live");
        assertThat(String.valueOf(ann.evaluate("window.lines"))).contains("reconnecting", "live");
    }

    @Test
    void a_network_that_is_gone_is_said_and_all_is_caught_up_with() {
        editor(ann);
        ann.context().setOffline(true);
        assertThat(ann.locator("[data-connection]")).hasText("Offline");
        assertThat(ann.locator("#announcer")).hasText("You are offline.");
        edit("ann", "[{'op':'replace','path':'/max','value':13}]");
        ann.context().setOffline(false);
        assertThat(ann.locator("[data-connection]")).hasText("Live");
        assertThat(ann.locator("[data-pointer='/max'] a.edit")).hasText("13");
    }

    @Test
    void windows_of_one_browser_share_one_connection_and_another_takes_it_on() {
        var second = browser.another(ann.context());
        editor(ann);
        opened(second, "/configurations/billing/test");
        ann.close();
        bobCommits();
        assertThat(second.locator(".banner")).containsText("bob committed v2: 1 change.");
    }

    @Test
    void going_back_shows_how_it_is_now() {
        editor(ann);
        ann.navigate(start.resolve("/drafts").toString());
        edit("ann", "[{'op':'replace','path':'/max','value':14}]");
        ann.goBack();
        assertThat(ann.locator("[data-pointer='/max'] a.edit")).hasText("14");
    }
}
