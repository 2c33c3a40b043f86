package dev.redraft.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.redraft.journey.Browser.look;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.document.RealFiles;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody who has read nothing imports a file, changes a value deep in it, takes that back and brings it again, and
/// commits.
@QuarkusTest
class The_main_job_in_the_browser extends Journey {
    private static final Path OWN = Path.of("src/test/resources/document/delivery.yaml");

    @BeforeEach
    void ann_and_bob_have_a_browser() {
        People.clear();
        People.present("ann", Role.ADMINISTRATOR);
        People.present("bob", Role.EDITOR);
    }

    @Test
    void is_done_from_import_to_commit() {
        var ann = browser.window();
        ann.navigate(start.toString());
        look(ann, "sign-in");
        signIn(ann, "ann");
        look(ann, "empty");
        var deep = Deep.inRealFile();
        imported(ann, deep.file());
        assertThat(ann.locator("h1")).containsText("delivery");
        look(ann, "live");

        ann.click("button:has-text('Edit')");
        ann.waitForURL(Pattern.compile(".*/drafts/.*"));
        Browser.awaken(ann);
        var value = deep.opened(ann);
        var before = value.textContent();
        value.click();
        ann.locator("[data-value-form] .typed").fill("4711");
        ann.keyboard().press("Enter");
        assertThat(ann.locator("#draft-bar")).containsText("1 change");
        assertThat(ann.locator("#undone")).containsText("to ");
        look(ann, "editor");

        ann.keyboard().press("Control+z");
        assertThat(ann.locator("#draft-bar")).containsText("0 changes");
        ann.keyboard().press("Control+Shift+Z");
        assertThat(ann.locator("#draft-bar")).containsText("1 change");
        ann.reload();
        Browser.awaken(ann);
        assertThat(ann.locator("#draft-bar")).containsText("1 change");

        var bob = browser.window();
        bob.navigate(start.toString());
        signIn(bob, "bob");
        bob.navigate(start + "configurations/delivery/test?query=4711");
        assertThat(bob.locator("#grid")).not().containsText("4711\"");
        assertThat(bob.locator(".nothing")).isVisible();
        bob.navigate(start + "drafts");
        assertThat(bob.locator(".nothing")).isVisible();

        ann.keyboard().press("Control+Enter");
        ann.waitForURL(Pattern.compile(".*/review.*"));
        assertThat(ann.locator("main")).containsText("4711");
        assertThat(ann.locator("main")).containsText(before);
        look(ann, "review");
        ann.fill("#message", "A number everybody knows");
        ann.click("button:has-text('Commit as v2')");
        assertThat(ann.locator("main")).containsText("Live v2");
        look(ann, "committed");
        bob.navigate(start + "configurations/delivery/test?query=4711");
        assertThat(bob.locator("#grid tbody.entry")).hasCount(1);

        ann.navigate(start + "drafts");
        look(ann, "drafts");
        ann.navigate(start + "users");
        look(ann, "users");
        ann.navigate(start.toString());
        look(ann, "configurations");
        browser.hasNothingToComplainAbout();
    }

    @Test
    void is_done_by_keyboard_alone() {
        var ann = browser.window();
        ann.navigate(start.toString());
        ann.keyboard().type("ann");
        ann.keyboard().press("Tab");
        ann.keyboard().type(People.PASSWORD);
        ann.keyboard().press("Enter");
        ann.waitForURL(start.toString());
        reach(ann, "Load the sample");
        ann.keyboard().press("Enter");
        assertThat(ann.locator("main")).containsText("Live v1");
        ann.navigate(start.toString());
        reach(ann, "Live v");
        ann.keyboard().press("Enter");
        ann.waitForURL(Pattern.compile(".*/configurations/.*"));
        reach(ann, "Edit");
        ann.keyboard().press("Enter");
        ann.waitForURL(Pattern.compile(".*/drafts/.*"));
        Browser.awaken(ann);
        ann.keyboard().press("/");
        ann.keyboard().press("ArrowDown");
        assertThat(ann.locator("#grid a.scalar").first()).isFocused();
        ann.keyboard().press("F2");
        ann.locator("[data-value-form] .typed").waitFor();
        ann.keyboard().press("Control+a");
        ann.keyboard().type("by hand");
        ann.keyboard().press("Enter");
        Browser.seen(ann, "1 change");
        ann.keyboard().press("Control+z");
        Browser.seen(ann, "0 changes");
        ann.keyboard().press("Control+y");
        Browser.seen(ann, "1 change");
        ann.keyboard().press("Control+Enter");
        ann.waitForURL(Pattern.compile(".*/review.*"));
        reach(ann, "Commit as v2");
        ann.keyboard().press("Enter");
        assertThat(ann.locator("main")).containsText("v2 is live");
        browser.hasNothingToComplainAbout();
    }

    @Test
    void stays_as_it_is_at_100_000_entries() {
        Walk.configuration(
                "ann",
                "large",
                IntStream.range(0, 100_000)
                        .mapToObj("\"key.%1$06d\":{\"number\":%1$d,\"text\":\"text %1$d\"}"::formatted)
                        .collect(Collectors.joining(",", "{", "}")));
        var ann = browser.window();
        ann.navigate(start.toString());
        signIn(ann, "ann");
        ann.navigate(start + "configurations/large/test");
        look(ann, "live-100000");
        ann.click("button:has-text('Edit')");
        ann.waitForURL(Pattern.compile(".*/drafts/.*"));
        Browser.awaken(ann);
        look(ann, "editor-100000");
        ann.fill("#query", "text 99999");
        assertThat(ann.locator("#grid tbody.entry")).hasCount(1);
        assertThat(ann.locator("#grid")).containsText("key.099999");
        browser.hasNothingToComplainAbout();
    }

    /// Presses Tab until the focus is on what has this text.
    private static void reach(Page page, String text) {
        for (var i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            var focused = page.evaluate("document.activeElement.textContent").toString();
            if (focused.contains(text)) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to " + text);
    }

    private static void signIn(Page page, String name) {
        page.fill("#name", name);
        page.fill("#password", People.PASSWORD);
        page.click("button:has-text('Sign in')");
        page.waitForLoadState();
    }

    private void imported(Page page, Path file) {
        page.navigate(start + "configurations/new");
        page.fill("#application", "delivery");
        page.fill("#environment", "test");
        page.setInputFiles("#file", file);
        page.click("button:has-text('Make')");
        page.waitForURL(Pattern.compile(".*/configurations/delivery/test.*"));
    }

    /// A file, and a number deep in it.
    ///
    /// @param containers pointers of what has to be opened for the number to show
    private record Deep(Path file, List<String> containers, String number) {
        static Deep inRealFile() {
            return RealFiles.shared().stream()
                    .filter(path ->
                            path.toString().contains("vtcfg") && path.toString().endsWith(".yaml"))
                    .findFirst()
                    .map(path -> new Deep(path, List.of("/modules", "/modules/0"), "/modules/0/interface"))
                    .orElseGet(Deep::inFileOfOurOwn);
        }

        private static Deep inFileOfOurOwn() {
            var containers = List.of("/steps", "/steps/0", "/steps/0/with");
            return new Deep(OWN, containers, "/steps/0/with/fetch-depth");
        }

        Locator opened(Page page) {
            containers.forEach(pointer -> page.locator("details[data-pointer='%s'] > summary".formatted(pointer))
                    .click());
            return page.locator("[data-pointer='%s'] a.scalar".formatted(number));
        }
    }
}
