package dev.redraft.race;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.held;
import static dev.redraft.Walk.live;
import static dev.redraft.Walk.shown;
import static dev.redraft.race.Holding.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.redraft.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(120)
class A_rebase_meets_another_step {
    private static final String BOBS = "[{'op':'replace','path':'/pool/min','value':2}]";

    private String draft = "";

    @BeforeEach
    void ann_has_a_draft_of_version_1_and_bob_made_version_2() {
        Scene.begin();
        draft = Scene.draftOf("ann", 20);
        Scene.writeDirectly("bob", BOBS).then().statusCode(200);
    }

    private Response rebase() {
        return command("ann", draft, "rebase");
    }

    @Nested
    class An_edit {
        @Test
        void that_came_first_is_rebased_with_the_rest_which_is_worked_out_again() throws Exception {
            try (var edit = holding(Point.EDITED, () -> Scene.incrementHits("ann", draft))) {
                var rebase = edit.meanwhile(() -> rebase());
                assertThat(rebase.isWaiting()).isTrue();
                edit.goOn();
                edit.result().then().statusCode(200);
                rebase.result().then().statusCode(200).body("base", equalTo(2));
            }
            assertThat(held("ann", draft)).isEqualTo("{'pool':{'min':2,'max':20},'name':'billing','hits':1}");
            command("ann", draft, "undo", "{'to':0}").then().statusCode(200);
            assertThat(held("ann", draft)).isEqualTo(live("bob", "billing"));
        }

        @Test
        void that_waited_for_it_is_made_on_the_new_base() throws Exception {
            try (var rebase = holding(Point.REBASED, () -> rebase())) {
                var edit = rebase.meanwhile(() -> Scene.setMax("ann", draft, 21));
                assertThat(edit.isWaiting()).isTrue();
                rebase.goOn();
                rebase.result().then().statusCode(200);
                edit.result().then().statusCode(200).body("base", equalTo(2));
            }
            assertThat(held("ann", draft)).contains("'pool':{'min':2,'max':21}");
        }
    }

    @Nested
    class A_commit {
        @Test
        void of_somebody_else_that_came_first_is_rebased_onto_too() throws Exception {
            var bob = Scene.draftOf("bob", 10);
            Scene.incrementHits("bob", bob).then().statusCode(200);
            try (var commit = holding(Point.COMMITTED, () -> command("bob", bob, "commit"))) {
                var rebase = commit.meanwhile(() -> rebase());
                rebase.result().then().statusCode(200).body("base", equalTo(2));
                commit.goOn();
                commit.result().then().statusCode(200).body("version", equalTo(3));
            }
            rebase().then().statusCode(200).body("base", equalTo(3));
            assertThat(held("ann", draft)).isEqualTo("{'pool':{'min':2,'max':20},'name':'billing','hits':1}");
        }

        @Test
        void of_somebody_else_that_came_meanwhile_leaves_it_on_the_version_it_was_worked_out_for() throws Exception {
            try (var rebase = holding(Point.REBASED, () -> rebase())) {
                Scene.writeDirectly("bob", "[{'op':'replace','path':'/pool/max','value':30}]")
                        .then()
                        .statusCode(200);
                rebase.goOn();
                if (TestDatabase.isSerializable()) {
                    rebase.result().then().statusCode(409).body("conflicts[0].theirs", equalTo(30));
                    return;
                }
                rebase.result().then().statusCode(200).body("base", equalTo(2));
            }
            assertThat(shown("ann", draft).getInt("current")).isEqualTo(3);
            command("ann", draft, "commit")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:redraft:problem:base-moved"))
                    .body("overlapping", equalTo(java.util.List.of("/pool/max")));
            rebase().then().statusCode(409).body("conflicts[0].theirs", equalTo(30));
        }

        @Test
        void of_the_draft_that_waited_for_it_finds_the_base_live() throws Exception {
            try (var rebase = holding(Point.REBASED, () -> rebase())) {
                var commit = rebase.meanwhile(() -> command("ann", draft, "commit"));
                assertThat(commit.isWaiting()).isTrue();
                rebase.goOn();
                rebase.result().then().statusCode(200);
                commit.result().then().statusCode(200).body("version", equalTo(3));
            }
            assertThat(live("bob", "billing")).contains("'pool':{'min':2,'max':20}");
            Scene.holdsVersionsUpTo(3);
        }

        @Test
        void of_the_draft_that_came_first_leaves_nothing_to_rebase() throws Exception {
            try (var commit = holding(Point.COMMITTED, () -> command("ann", draft, "commit", "{'rebase':true}"))) {
                var rebase = commit.meanwhile(() -> rebase());
                assertThat(rebase.isWaiting()).isTrue();
                commit.goOn();
                commit.result().then().statusCode(200).body("version", equalTo(3));
                rebase.result().then().statusCode(409).body("type", equalTo("urn:redraft:problem:draft-not-open"));
            }
            Scene.holdsVersionsUpTo(3);
        }
    }

    @Test
    void whoever_reads_meanwhile_sees_the_draft_as_it_was() throws Exception {
        var before = held("ann", draft);
        try (var rebase = holding(Point.REBASED, () -> rebase())) {
            assertThat(held("ann", draft)).isEqualTo(before);
            assertThat(shown("ann", draft).getInt("base")).isEqualTo(1);
            rebase.goOn();
            rebase.result().then().statusCode(200);
        }
        assertThat(held("ann", draft)).isNotEqualTo(before);
    }

    @Nested
    class A_partial_commit {
        private Response commitPool() {
            return command("ann", draft, "commit", "{'keys':['pool'],'rebase':true}");
        }

        @Test
        void lets_an_edit_that_waited_go_on_in_what_is_left() throws Exception {
            try (var commit = holding(Point.PARTLY_COMMITTED, () -> commitPool())) {
                var edit = commit.meanwhile(() -> Scene.setMax("ann", draft, 21));
                assertThat(edit.isWaiting()).isTrue();
                commit.goOn();
                commit.result().then().statusCode(200).body("version", equalTo(3));
                edit.result().then().statusCode(200).body("base", equalTo(3)).body("changes", equalTo(1));
            }
            assertThat(live("bob", "billing")).contains("'max':20");
            assertThat(held("ann", draft)).contains("'max':21");
            command("ann", draft, "undo").then().statusCode(200).body("changes", equalTo(0));
            Scene.holdsVersionsUpTo(3);
        }

        @Test
        void takes_an_edit_that_came_first_along() throws Exception {
            try (var edit = holding(Point.EDITED, () -> Scene.setMax("ann", draft, 21))) {
                var commit = edit.meanwhile(() -> commitPool());
                assertThat(commit.isWaiting()).isTrue();
                edit.goOn();
                commit.result().then().statusCode(200);
            }
            assertThat(live("bob", "billing")).contains("'pool':{'min':2,'max':21}");
            assertThat(as("ann").get("/api/drafts/" + draft).jsonPath().getInt("changes"))
                    .isZero();
            Scene.holdsVersionsUpTo(3);
        }
    }
}
