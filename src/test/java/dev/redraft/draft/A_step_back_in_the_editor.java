package dev.redraft.draft;

import static dev.redraft.People.as;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class A_step_back_in_the_editor {
    private String draft = "";

    @BeforeEach
    void a_draft_of_ann() {
        People.clear();
        People.present("ann", Role.EDITOR);
        configuration("ann", "billing", "{\"a\":1,\"b\":{\"x\":1},\"c\":3}");
        draft = draft("ann", "billing");
    }

    /// What the script of the editor gets that asked for it from this page.
    private Response undone(String query) {
        var address = as("ann")
                .header("HX-Request", "true")
                .header("HX-Current-URL", "http://localhost/drafts/" + draft + query)
                .redirects()
                .follow(false)
                .formParam("stamp", shown("ann", draft).getLong("stamp"))
                .post("/drafts/" + draft + "/steps/undone")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        return as("ann").urlEncodingEnabled(false).header("HX-Request", "true").get(address);
    }

    private static List<String> rows(Response page) {
        return Pattern.compile("<tr data-pointer=\"/([^\"]*)")
                .matcher(page.asString())
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    private static void isWhole(Response page) {
        assertThat(page.header("HX-Reswap")).isNull();
        assertThat(page.asString()).doesNotContain("hx-swap-oob");
    }

    @Nested
    class Draws_its_rows_alone {
        @Test
        void where_they_stay_where_they_are() {
            patch("ann", draft, "[{'op':'replace','path':'/b/x','value':2},{'op':'remove','path':'/c'}]");
            var page = undone("");
            assertThat(page.header("HX-Reswap")).isEqualTo("none");
            assertThat(rows(page)).containsExactly("b", "c");
            assertThat(page.asString()).contains("hx-swap-oob=\"true\"").contains("id=\"announcer\"");
        }
    }

    @Nested
    class Draws_the_page {
        @Test
        void where_a_row_comes_or_goes() {
            patch("ann", draft, "[{'op':'add','path':'/d','value':4}]");
            var page = undone("");
            isWhole(page);
            assertThat(rows(page)).containsExactly("a", "b", "c");
        }

        @Test
        void where_a_value_left_the_entry_it_was_in() {
            patch("ann", draft, "[{'op':'move','from':'/b/x','path':'/c'}]");
            assertThat(rows(undone(""))).containsExactly("b", "c");
            patch("ann", draft, "[{'op':'move','from':'/b/x','path':'/d'}]");
            var page = undone("");
            isWhole(page);
            assertThat(rows(page)).containsExactly("a", "b", "c");
        }

        @Test
        void where_not_all_rows_are_shown() {
            patch("ann", draft, "[{'op':'replace','path':'/a','value':2}]");
            isWhole(undone("?query=@modified"));
            patch("ann", draft, "[{'op':'replace','path':'/a','value':2}]");
            isWhole(undone("?only=changed"));
        }
    }
}
