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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class A_long_import_in_the_browser extends Journey {
    private static final int MANY = 6_000;

    private String draft = "";

    @BeforeEach
    void ann_has_a_draft() {
        People.clear();
        People.present("ann", Role.EDITOR);
        draft = Walk.draftOf("ann", "billing", "{\"name\":\"billing\",\"key.1\":0}");
    }

    private void choose(Page page) {
        var file = IntStream.rangeClosed(1, MANY)
                .mapToObj(number -> "key." + number + ": " + number)
                .collect(Collectors.joining("\n"));
        page.navigate(start + "drafts/" + draft + "/import");
        page.setInputFiles(
                "#file", new FilePayload("many.yaml", "application/yaml", file.getBytes(StandardCharsets.UTF_8)));
        page.check("input[value='merge']");
        page.click("button:has-text('Show what would change')");
        page.waitForURL(Pattern.compile(".*/import/jobs/.*"));
    }

    /// As if the server were in the middle of it.
    private static void half(int done) {
        People.sql(
                "update job set state = 'RUNNING', ended = null, result = null, total = 6000, instance = 'gone', done = "
                        + done);
    }

    @Test
    void is_watched_left_come_back_to_and_done() {
        var ann = browser.windowOf("ann");
        choose(ann);
        assertThat(ann.locator("main")).containsText("5,999 added");
        half(1_500);
        ann.reload();
        Browser.awaken(ann);
        assertThat(ann.locator("#progress")).containsText("Looking through 1,500 of 6,000 entries");
        look(ann, "import-running");
        half(4_500);
        assertThat(ann.locator("#progress")).containsText("4,500 of 6,000");
        assertThat(ann.locator("#announcer")).hasText("Import: 75 percent");
        ann.focus("#stop");
        half(4_800);
        assertThat(ann.locator("#progress")).containsText("4,800 of 6,000");
        assertThat(ann.locator("#stop")).isFocused();

        ann.navigate(start + "drafts");
        ann.click("a:has-text('Import running 4,800 of 6,000')");
        Browser.awaken(ann);
        People.sql("update job set state = 'INTERRUPTED', ended = now()");
        assertThat(ann.locator("main")).containsText("Interrupted");
        look(ann, "import-interrupted");
        ann.click("button:has-text('Start again')");
        assertThat(ann.locator("main")).containsText("5,999 added");
        look(ann, "import-ready");
        ann.click("button:has-text('Import as one step')");
        assertThat(ann.locator("main")).containsText("Imported as one step");
        People.sql("""
                update job set result = '{"stamp":1,"changed":0,"added":5999,"removed":0,"left":["key.1","pool.<b>"],"moreLeft":0}'
                where kind = 'IMPORT'
                """);
        ann.reload();
        Browser.awaken(ann);
        assertThat(ann.locator("main")).containsText("2 entries were changed by somebody else");
        look(ann, "import-done");
        ann.click("a.primary:has-text('Back to the draft')");
        assertThat(ann.locator("#draft-bar")).containsText("Review 6000 changes");
    }

    @Test
    void is_stopped_without_any_script_too() {
        var ann = browser.windowWithoutScriptsOf("ann");
        choose(ann);
        ann.reload();
        half(1_500);
        ann.reload();
        ann.click("a:has-text('Look again')");
        ann.click("button:has-text('Stop')");
        assertThat(ann.locator("main")).containsText("Stopped. The draft is as it was.");
    }
}
