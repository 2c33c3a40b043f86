package dev.redraft.race;

import static dev.redraft.Walk.command;
import static dev.redraft.Walk.live;
import static dev.redraft.race.Holding.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.redraft.Walk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(120)
class A_commit_meets_another_step {
    private String draft = "";

    @BeforeEach
    void ann_has_a_draft_of_version_1() {
        Scene.begin();
        draft = Scene.draftOf("ann", 20);
    }

    private Response commit() {
        return command("ann", draft, "commit");
    }

    private static void isToldThatTheDraftIsNotOpen(Response loser, String state) {
        loser.then()
                .statusCode(409)
                .body("type", equalTo("urn:redraft:problem:draft-not-open"))
                .body("state", equalTo(state));
    }

    @Nested
    class An_edit {
        @Test
        void that_waited_for_it_is_told_that_the_draft_is_not_open() throws Exception {
            try (var commit = holding(Point.COMMITTED, () -> commit())) {
                var edit = commit.meanwhile(() -> Scene.setMax("ann", draft, 21));
                assertThat(edit.isWaiting()).isTrue();
                commit.goOn();
                commit.result().then().statusCode(200).body("version", equalTo(2));
                isToldThatTheDraftIsNotOpen(edit.result(), "ACTIVE");
            }
            assertThat(live("bob", "billing")).contains("'max':20");
            Scene.holdsVersionsUpTo(2);
        }

        @Test
        void that_came_first_is_in_the_commit() throws Exception {
            try (var edit = holding(Point.EDITED, () -> Scene.setMax("ann", draft, 21))) {
                var commit = edit.meanwhile(() -> commit());
                assertThat(commit.isWaiting()).isTrue();
                edit.goOn();
                edit.result().then().statusCode(200);
                commit.result().then().statusCode(200).body("version", equalTo(2));
            }
            assertThat(live("bob", "billing")).contains("'max':21");
            Scene.holdsVersionsUpTo(2);
        }

        @Test
        void that_came_first_and_took_everything_back_leaves_nothing_to_commit() throws Exception {
            try (var undo = holding(Point.UNDONE, () -> command("ann", draft, "undo"))) {
                var commit = undo.meanwhile(() -> commit());
                assertThat(commit.isWaiting()).isTrue();
                undo.goOn();
                undo.result().then().statusCode(200).body("changes", equalTo(0));
                commit.result().then().statusCode(409).body("type", equalTo("urn:redraft:problem:nothing-to-commit"));
            }
            Scene.holdsVersionsUpTo(1);
        }
    }

    @Nested
    class A_cancel {
        @Test
        void that_waited_for_it_is_told_that_the_draft_is_not_open() throws Exception {
            try (var commit = holding(Point.COMMITTED, () -> commit())) {
                var cancel = commit.meanwhile(() -> Scene.cancel("ann", draft));
                assertThat(cancel.isWaiting()).isTrue();
                commit.goOn();
                commit.result().then().statusCode(200).body("version", equalTo(2));
                isToldThatTheDraftIsNotOpen(cancel.result(), "ACTIVE");
            }
            Scene.holdsVersionsUpTo(2);
        }

        @Test
        void that_came_first_leaves_nothing_that_could_be_committed() throws Exception {
            try (var cancel = holding(Point.CANCELLED, () -> Scene.cancel("ann", draft))) {
                var commit = cancel.meanwhile(() -> commit());
                assertThat(commit.isWaiting()).isTrue();
                cancel.goOn();
                cancel.result().then().statusCode(200).body("state", equalTo("CANCELLED"));
                isToldThatTheDraftIsNotOpen(commit.result(), "CANCELLED");
            }
            assertThat(live("bob", "billing")).contains("'max':10");
            Scene.holdsVersionsUpTo(1);
        }
    }

    @Nested
    class A_direct_write {
        private static final String PATCH = "[{'op':'replace','path':'/name','value':'new'}]";

        @Test
        void that_waited_for_it_is_made_on_top_of_it() throws Exception {
            try (var commit = holding(Point.COMMITTED, () -> commit())) {
                var write = commit.meanwhile(() -> Scene.writeDirectly("bob", PATCH));
                assertThat(write.isWaiting()).isTrue();
                commit.goOn();
                commit.result().then().statusCode(200).body("version", equalTo(2));
                write.result().then().statusCode(200).body("version", equalTo(3));
            }
            assertThat(live("bob", "billing")).isEqualTo("{'pool':{'min':1,'max':20},'name':'new','hits':0}");
            Scene.holdsVersionsUpTo(3);
        }

        @Test
        void that_came_first_moves_its_base() throws Exception {
            var untouched = Scene.all("ann", draft);
            try (var write = holding(Point.WRITTEN, () -> Scene.writeDirectly("bob", PATCH))) {
                var commit = write.meanwhile(() -> commit());
                assertThat(commit.isWaiting()).isTrue();
                write.goOn();
                write.result().then().statusCode(200).body("version", equalTo(2));
                commit.result()
                        .then()
                        .statusCode(409)
                        .body("type", equalTo("urn:redraft:problem:base-moved"))
                        .body("current", equalTo(2))
                        .body("overlapping.size()", equalTo(0));
            }
            assertThat(Scene.all("ann", draft)).isEqualTo(untouched);
            assertThat(Walk.held("ann", draft)).contains("'name':'billing'");
            Scene.holdsVersionsUpTo(2);
        }
    }
}
