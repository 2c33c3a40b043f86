package dev.redraft.race;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.live;
import static dev.redraft.race.Holding.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(120)
class A_takeover_meets_another_step {
    private String draft = "";

    @BeforeEach
    void ann_has_a_draft_of_version_1() {
        Scene.begin();
        People.present("root", Role.ADMINISTRATOR);
        draft = Scene.draftOf("ann", 20);
    }

    private Response takeOver() {
        return command("root", draft, "takeover");
    }

    private static Response start() {
        return as("root").post(Scene.DRAFTS);
    }

    @Test
    void an_edit_that_waited_for_it_finds_no_draft() throws Exception {
        try (var takeover = holding(Point.TAKEN_OVER, this::takeOver)) {
            var edit = takeover.meanwhile(() -> Scene.setMax("ann", draft, 21));
            assertThat(edit.isWaiting()).isTrue();
            takeover.goOn();
            takeover.result().then().statusCode(200).body("owner", equalTo("root"));
            edit.result().then().statusCode(404);
        }
        command("root", draft, "commit").then().statusCode(200);
        assertThat(live("bob", "billing")).contains("'max':20");
    }

    @Test
    void an_edit_that_came_first_is_taken_over_with_the_draft() throws Exception {
        try (var edit = holding(Point.EDITED, () -> Scene.setMax("ann", draft, 21))) {
            var takeover = edit.meanwhile(this::takeOver);
            assertThat(takeover.isWaiting()).isTrue();
            edit.goOn();
            edit.result().then().statusCode(200);
            takeover.result().then().statusCode(200);
        }
        command("root", draft, "commit").then().statusCode(200);
        assertThat(live("bob", "billing")).contains("'max':21");
    }

    @Test
    void a_commit_that_waited_for_it_finds_no_draft() throws Exception {
        try (var takeover = holding(Point.TAKEN_OVER, this::takeOver)) {
            var commit = takeover.meanwhile(() -> command("ann", draft, "commit"));
            assertThat(commit.isWaiting()).isTrue();
            takeover.goOn();
            takeover.result().then().statusCode(200);
            commit.result().then().statusCode(404);
        }
        Scene.holdsVersionsUpTo(1);
    }

    @Test
    void a_commit_that_came_first_leaves_nothing_to_take_over() throws Exception {
        try (var commit = holding(Point.COMMITTED, () -> command("ann", draft, "commit"))) {
            var takeover = commit.meanwhile(this::takeOver);
            assertThat(takeover.isWaiting()).isTrue();
            commit.goOn();
            commit.result().then().statusCode(200).body("version", equalTo(2));
            takeover.result()
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:redraft:problem:draft-not-open"))
                    .body("state", equalTo("ACTIVE"));
        }
        assertThat(People.strings("select owner from revision where id = '" + draft + "'"))
                .containsExactly("ann");
        Scene.holdsVersionsUpTo(2);
    }

    @Test
    void a_start_that_waited_for_it_resumes_the_draft_that_was_taken_over() throws Exception {
        try (var takeover = holding(Point.TAKEN_OVER, this::takeOver)) {
            var start = takeover.meanwhile(A_takeover_meets_another_step::start);
            assertThat(start.isWaiting()).isTrue();
            takeover.goOn();
            takeover.result().then().statusCode(200);
            start.result().then().statusCode(200).body("id", equalTo(draft));
        }
    }

    @Test
    void a_start_that_came_first_stands_in_its_way() throws Exception {
        try (var start = holding(Point.STARTED, A_takeover_meets_another_step::start)) {
            var takeover = start.meanwhile(this::takeOver);
            assertThat(takeover.isWaiting()).isTrue();
            start.goOn();
            String own = start.result().then().statusCode(201).extract().path("id");
            takeover.result()
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:redraft:problem:draft-exists"))
                    .body("draft", equalTo(own));
        }
        Scene.setMax("ann", draft, 22).then().statusCode(200);
    }
}
