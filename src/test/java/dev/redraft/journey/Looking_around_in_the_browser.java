package dev.redraft.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.redraft.journey.Browser.look;

import com.microsoft.playwright.Page;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody looks for a configuration, at what was live before, and at what was left undone.
@QuarkusTest
class Looking_around_in_the_browser extends Journey {
    private Page ann;

    @BeforeEach
    void a_shop_that_others_edit_too() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        People.as("bob").post("/configurations/sample").then().statusCode(200);
        Walk.configuration("bob", "billing", "{\"server.port\":80,\"server.host\":\"a\",\"pool.max\":10}");
        var theirs = Walk.draft("bob", "billing");
        Walk.patch("bob", theirs, "[{'op':'replace','path':'/pool.max','value':4711}]");
        ann = opened("ann", "");
    }

    @Test
    void the_start_page_finds_a_configuration_and_puts_one_away() {
        assertThat(ann.locator(".board")).containsText("Being edited by bob");
        look(ann, "start");
        ann.fill("#query", "bill");
        assertThat(ann.locator(".board tbody tr")).hasCount(1);
        ann.fill("#query", "");
        ann.selectOption("#show", "mine");
        assertThat(ann.locator("#board")).containsText("No configuration is like that.");
        ann.navigate(start + "configurations/shop/staging/about");
        assertThat(ann.getByLabel("Title")).hasValue("Sample: a small shop");
        look(ann, "about");
        ann.getByText("Archive", new Page.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(ann.locator(".notice.warning")).containsText("is archived");
        ann.navigate(start + "?show=archived");
        look(ann, "start-archived");
        ann.getByText("Bring back").click();
        assertThat(ann.locator(".lamp")).hasText("Live v1");
    }

    @Test
    void a_version_that_is_not_live_says_so() {
        Walk.commit("bob", "billing", "[{'op':'replace','path':'/pool.max','value':20}]", "");
        ann.navigate(start + "configurations/billing/test");
        ann.locator(".level", new Page.LocatorOptions().setHasText("server.")).click();
        assertThat(ann.locator("#grid tbody.entry")).hasCount(2);
        look(ann, "live-prefix");
        ann.getByText("As of").click();
        assertThat(ann.locator("[data-zone]")).containsText("In your time");
        look(ann, "live-as-of");
        ann.fill("#version", "1");
        ann.getByText("Show this version").click();
        assertThat(ann.locator(".past")).containsText("This is not live.");
        assertThat(ann.locator("#grid")).containsText("10");
        look(ann, "live-past");
        ann.getByText("As of v1").click();
        ann.fill("#at", "2199-01-01T10:00:01");
        ann.getByText("Show what was live then").click();
        ann.waitForURL(Pattern.compile(".*at=2199-01-01T.*Z"));
        assertThat(ann.locator(".lamp")).hasText("Live v2");
    }

    @Test
    void a_version_is_read_as_text() {
        ann.navigate(start + "configurations/billing/test");
        ann.click("a:text-is('Text')");
        var text = ann.locator(".cm-content");
        assertThat(text).containsText("\"pool.max\": 10");
        look(ann, "live-text");
        text.click();
        ann.keyboard().type("zz");
        assertThat(text).not().containsText("zz");
        Walk.commit("bob", "billing", "[{'op':'replace','path':'/pool.max','value':20}]", "");
        ann.click(".text-ways a:text-is('YAML')");
        assertThat(text).containsText("pool.max: 20");
        ann.navigate(start + "configurations/billing/test/text?version=1");
        assertThat(ann.locator(".past")).containsText("This is not live.");
        assertThat(text).containsText("\"pool.max\": 10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "statistics", "configurations/billing/test", "configurations/billing/test/text"})
    void the_focus_is_seen_where_the_system_chooses_the_colours(String path) {
        ann.navigate(start + path);
        Browser.awaken(ann);
        new Looks(ann, "forced " + path.replace('/', ' ')).showTheFocusInForcedColours();
    }

    @Test
    void the_focus_is_seen_on_the_pages_of_a_draft_then_too() {
        var draft = Walk.draft("ann", "billing");
        Walk.patch("ann", draft, "[{'op':'replace','path':'/pool.max','value':11}]");
        for (var page : List.of("", "/review", "/text")) {
            ann.navigate(start + "drafts/" + draft + page);
            Browser.awaken(ann);
            new Looks(ann, "forced draft" + page.replace('/', ' ')).showTheFocusInForcedColours();
        }
    }

    @Test
    void a_draft_left_alone_tells_what_became_of_it() {
        var draft = Walk.draft("ann", "billing");
        Walk.patch(
                "ann", draft, "[{'op':'replace','path':'/pool.max','value':11},{'op':'add','path':'/new','value':1}]");
        Walk.commit("bob", "billing", "[{'op':'replace','path':'/pool.max','value':20}]", "");
        ann.navigate(start + "configurations/billing/test");
        assertThat(ann.locator("#resume")).containsText("1 overlaps with what others changed");
        assertThat(ann.locator(".top .chip")).hasText("1 draft · 2 changes");
        look(ann, "live-resume");
        ann.getByText("Cancel it and start fresh").click();
        assertThat(ann.locator("#draft-bar")).containsText("Draft on v2");
    }
}
