package dev.redraft.draft;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.held;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class A_file_is_imported {
    private static final String FILE = "name: billing\npool: {max: 20}\nnew: \"<b>\"\n";

    private String draft;

    @BeforeEach
    void a_draft_of_ann() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        configuration("ann", "billing", "{\"name\":\"billing\",\"pool\":{\"max\":10},\"old\":1}");
        draft = draft("ann", "billing");
    }

    private Response rehearse(String way, String name, String file) {
        return as("ann")
                .multiPart("file", name, file.getBytes(StandardCharsets.UTF_8))
                .multiPart("way", way)
                .post("/drafts/" + draft + "/import");
    }

    /// Sends the form that the rehearsal shows.
    private Response done(Response rehearsal) {
        var form = rehearsal.then().statusCode(200).extract().htmlPath();
        var request = as("ann").redirects().follow(false);
        for (var field : new String[] {"stamp", "name", "way", "content"}) {
            request.formParam(field, form.getString("'**'.find { it.@name == '" + field + "' }.@value"));
        }
        return request.post("/drafts/" + draft + "/import/done");
    }

    @Nested
    class After_it_was_shown_what_would_change {
        @Test
        void in_place_of_everything_there_is() {
            var rehearsal = rehearse("replace", "new.yaml", FILE);
            rehearsal
                    .then()
                    .statusCode(200)
                    .body(containsString("1 changed, 1 added, 1 removed"))
                    .body(containsString("&lt;b&gt;"));
            assertThat(shown("ann", draft).getInt("changes")).isZero();
            done(rehearsal).then().statusCode(303);
            assertThat(held("ann", draft)).isEqualTo("{'name':'billing','pool':{'max':20},'new':'<b>'}");
            command("ann", draft, "undo");
            assertThat(shown("ann", draft).getInt("changes")).isZero();
        }

        @Test
        void together_with_what_is_there() {
            var rehearsal = rehearse("merge", "new.yaml", FILE);
            rehearsal.then().body(containsString("1 changed, 1 added<"));
            done(rehearsal).then().statusCode(303);
            assertThat(held("ann", draft)).isEqualTo("{'name':'billing','pool':{'max':20},'old':1,'new':'<b>'}");
        }

        @Test
        void without_touching_what_is_there() {
            done(rehearse("add", "new.yaml", FILE)).then().statusCode(303);
            assertThat(held("ann", draft)).isEqualTo("{'name':'billing','pool':{'max':10},'old':1,'new':'<b>'}");
        }

        @Test
        void beside_what_the_draft_changed_before() {
            patch("ann", draft, "[{'op':'replace','path':'/pool/max','value':20}]");
            rehearse("merge", "new.json", "{\"pool\":{\"max\":20}}")
                    .then()
                    .body(containsString("Nothing would change"))
                    .body(not(containsString("Import as one step")));
            rehearse("replace", "new.properties", "old=2\n").then().body(containsString("1 changed, 2 removed"));
        }
    }

    @Nested
    class Not_at_all {
        @Test
        void if_the_draft_was_changed_since() {
            var rehearsal = rehearse("replace", "new.yaml", FILE);
            patch("ann", draft, "[{'op':'replace','path':'/old','value':2}]");
            done(rehearsal).then().statusCode(412).body(containsString("Nothing was imported"));
            assertThat(held("ann", draft)).isEqualTo("{'name':'billing','pool':{'max':10},'old':2}");
        }

        @Test
        void if_it_cannot_be_read_which_is_told_with_the_line() {
            rehearse("merge", "new.json", "{\"a\":\n1,}")
                    .then()
                    .statusCode(422)
                    .body(containsString("Line 2"))
                    .body(containsString("value=\"merge\" checked"));
            rehearse("merge", "new.txt", "x").then().statusCode(422);
            rehearse("sideways", "new.json", "{}").then().statusCode(422);
        }

        @Test
        void by_anybody_else() {
            as("bob").get("/drafts/" + draft + "/import").then().statusCode(404);
            as("bob")
                    .multiPart("file", "new.json", "{}".getBytes(StandardCharsets.UTF_8))
                    .multiPart("way", "replace")
                    .post("/drafts/" + draft + "/import")
                    .then()
                    .statusCode(404);
        }
    }
}
