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
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class A_draft_as_text_in_the_browser extends Journey {
    private static final String HOSTILE =
            "</script><img src=x onerror=alert(1)> {{7*7}} {config:property('x')} \\u202eabc\\u202c \ud83d\ude80";

    private String draft = "";

    @BeforeEach
    void ann_has_a_draft() {
        People.clear();
        People.present("ann", Role.ADMINISTRATOR);
        People.present("bob", Role.ADMINISTRATOR);
        var many = IntStream.range(0, 30)
                .mapToObj(number -> "\"server.%d\":{\"host\":\"s%d.example.org\",\"weight\":%d,\"on\":true}"
                        .formatted(number, number, number))
                .collect(Collectors.joining(","));
        draft = Walk.draftOf(
                "ann",
                "billing",
                "{\"pool\":{\"min\":1,\"max\":10},\"note\":\"%s\",\"none\":null,%s}".formatted(HOSTILE, many));
    }

    private Page text(String format) {
        var page = browser.windowOf("ann");
        open(page, format);
        return page;
    }

    private void open(Page page, String format) {
        page.navigate(start + "drafts/" + draft + "/text?format=" + format);
        page.locator(".cm-content").waitFor();
        Browser.awaken(page);
    }

    private static Locator content(Page page) {
        return page.locator(".cm-content");
    }

    /// Puts another text in the place of the whole, as somebody who pastes does.
    private static void paste(Page page, String text) {
        content(page).click();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(text);
    }

    private static Locator state(Page page) {
        return page.locator("[data-text-state]");
    }

    @Test
    void is_typed_in_saved_by_a_key_and_stays_as_it_is() {
        var page = text("json");
        look(page, "text-json");
        find(page, "\"max\": 10");
        page.keyboard().insertText("\"max\": 25");
        assertThat(state(page)).hasText("Not saved yet");
        page.keyboard().press("Control+s");
        assertThat(page.locator("#text-notices")).containsText("Saved as one step: set pool.max to 25");
        assertThat(page.locator("#review")).hasText("Review 1 change");
        assertThat(state(page)).hasText("");
        assertThat(Walk.held("ann", draft)).contains("'max':25");
        page.keyboard().press("Control+z");
        assertThat(content(page)).containsText("\"max\": 10");
        page.click("button:text-is('Save')");
        assertThat(page.locator("#review")).hasText("Review 0 changes");
    }

    /// Selects a text by the editor's own search.
    private static void find(Page page, String text) {
        content(page).click();
        page.keyboard().press("Control+f");
        page.locator("input[name=search]").pressSequentially(text);
        page.keyboard().press("Enter");
        page.keyboard().press("Escape");
    }

    @Test
    void leads_to_the_mistake_and_loses_nothing() {
        var page = text("yaml");
        look(page, "text-yaml");
        paste(page, "pool:\n  min: 1\nnote: \"\ud83d\ude80\" x\n");
        page.keyboard().press("Control+s");
        assertThat(page.locator("#text-notices .error")).containsText("Line 3, column 11");
        assertThat(page.locator(".cm-activeLineGutter").first()).hasText("3");
        assertThat(content(page)).containsText("min: 1");
        look(page, "text-wrong");
        page.keyboard().press("End");
        page.keyboard().press("Backspace");
        page.keyboard().press("Control+s");
        assertThat(page.locator("#text-notices")).containsText("Saved as one step");
        assertThat(Walk.held("ann", draft)).isEqualTo("{'pool':{'min':1},'note':'\ud83d\ude80'}");
    }

    @Test
    void tells_of_another_window_and_of_what_is_not_kept() {
        var page = text("yaml");
        paste(page, "# why\npool:\n  min: 2\n");
        Walk.patch("ann", draft, "[{'op':'add','path':'/other','value':1}]");
        page.keyboard().press("Control+s");
        assertThat(page.locator("#text-notices .error")).containsText("changed in another window");
        look(page, "text-outrun");
        page.keyboard().press("Control+s");
        assertThat(page.locator("#text-notices")).containsText("Comments are not kept");
        assertThat(content(page)).containsText("# why");
        assertThat(Walk.held("ann", draft)).isEqualTo("{'pool':{'min':2}}");
        look(page, "text-saved");
    }

    @Test
    void can_be_left_by_keyboard_and_warns_of_what_is_not_saved() {
        var page = text("json");
        content(page).click();
        page.keyboard().press("Tab");
        assertThat(state(page)).hasText("Not saved yet");
        page.keyboard().press("Escape");
        page.keyboard().press("Tab");
        assertThat(page.locator("button:text-is('Save')")).isFocused();
        var questions = new ArrayList<String>();
        page.onDialog(dialog -> {
            questions.add(dialog.type());
            dialog.dismiss();
        });
        page.click("a:text-is('YAML')");
        page.waitForTimeout(300);
        assertThat(questions).containsExactly("beforeunload");
        assertThat(page.url()).contains("format=json");
    }

    @Test
    void folds_finds_and_takes_a_text_of_200_kB() {
        var page = text("json");
        assertThat(content(page)).containsText("{{7*7}}");
        assertThat(page.locator(".cm-specialChar").first()).isVisible();
        page.locator(".cm-foldGutter span[title='Fold line']").nth(1).click();
        assertThat(page.locator(".cm-foldPlaceholder")).isVisible();
        content(page).press("Control+f");
        page.locator("input[name=search]").pressSequentially("example");
        look(page, "text-search");
        paste(page, "{\"long\":\"%s\"}".formatted("a</script>".repeat(20_000)));
        page.keyboard().press("Control+s");
        assertThat(page.locator("#text-notices")).containsText("Saved as one step");
        assertThat(Walk.held("ann", draft)).hasSize(200_000 + "{'long':''}".length());
        open(page, "yaml");
        assertThat(content(page)).containsText("a</script>a</script>");
    }

    @Test
    void is_kept_while_the_server_cannot_be_reached() {
        var page = text("json");
        paste(page, "{\"a\": 1}");
        page.context().setOffline(true);
        page.keyboard().press("Control+s");
        assertThat(page.locator("#toasts")).containsText("What you typed is still here");
        assertThat(state(page)).hasText("Not saved yet");
        page.context().setOffline(false);
        page.click("button:text-is('Try again')");
        assertThat(page.locator("#text-notices")).containsText("Saved as one step");
        assertThat(Walk.held("ann", draft)).isEqualTo("{'a':1}");
    }

    @Test
    void is_reviewed_line_by_line() {
        var lines = IntStream.rangeClosed(1, 40)
                .mapToObj("echo step %d of 40"::formatted)
                .collect(Collectors.joining("\\n"));
        Walk.write("bob", "billing", "[{'op':'add','path':'/script','value':'%s'}]".formatted(lines));
        Walk.command("ann", draft, "rebase").then().statusCode(200);
        var changed =
                lines.replace("step 20 of 40", "step 20 of forty && sleep 1").replace("echo step 31 of 40\\n", "");
        Walk.patch("ann", draft, "[{'op':'replace','path':'/script','value':'%s'}]".formatted(changed));
        Walk.patch("ann", draft, "[{'op':'replace','path':'/pool/max','value':'10'}]");
        var page = browser.windowOf("ann");
        page.navigate(start + "drafts/" + draft + "/review");
        Browser.awaken(page);
        assertThat(page.locator("ins")).hasText("forty && sleep 1");
        look(page, "review-lines");
        page.click("summary:has-text('16 lines the same')");
        assertThat(page.getByText("echo step 2 of 40").first()).isVisible();
    }

    @Test
    void is_a_plain_field_without_scripts() {
        var page = browser.windowWithoutScriptsOf("ann");
        page.navigate(start + "drafts/" + draft + "/text");
        assertThat(page.locator("textarea")).isVisible();
        page.locator("textarea").fill("{\"a\": 1,");
        page.click("button:text-is('Save')");
        assertThat(page.locator("#text-notices .error")).containsText("Line 1, column");
        assertThat(page.locator("textarea")).hasValue("{\"a\": 1,");
        page.locator("textarea").fill("{\"a\": 1}");
        page.click("button:text-is('Save')");
        assertThat(page.locator("#text-notices")).containsText("Saved as one step");
        assertThat(Walk.held("ann", draft)).isEqualTo("{'a':1}");
    }

    @Test
    void is_only_to_be_read_by_an_administrator() {
        var bob = browser.windowOf("bob");
        open(bob, "json");
        content(bob).click();
        bob.keyboard().type("x");
        assertThat(content(bob)).not().containsText("x{");
        assertThat(bob.locator("button:text-is('Save')")).hasCount(0);
        look(bob, "text-of-another");
    }
}
