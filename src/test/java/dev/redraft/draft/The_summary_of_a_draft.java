package dev.redraft.draft;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is kept of a draft for the statistics, once it is purged.
@QuarkusTest
class The_summary_of_a_draft {
    private String draft = "";

    @BeforeEach
    void ann_has_a_draft() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("root", Role.ADMINISTRATOR);
        Walk.configuration("ann", "billing", "{\"max\":10,\"list\":[1,2],\"\\\"before\\\":\":{\"\\u0000\":1}}");
        draft = Walk.draft("ann", "billing");
    }

    private void patch(String patch) {
        Walk.patch("ann", draft, patch).then().statusCode(200);
    }

    private void order(String command) {
        command("ann", draft, command).then().statusCode(200);
    }

    private void cancel() {
        as("ann").delete("/api/drafts/" + draft).then().statusCode(200);
    }

    private String summary(String columns) {
        return String.join("|", People.strings("select concat_ws(' ', " + columns + ") from draft_summary"));
    }

    @Test
    void counts_what_was_done_to_it() {
        patch("[{'op':'replace','path':'/max','value':20}]");
        patch("[{'op':'replace','path':'/max','value':30}]");
        order("undo");
        order("redo");
        order("undo");
        order("review");
        order("review");
        order("commit");
        assertThat(summary("outcome, edits, undos, conflicts, reopened, last_step"))
                .isEqualTo("COMMITTED 2 2 0 0");
        assertThat(summary("first_edited = (select min(at) from draft_event where kind = 'FIRST_EDIT'),"
                        + " first_reviewed = (select min(at) from draft_event where kind = 'REVIEWED')"))
                .isEqualTo("t t");
    }

    @Test
    void is_forgotten_when_the_draft_is_reopened_and_kept_again_at_its_end() {
        patch("[{'op':'replace','path':'/max','value':20}]");
        cancel();
        order("reopen");
        assertThat(summary("outcome")).isEmpty();
        cancel();
        assertThat(summary("outcome, edits, reopened, last_step")).isEqualTo("CANCELLED 1 1 reopen");
    }

    @Test
    void counts_the_conflicts_that_somebody_had_to_decide() {
        patch("[{'op':'replace','path':'/max','value':20}]");
        Walk.write("ann", "billing", "[{'op':'replace','path':'/max','value':11}]")
                .then()
                .statusCode(200);
        command("ann", draft, "commit").then().statusCode(409);
        command("ann", draft, "rebase").then().statusCode(409);
        command("ann", draft, "rebase", "{'resolutions':{'max':'mine'}}").then().statusCode(200);
        order("commit");
        assertThat(summary("outcome, conflicts")).isEqualTo("COMMITTED 1");
    }

    @Test
    void counts_a_conflict_that_was_decided_before_anybody_was_refused_for_it() {
        patch("[{'op':'replace','path':'/max','value':20}]");
        Walk.write("ann", "billing", "[{'op':'replace','path':'/max','value':11}]")
                .then()
                .statusCode(200);
        command("ann", draft, "rebase", "{'resolutions':{'max':'mine'}}").then().statusCode(200);
        cancel();
        assertThat(summary("outcome, conflicts, last_step")).isEqualTo("CANCELLED 1 update");
    }

    @Test
    void leaves_pauses_of_more_than_ten_minutes_out() {
        patch("[{'op':'replace','path':'/max','value':20}]");
        order("review");
        People.sql("update draft_event set at = case kind when 'STARTED' then now() - interval '1 day'"
                + " when 'FIRST_EDIT' then now() - interval '1 day' + interval '10 minutes'"
                + " else now() - interval '1 day' + interval '20.001 minutes' end");
        cancel();
        assertThat(summary("active_ms")).isEqualTo("600000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "add # [{'op':'add','path':'/new','value':null}]",
                "add # [{'op':'add','path':'/list/1','value':7}]",
                "add # [{'op':'add','path':'/\"before\":/x','value':1}]",
                "set # [{'op':'replace','path':'/\"before\":/\\u0000','value':{'\"before\":':[]}}]",
                "set # [{'op':'increment','path':'/max','by':1}]",
                "remove # [{'op':'remove','path':'/max'}]",
                "remove # [{'op':'remove','path':'/list/0'}]",
                "remove # [{'op':'remove','path':'/\"before\":/\\u0000'}]",
                "move # [{'op':'move','from':'/max','path':'/min'}]",
                "several # [{'op':'add','path':'/a','value':1},{'op':'add','path':'/b','value':1}]"
            })
    void tells_what_the_last_edit_did(String step, String patch) {
        as("ann")
                .contentType("application/json-patch+json")
                .body(patch.replace("\"", "\\\"").replace('\'', '"'))
                .patch("/api/drafts/" + draft + "/content")
                .then()
                .statusCode(200);
        cancel();
        assertThat(summary("last_step")).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({"undo, undo", "redo, undo redo", "review, review", "refused-commit, outrun commit"})
    void tells_another_last_step_by_its_name(String step, String commands) {
        patch("[{'op':'replace','path':'/max','value':20}]");
        for (var word : commands.split(" ", -1)) {
            if (word.equals("outrun")) {
                Walk.write("ann", "billing", "[{'op':'replace','path':'/max','value':11}]");
            } else {
                command("ann", draft, word);
            }
        }
        cancel();
        assertThat(summary("last_step")).isEqualTo(step);
    }

    @Test
    void tells_that_nothing_was_done_at_all() {
        cancel();
        assertThat(summary("edits, undos, last_step")).isEqualTo("0 0 start");
    }

    @Test
    void is_of_whoever_had_the_draft_at_its_end() {
        command("root", draft, "takeover").then().statusCode(200);
        as("root").delete("/api/drafts/" + draft).then().statusCode(200);
        assertThat(summary("owner, last_step")).isEqualTo("root takeover");
    }
}
