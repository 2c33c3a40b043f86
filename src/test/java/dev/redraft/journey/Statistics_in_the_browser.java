package dev.redraft.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.redraft.journey.Browser.look;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.redraft.People;
import dev.redraft.TestDatabase;
import dev.redraft.platform.Role;
import dev.redraft.scale.Year;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody asks what becomes of drafts, and looks at those behind a number.
@QuarkusTest
class Statistics_in_the_browser extends Journey {
    @BeforeEach
    void a_year_of_drafts() throws SQLException {
        People.clear();
        People.present("root", Role.ADMINISTRATOR);
        try (var connection = TestDatabase.connect()) {
            Year.tenth(Instant.now()).write(connection, "root");
        }
    }

    @AfterAll
    void nothing_of_it_is_left() {
        People.clear();
    }

    @Test
    void an_administrator_sees_all_numbers_with_their_tables_and_the_drafts_behind_them() {
        var root = browser.windowOf("root");
        root.navigate(start + "statistics");
        Browser.awaken(root);
        assertThat(root.locator(".tile")).hasCount(6);
        assertThat(root.locator("h2")).containsText(new String[] {"What became of them", "Abandoned, by owner"});
        look(root, "statistics");
        root.getByText("A year", new Page.GetByTextOptions().setExact(true)).click();
        for (var table : root.locator(".stat-table > summary").all()) {
            table.click();
        }
        look(root, "statistics-year");
        root.setViewportSize(2560, 1440);
        look(root, "statistics-wide");
        root.locator("a.bar-row", new Page.LocatorOptions().setHasText("Abandoned"))
                .click();
        assertThat(root.locator("h1")).hasText("Drafts abandoned");
        assertThat(root.locator(".draft-line")).hasCount(100);
        look(root, "statistics-drafts");
        root.getByText("Older drafts").click();
        root.locator(".draft-line a").first().click();
        root.waitForURL(Pattern.compile(".*/drafts/[0-9a-f-]{36}.*"));
    }

    @Test
    void an_editor_sees_ones_own_drafts_behind_the_numbers_of_all() {
        var editor = browser.windowOf("person-07");
        editor.navigate(start + "statistics?from=2020-01-01&to=2020-01-31");
        assertThat(editor.locator(".notice"))
                .containsText("No draft was started or ended from 2020-01-01 to 2020-01-31.");
        look(editor, "statistics-empty");
        editor.getByText("A year", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(editor.locator("h2", new Page.LocatorOptions().setHasText("by owner")))
                .hasCount(0);
        editor.locator(".tile a").first().click();
        assertThat(editor.locator("main")).containsText("are other people’s, which only administrators see.");
        assertThat(editor.locator(".draft-line td:nth-child(2)").first()).hasText("person-07");
        assertThat(editor.locator(".draft-line td:nth-child(2)", new Page.LocatorOptions().setHasText("person-01")))
                .hasCount(0);
        editor.goBack();
        editor.selectOption("#owner", "person-07");
        editor.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(editor.locator("#owner")).hasValue("person-07");
        Locator mine = editor.locator(".tile a").first();
        mine.click();
        assertThat(editor.locator("main")).not().containsText("other people’s");
    }
}
