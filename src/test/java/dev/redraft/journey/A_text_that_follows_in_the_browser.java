package dev.redraft.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.redraft.journey.Browser.look;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A draft that is open as text while another window changes it.
@QuarkusTest
class A_text_that_follows_in_the_browser {
    private static final String ELSEWHERE = "This draft was changed in another window.";

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    URI start;

    private Browser browser;
    private Page ann;
    private String draft = "";

    @BeforeEach
    void ann_has_a_draft_open_as_text() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        var servers = IntStream.range(0, 60)
                .mapToObj("\"server.%d\":{\"on\":true}"::formatted)
                .collect(Collectors.joining(","));
        Walk.configuration("ann", "billing", "{\"max\":10,%s,\"last\":1}".formatted(servers));
        draft = Walk.draft("ann", "billing");
        browser = Browser.start();
        ann = browser.windowSignedIn("ann", start);
        open("json");
    }

    @AfterEach
    void no_script_failed() {
        browser.hasNothingToComplainAbout();
        browser.close();
    }

    private void open(String format) {
        ann.navigate(start + "drafts/" + draft + "/text?format=" + format);
        ann.locator(".cm-content").waitFor();
        assertThat(ann.locator("[data-connection]")).hasText("Live");
    }

    private void elsewhere(String patch) {
        Walk.patch("ann", draft, patch).then().statusCode(200);
    }

    private Locator content() {
        return ann.locator(".cm-content");
    }

    private Locator banner() {
        return ann.locator("[data-banner=draft]");
    }

    private Locator state() {
        return ann.locator("[data-text-state]");
    }

    /// Puts the cursor behind this text, by the editor's own search.
    private void goBehind(String text) {
        content().click();
        ann.keyboard().press("Control+f");
        ann.locator("input[name=search]").pressSequentially(text);
        ann.keyboard().press("Enter");
        ann.keyboard().press("Escape");
        ann.keyboard().press("ArrowRight");
    }

    @Nested
    class While_nothing_is_typed {
        @Test
        void shows_the_new_text_and_keeps_the_cursor_and_the_place() {
            goBehind("\"server.40\"");
            var before = top("server.40");
            elsewhere("[{'op':'add','path':'/server.2/more','value':{'x':1,'y':2}},"
                    + "{'op':'replace','path':'/server.41/on','value':false},"
                    + "{'op':'replace','path':'/last','value':2}]");
            assertThat(content()).containsText("\"on\": false");
            assertThat(ann.locator("#announcer")).hasText("Changed in another window. 3 changes.");
            assertThat(ann.locator("#review")).hasText("Review 3 changes");
            assertThat(state()).hasText("");
            assertThat(top("server.40")).isEqualTo(before);
            ann.keyboard().type("!");
            assertThat(content()).containsText("\"server.40\"!");
            ann.keyboard().press("Control+z");
            ann.keyboard().press("Control+z");
            assertThat(state()).hasText("");
        }

        private Object top(String line) {
            return ann.locator(".cm-line")
                    .filter(new Locator.FilterOptions().setHasText("\"" + line + "\""))
                    .evaluate("line => Math.round(line.getBoundingClientRect().top)");
        }

        @Test
        void saves_what_is_typed_then_on_top_of_it() {
            open("yaml");
            elsewhere("[{'op':'replace','path':'/last','value':2},{'op':'replace','path':'/max','value':11}]");
            assertThat(content()).containsText("max: 11");
            goBehind("max: 11");
            ann.keyboard().type("0");
            ann.keyboard().press("Control+s");
            assertThat(ann.locator("#text-notices")).containsText("set max to 110");
            assertThat(Walk.held("ann", draft)).contains("'max':110", "'last':2");
        }
    }

    @Nested
    class While_something_is_typed {
        @BeforeEach
        void both_windows_change_the_draft() {
            goBehind("\"max\": 10");
            ann.keyboard().type("0");
            elsewhere("[{'op':'replace','path':'/last','value':2}]");
            assertThat(banner()).containsText(ELSEWHERE);
        }

        @Test
        void keeps_it_and_says_so_once() {
            assertThat(ann.locator("#announcer")).containsText(ELSEWHERE);
            assertThat(content()).containsText("\"max\": 100");
            assertThat(ann.locator("#review")).hasText("Review 1 change");
            assertThat(content()).isFocused();
            look(ann, "text-elsewhere");
            ann.keyboard().press("Control+s");
            assertThat(ann.locator("#text-notices .error")).containsText("nothing was saved");
            assertThat(Walk.held("ann", draft)).contains("'max':10,", "'last':2");
        }

        @Test
        void puts_it_over_the_draft_when_asked_to() {
            ann.click("button:text-is('Save mine over it')");
            assertThat(ann.locator("#text-notices")).containsText("Saved as one step");
            assertThat(Walk.held("ann", draft)).contains("'max':100,", "'last':1");
        }

        @Test
        void takes_the_text_of_the_draft_when_asked_to_and_gives_back_what_was_typed() {
            ann.click("button:text-is('Take its text')");
            assertThat(content()).containsText("\"max\": 10,");
            assertThat(state()).hasText("");
            content().press("Control+z");
            assertThat(content()).containsText("\"max\": 100,");
            assertThat(state()).hasText("Not saved yet");
        }

        @Test
        void follows_again_once_it_is_taken_back() {
            ann.keyboard().press("Control+z");
            assertThat(banner()).hasCount(0);
            ann.keyboard().press("Control+End");
            assertThat(content()).containsText("\"last\": 2");
            assertThat(state()).hasText("");
        }
    }

    @Test
    void tells_that_live_moved_as_the_entries_do() {
        var bobs = Walk.draft("bob", "billing");
        Walk.patch("bob", bobs, "[{'op':'replace','path':'/last','value':3}]");
        Walk.command("bob", bobs, "commit").then().statusCode(200);
        assertThat(ann.locator(".banner")).containsText("bob committed v2: 1 change.");
        open("json");
        assertThat(ann.locator("#text-notices")).containsText("Live moved from v1 to v2 since you started.");
        Walk.command("ann", draft, "rebase").then().statusCode(200);
        ann.locator(".cm-content").press("Control+End");
        assertThat(content()).containsText("\"last\": 3");
        assertThat(ann.locator("#text-notices")).not().containsText("Live moved");
        assertThat(ann.locator("#draft-bar")).containsText("Draft on v2");
    }

    @Test
    void catches_up_after_the_network_was_gone() {
        ann.context().setOffline(true);
        assertThat(ann.locator("[data-connection]")).hasText("Offline");
        elsewhere("[{'op':'replace','path':'/max','value':13}]");
        ann.context().setOffline(false);
        assertThat(content()).containsText("\"max\": 13");
    }
}
