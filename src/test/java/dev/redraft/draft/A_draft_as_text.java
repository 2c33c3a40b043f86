package dev.redraft.draft;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.held;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.schema;
import static dev.redraft.Walk.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class A_draft_as_text {
    private static final String TEXT = """
            {
              "name": "billing",
              "pool": {
                "max": 20
              },
              "old": 1
            }
            """;

    private String draft = "";

    @BeforeEach
    void of_ann() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        People.present("root", Role.ADMINISTRATOR);
        configuration("ann", "billing", "{\"name\":\"billing\",\"pool\":{\"max\":10},\"old\":1}");
        draft = draft("ann", "billing");
    }

    @Nested
    class Is_saved {
        @Test
        void by_the_least_operations_as_one_step() {
            save(TEXT.replace("\"old\": 1", "\"new\": [\"</script>\", \"{{7*7}}\"]"))
                    .statusCode(303)
                    .header("Location", containsString("/text?format=json&said=saved&stamp="));
            assertThat(held("ann", draft))
                    .isEqualTo("{'name':'billing','pool':{'max':20},'new':['</script>','{{7*7}}']}");
            var steps = as("ann").get("/api/drafts/" + draft + "/operations").jsonPath();
            assertThat(steps.getList("label")).hasSize(1);
            assertThat(steps.getString("[0].operations.path")).contains("[pool, max]", "[old]", "[new]");
            assertThat(steps.getList("[0].operations")).hasSize(3);
            command("ann", draft, "undo").then().statusCode(200);
            assertThat(shown("ann", draft).getInt("changes")).isZero();
        }

        @Test
        void as_YAML_and_tells_what_is_not_kept() {
            save(form("yaml", "# ten were too few\nname: billing\r\npool: {max: 20}\nold: 1\n"))
                    .statusCode(303)
                    .header("Location", endsWith("&kept=values"));
            page("?format=yaml&said=saved&kept=values")
                    .body(containsString("Saved as one step: <code>set pool.max to 20</code>"))
                    .body(containsString("Comments are not kept."));
        }

        @Test
        void without_a_word_of_what_is_not_kept_where_all_of_it_is() {
            save(form("yaml", "name: billing\npool:\n  max: 20\nold: 1\n"))
                    .statusCode(303)
                    .header("Location", not(containsString("kept")));
        }

        @Test
        void as_no_step_where_nothing_changed() {
            save(TEXT.replace("20", "10")).statusCode(303).header("Location", containsString("said=same"));
            page("?said=same").body(containsString("Nothing changed: the draft is this already."));
            assertThat(shown("ann", draft).getString("undo")).isNull();
        }

        @Test
        void and_held_to_the_schema() {
            schema("root", "billing", "{'properties':{'pool':{'properties':{'max':{'maximum':15}}}}}");
            save(TEXT).statusCode(303);
            page("?said=saved").body(containsString("pool.max")).body(containsString("does not pass the schema"));
        }
    }

    @Nested
    class Is_not_saved {
        @Test
        void where_it_cannot_be_read_and_says_where() {
            save("{\n  \"name\": </script>\n}")
                    .statusCode(422)
                    .body(containsString("Nothing was saved."))
                    .body(containsString("data-line=\"2\" data-column=\"11\""))
                    .body(containsString("&quot;name&quot;: &lt;/script&gt;\n}</textarea>"));
            save(form("yaml", "name: x\nname: y\n")).statusCode(422).body(containsString("data-line=\"2\""));
        }

        @Test
        void over_what_another_window_did_unless_it_is_sent_again() {
            var old = form("json", TEXT);
            patch("ann", draft, "[{'op':'replace','path':'/old','value':2}]");
            var told = save(old)
                    .statusCode(412)
                    .body(containsString("changed in another window"))
                    .body(containsString("&quot;max&quot;: 20"));
            var stamp = told.extract().htmlPath().getString("'**'.find { it.@id == 'text-stamp' }.@value");
            assertThat(held("ann", draft)).contains("'old':2");
            save(form("json", TEXT, stamp)).statusCode(303);
            assertThat(held("ann", draft)).contains("'max':20").contains("'old':1");
        }

        @Test
        void over_what_another_window_did_where_only_a_mistake_was_told() {
            var stamp = shown("ann", draft).getString("stamp");
            patch("ann", draft, "[{'op':'replace','path':'/old','value':2}]");
            save(form("json", "{", stamp))
                    .statusCode(422)
                    .body(containsString("id=\"text-stamp\" value=\"" + stamp + "\""));
        }

        @Test
        void where_the_draft_was_cancelled_and_is_not_lost() {
            var form = form("json", TEXT);
            as("ann").delete("/api/drafts/" + draft).then().statusCode(200);
            save(form)
                    .statusCode(409)
                    .body(containsString("This draft was cancelled."))
                    .body(containsString("&quot;max&quot;: 20"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "yaml"})
    void gives_back_every_character_of_what_nobody_touched(String format) throws IOException {
        configuration("ann", "nasty", Files.readString(Path.of("src/test/resources/document/nasty.json")));
        draft = draft("ann", "nasty");
        var before = held("ann", draft);
        save(form(format, text(format))).statusCode(303).header("Location", containsString("said=same"));
        assertThat(held("ann", draft)).isEqualTo(before);
    }

    @Test
    void is_shown_to_an_administrator_who_cannot_save_it() {
        page("root", "").body(containsString(" readonly>")).body(not(containsString("Save</button>")));
        as("root")
                .formParam("text", "{}")
                .formParam("stamp", "1")
                .post("/drafts/" + draft + "/text")
                .then()
                .statusCode(403);
        as("bob").get("/drafts/" + draft + "/text").then().statusCode(404);
        assertThat(held("ann", draft)).contains("'max':10");
    }

    @Test
    void allows_the_map_of_the_modules_by_its_hash_and_no_other_script() {
        page("").header("Content-Security-Policy", containsString("script-src 'self' 'sha256-"))
                .header("Content-Security-Policy", not(containsString("unsafe")))
                .body(containsString(
                        "<script type=\"importmap\">{\"imports\":{\"@codemirror/autocomplete\":\"/_static/"));
        as("ann")
                .get("/drafts/" + draft)
                .then()
                .header("Content-Security-Policy", not(containsString("sha256")))
                .body(not(containsString("importmap")));
    }

    @Test
    void is_a_file_for_whoever_wants_it_in_another_editor() {
        as("ann")
                .get("/drafts/" + draft + "/text/file?format=yaml")
                .then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"billing-test-draft.yaml\"")
                .body(containsString("max: 10"));
    }

    @Test
    void is_not_opened_where_it_is_too_much() {
        var stamp = shown("ann", draft).getString("stamp");
        var much = "{\"a\":\"%s\",\"b\":\"%s\"}".formatted("x".repeat(1_000_000), "y".repeat(1_000_000));
        save(form("json", much, stamp)).statusCode(303);
        page("").body(containsString("more text than can be edited at once")).body(not(containsString("<textarea")));
    }

    @Test
    void leads_to_the_draft_once_that_is_closed() {
        as("ann").delete("/api/drafts/" + draft).then().statusCode(200);
        as("ann")
                .redirects()
                .follow(false)
                .get("/drafts/" + draft + "/text")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/drafts/" + draft));
    }

    private ValidatableResponse page(String query) {
        return page("ann", query);
    }

    private ValidatableResponse page(String who, String query) {
        return as(who).get("/drafts/" + draft + "/text" + query).then().statusCode(200);
    }

    /// What the text field of the page holds.
    private String text(String format) {
        return page("?format=" + format).extract().htmlPath().getString("'**'.find { it.@name == 'text' }");
    }

    private RequestSpecification form(String format, String text) {
        return form(format, text, shown("ann", draft).getString("stamp"));
    }

    private static RequestSpecification form(String format, String text, String stamp) {
        return as("ann")
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("format", format)
                .formParam("text", text)
                .formParam("stamp", stamp);
    }

    private ValidatableResponse save(String text) {
        return save(form("json", text));
    }

    private ValidatableResponse save(RequestSpecification form) {
        Response answer = form.post("/drafts/" + draft + "/text");
        return answer.then();
    }
}
