package dev.redraft.race;

import static dev.redraft.Walk.command;
import static dev.redraft.Walk.live;
import static dev.redraft.race.Holding.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.redraft.Past;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.draft.Upkeep;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(120)
class An_abandonment_meets_another_step {
    @Inject
    Upkeep upkeep;

    private String draft = "";

    @BeforeEach
    void ann_left_a_draft_alone() {
        Scene.begin();
        People.present("root", Role.ADMINISTRATOR);
        draft = Scene.draftOf("ann", 20);
        Past.push(draft, "8 days");
    }

    private String state() {
        return People.strings("select state from revision where id = '" + draft + "'")
                .getFirst();
    }

    @Test
    void an_edit_that_came_first_keeps_the_draft_and_waits_for_nobody() throws Exception {
        try (var edit = holding(Point.EDITED, () -> Scene.setMax("ann", draft, 21))) {
            // It does not wait for the edit, either: it passes by.
            assertThat(edit.meanwhile(upkeep::run).result().abandoned()).isZero();
            edit.goOn();
            edit.result().then().statusCode(200);
        }
        assertThat(upkeep.run().abandoned()).isZero();
        assertThat(Walk.held("ann", draft)).contains("'max':21");
    }

    @Test
    void an_edit_that_waited_for_it_is_refused_and_succeeds_once_the_draft_is_reopened() throws Exception {
        try (var run = holding(Point.ABANDONED, upkeep::run)) {
            var edit = run.meanwhile(() -> Scene.setMax("ann", draft, 21));
            assertThat(edit.isWaiting()).isTrue();
            run.goOn();
            assertThat(run.result().abandoned()).isOne();
            edit.result()
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:redraft:problem:draft-not-open"))
                    .body("state", equalTo("ABANDONED"));
        }
        command("ann", draft, "reopen").then().statusCode(200);
        Scene.setMax("ann", draft, 21).then().statusCode(200);
        assertThat(upkeep.run().abandoned()).isZero();
    }

    @Test
    void a_commit_that_came_first_is_live() throws Exception {
        try (var commit = holding(Point.COMMITTED, () -> command("ann", draft, "commit"))) {
            assertThat(commit.meanwhile(upkeep::run).result().abandoned()).isZero();
            commit.goOn();
            commit.result().then().statusCode(200).body("version", equalTo(2));
        }
        assertThat(upkeep.run().abandoned()).isZero();
        assertThat(state()).isEqualTo("ACTIVE");
        Scene.holdsVersionsUpTo(2);
    }

    @Test
    void a_commit_that_waited_for_it_is_refused_and_nothing_is_live_by_half() throws Exception {
        try (var run = holding(Point.ABANDONED, upkeep::run)) {
            var commit = run.meanwhile(() -> command("ann", draft, "commit"));
            assertThat(commit.isWaiting()).isTrue();
            run.goOn();
            commit.result().then().statusCode(409).body("state", equalTo("ABANDONED"));
        }
        Scene.holdsVersionsUpTo(1);
        command("ann", draft, "reopen").then().statusCode(200);
        command("ann", draft, "commit").then().statusCode(200);
        assertThat(live("bob", "billing")).contains("'max':20");
    }

    @Test
    void a_takeover_that_came_first_keeps_the_draft() throws Exception {
        try (var takeover = holding(Point.TAKEN_OVER, () -> command("root", draft, "takeover"))) {
            assertThat(takeover.meanwhile(upkeep::run).result().abandoned()).isZero();
            takeover.goOn();
            takeover.result().then().statusCode(200);
        }
        assertThat(upkeep.run().abandoned()).isZero();
    }

    @Test
    void a_review_that_waited_for_it_is_refused_and_a_start_begins_a_new_draft() throws Exception {
        try (var run = holding(Point.ABANDONED, upkeep::run)) {
            var review = run.meanwhile(() -> command("ann", draft, "review"));
            assertThat(review.isWaiting()).isTrue();
            run.goOn();
            review.result().then().statusCode(409);
        }
        assertThat(Walk.draft("ann", "billing")).isNotEqualTo(draft);
    }
}
