package dev.redraft.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// From an empty start to a second version that is live, as two people see it.
@QuarkusTest
class The_editor_in_the_browser {
    private static final String NESTED = "/modules/0/interface";

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    URI address;

    @BeforeEach
    void people() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.ADMINISTRATOR);
    }

    @Test
    void a_nested_value_is_changed_undone_redone_reviewed_and_committed() {
        try (var browser = Browser.start()) {
            var ann = signedIn(browser, "ann");
            var bob = signedIn(browser, "bob");
            Browser.look(ann, "deep-empty");
            makeConfiguration(ann);
            editNestedValue(ann);
            seeNothingOfIt(bob);
            goBackAndForth(ann);
            commit(ann);
            seeVersion2(bob);
            browser.hasNothingToComplainAbout();
        }
    }

    private Page signedIn(Browser browser, String name) {
        var page = browser.windowOf(name);
        page.navigate(address.toString());
        return page;
    }

    private void makeConfiguration(Page page) {
        page.getByText("Import a file").click();
        page.getByLabel("Application").fill("measurement");
        page.getByLabel("Environment").fill("production");
        page.getByLabel("File").setInputFiles(file());
        page.getByText("Make", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".lamp")).hasText("Live v1");
        Browser.look(page, "deep-live");
    }

    /// A real file where it is at hand, else a small one of the same shape.
    private static Path file() {
        var real = Path.of(System.getProperty("redraft.shared", "../shared"))
                .resolve("real-configs/vtcfg-v19.0.0-full_config.yaml");
        return Files.exists(real) ? real : Path.of("src/test/resources/document/measurement.yaml");
    }

    private void editNestedValue(Page page) {
        page.getByText("Edit", new Page.GetByTextOptions().setExact(true)).click();
        page.waitForURL(Pattern.compile(".*/drafts/.*"));
        Browser.awaken(page);
        open(page, "/modules");
        open(page, "/modules/0");
        value(page).press("F2");
        var field = page.getByLabel("Value of modules[0].interface");
        assertThat(field).isFocused();
        field.fill("seven");
        field.press("Enter");
        assertThat(page.locator(".value-form .error")).containsText("This is no number.");
        assertThat(field).hasValue("seven");
        field.fill("7");
        field.press("Enter");
        assertThat(value(page)).hasText("7");
        assertThat(value(page)).isFocused();
        assertThat(page.locator("#announcer")).hasText("Saved: set modules[0].interface to 7. 1 change.");
        assertThat(page).hasTitle(Pattern.compile("● measurement / production — draft \\(1\\).*"));
        Browser.look(page, "deep-editor");
    }

    private static void open(Page page, String pointer) {
        var tree = page.locator("details[data-pointer='%s']".formatted(pointer));
        if (tree.getAttribute("open") == null) {
            tree.locator("> summary").click();
        }
    }

    private static Locator value(Page page) {
        return page.locator("li[data-pointer='%s'] a.edit".formatted(NESTED));
    }

    private void seeNothingOfIt(Page page) {
        page.navigate(address.resolve("/configurations/measurement/production").toString());
        assertThat(page.locator(".lamp")).hasText("Live v1");
        assertThat(page.locator("body")).not().containsText("draft —");
        page.navigate(address.resolve("/drafts").toString());
        assertThat(page.locator("main")).containsText("You have no drafts.");
    }

    private void goBackAndForth(Page page) {
        page.keyboard().press("Control+z");
        assertThat(value(page)).hasText("5");
        assertThat(page.locator("#announcer")).hasText("Undone: set modules[0].interface to 7. 0 changes.");
        page.keyboard().press("Control+Shift+z");
        assertThat(value(page)).hasText("7");
        page.reload();
        Browser.awaken(page);
        assertThat(page.locator("#undone")).hasText("Undoset modules[0].interface to 7");
        assertThat(page.locator(".entry.changed .state")).hasText("changed");
    }

    private void commit(Page page) {
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".review-entry")).containsText("modules[0].interface");
        Browser.look(page, "deep-review");
        page.getByLabel("Message").fill("Interface 7 for the first module");
        page.getByText("Commit as v2").click();
        assertThat(page.locator(".lamp")).hasText("Live v2");
        Browser.look(page, "deep-committed");
    }

    private void seeVersion2(Page page) {
        page.navigate(address.toString());
        assertThat(page.locator(".board")).containsText("Live v2");
        Browser.look(page, "deep-configurations");
        page.getByText("Live v2").click();
        Browser.awaken(page);
        assertThat(page.locator(".standing")).containsText("Interface 7 for the first module");
        open(page, "/modules");
        open(page, "/modules/0");
        assertThat(page.locator("li[data-pointer='%s'] .scalar".formatted(NESTED)))
                .hasText("7");
    }
}
