package dev.redraft.race;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.held;
import static dev.redraft.Walk.shown;
import static dev.redraft.race.Holding.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(120)
class Two_steps_of_one_draft_at_once {
    private String draft = "";

    @BeforeEach
    void ann_has_a_draft_of_one_step() {
        Scene.begin();
        draft = Scene.draftOf("ann", 20);
    }

    private List<String> states() {
        return as("ann").get("/api/drafts/" + draft + "/operations").jsonPath().getList("state");
    }

    @Test
    void an_undo_that_waited_for_an_edit_takes_that_edit_back() throws Exception {
        try (var edit = holding(Point.EDITED, () -> Scene.setMax("ann", draft, 21))) {
            var undo = edit.meanwhile(() -> command("ann", draft, "undo"));
            assertThat(undo.isWaiting()).isTrue();
            edit.goOn();
            edit.result().then().statusCode(200).body("undo", equalTo("set pool.max to 21"));
            undo.result().then().statusCode(200).body("redo", equalTo("set pool.max to 21"));
        }
        assertThat(states()).containsExactly("APPLIED", "UNDONE");
        assertThat(held("ann", draft)).contains("'max':20");
    }

    @Test
    void an_edit_that_waited_for_an_undo_discards_what_was_undone() throws Exception {
        try (var undo = holding(Point.UNDONE, () -> command("ann", draft, "undo"))) {
            var edit = undo.meanwhile(() -> Scene.setMax("ann", draft, 21));
            assertThat(edit.isWaiting()).isTrue();
            undo.goOn();
            undo.result().then().statusCode(200).body("changes", equalTo(0));
            edit.result().then().statusCode(200).body("redo", equalTo(null));
        }
        assertThat(states()).containsExactly("DISCARDED", "APPLIED");
        assertThat(held("ann", draft)).contains("'max':21");
        command("ann", draft, "undo").then().statusCode(200);
        assertThat(held("ann", draft)).contains("'max':10");
    }

    @Test
    void edits_of_many_windows_all_count_and_can_all_be_taken_back() {
        var base = "{'pool':{'min':1,'max':10},'name':'billing','hits':0}";
        Crowd.atOnce(8, number -> Scene.incrementHits("ann", draft))
                .forEach(answer -> answer.then().statusCode(200));
        assertThat(held("ann", draft)).contains("'hits':8");
        assertThat(shown("ann", draft).getInt("stamp")).isEqualTo(9);
        command("ann", draft, "undo", "{'to':0}").then().statusCode(200).body("changes", equalTo(0));
        assertThat(held("ann", draft)).isEqualTo(base);
    }
}
