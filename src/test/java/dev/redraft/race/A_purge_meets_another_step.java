package dev.redraft.race;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.race.Holding.holding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.Past;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.draft.Upkeep;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(120)
class A_purge_meets_another_step {
    @Inject
    Upkeep upkeep;

    private String draft = "";

    @BeforeEach
    void ann_cancelled_a_draft_long_ago() {
        Scene.begin();
        draft = Scene.draftOf("ann", 20);
        Scene.cancel("ann", draft).then().statusCode(200);
        Past.push(draft, "31 days");
    }

    @Test
    void a_reopening_that_came_first_gets_all_of_the_draft() throws Exception {
        try (var reopening = holding(Point.REOPENED, () -> command("ann", draft, "reopen"))) {
            assertThat(reopening.meanwhile(upkeep::run).result()).isEqualTo(new Upkeep.Done(0, 0, 0));
            reopening.goOn();
            reopening.result().then().statusCode(200);
        }
        assertThat(upkeep.run()).isEqualTo(new Upkeep.Done(0, 0, 0));
        assertThat(Walk.held("ann", draft)).contains("'max':20");
        command("ann", draft, "undo").then().statusCode(200);
        command("ann", draft, "redo").then().statusCode(200);
        command("ann", draft, "commit").then().statusCode(200);
    }

    @Test
    void a_reopening_that_waited_for_it_finds_no_draft() throws Exception {
        try (var run = holding(Point.PURGED, upkeep::run)) {
            var reopening = run.meanwhile(() -> command("ann", draft, "reopen"));
            assertThat(reopening.isWaiting()).isTrue();
            run.goOn();
            assertThat(run.result().purged()).isOne();
            reopening.result().then().statusCode(404);
        }
        assertThat(People.strings("select key from entry where since is null")).isEmpty();
        assertThat(People.strings("select outcome from draft_summary")).containsExactly("CANCELLED");
    }

    /// Started and edited while rows of the old one are deleted: nobody who edits waits for a purge.
    @Test
    void whoever_edits_another_draft_of_the_configuration_does_not_wait() throws Exception {
        try (var run = holding(Point.PURGED, upkeep::run)) {
            var next = run.meanwhile(() -> Scene.draftOf("ann", 30));
            command("ann", next.result(), "commit").then().statusCode(200);
            assertThat(People.strings("select state from revision where id = '" + draft + "'"))
                    .containsExactly("CANCELLED");
            run.goOn();
            assertThat(run.result().purged()).isOne();
        }
        as("ann").get("/api/drafts/" + draft).then().statusCode(404);
        Scene.holdsVersionsUpTo(2);
    }
}
