package dev.redraft.race;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.race.Holding.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.redraft.People;
import dev.redraft.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(120)
class What_is_begun_by_many_at_once {
    private static final int MANY = 32;

    @BeforeEach
    void there_is_version_1() {
        Scene.begin();
    }

    private static Response start() {
        return as("ann").post(Scene.DRAFTS);
    }

    private static List<String> openDrafts() {
        return People.strings("select id from revision where state = 'DRAFT'");
    }

    private static void isNewForOneAlone(List<Response> answers) {
        var statuses = answers.stream().map(Response::statusCode).toList();
        assertThat(statuses).containsOnly(200, 201);
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
    }

    @Test
    void a_draft_is_one_and_the_same_for_all() {
        var answers = Crowd.atOnce(MANY, number -> start());
        isNewForOneAlone(answers);
        assertThat(answers)
                .extracting(answer -> answer.path("id"))
                .containsOnly(openDrafts().getFirst());
        assertThat(openDrafts()).hasSize(1);
    }

    @Test
    void a_configuration_is_one_and_the_same_for_all() {
        isNewForOneAlone(Crowd.atOnce(
                MANY,
                number -> as(number % 2 == 0 ? "ann" : "bob")
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .put("/api/configurations/shipping/test")));
        assertThat(People.strings("select id from configuration where application = 'shipping'"))
                .hasSize(1);
        assertThat(People.strings("select action from audit where subject = 'shipping/test'"))
                .containsExactly("configuration-created");
    }

    @Nested
    class A_draft_that_is_reopened {
        private String cancelled = "";

        @BeforeEach
        void ann_cancelled_a_draft() {
            cancelled = Scene.draftOf("ann", 20);
            Scene.cancel("ann", cancelled).then().statusCode(200);
        }

        @Test
        void is_what_a_start_that_waited_for_it_resumes() throws Exception {
            try (var reopen = holding(Point.REOPENED, () -> command("ann", cancelled, "reopen"))) {
                var start = reopen.meanwhile(() -> start());
                assertThat(start.isWaiting()).isTrue();
                reopen.goOn();
                reopen.result().then().statusCode(200);
                start.result().then().statusCode(200).body("id", equalTo(cancelled));
            }
            assertThat(openDrafts()).containsExactly(cancelled);
        }

        @Test
        void gives_way_to_one_that_was_started_first_and_names_it() throws Exception {
            try (var start = holding(Point.STARTED, () -> start())) {
                var reopen = start.meanwhile(() -> command("ann", cancelled, "reopen"));
                assertThat(reopen.isWaiting()).isTrue();
                start.goOn();
                start.result().then().statusCode(201);
                reopen.result()
                        .then()
                        .statusCode(409)
                        .body("type", equalTo("urn:redraft:problem:draft-exists"))
                        .body("draft", equalTo(start.result().path("id")));
                assertThat(openDrafts()).containsExactly(start.result().<String>path("id"));
            }
        }
    }

    @Nested
    class A_draft_of_what_is_archived_meanwhile {
        private static Response archive() {
            return as("bob").delete("/api/configurations/billing/test");
        }

        @Test
        void is_there_but_goes_nowhere_when_it_was_started_before_that_ended() throws Exception {
            try (var archive = holding(Point.ARCHIVED, () -> archive())) {
                start().then().statusCode(201);
                archive.goOn();
                archive.result().then().statusCode(200).body("archived", equalTo(true));
            }
            start().then().statusCode(409).body("type", equalTo("urn:redraft:problem:archived"));
            var draft = openDrafts().getFirst();
            Scene.setMax("ann", draft, 20);
            command("ann", draft, "commit")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:redraft:problem:archived"));
            Scene.holdsVersionsUpTo(1);
        }

        @Test
        void keeps_nobody_from_archiving() throws Exception {
            try (var start = holding(Point.STARTED, () -> start())) {
                archive().then().statusCode(200);
                start.goOn();
                start.result().then().statusCode(TestDatabase.isSerializable() ? 409 : 201);
            }
            Scene.holdsVersionsUpTo(1);
        }

        @Test
        void is_not_committed_when_the_commit_waited_for_that() throws Exception {
            var draft = Scene.draftOf("ann", 20);
            try (var archive = holding(Point.ARCHIVED, () -> archive())) {
                var commit = archive.meanwhile(() -> command("ann", draft, "commit"));
                assertThat(commit.isWaiting()).isTrue();
                archive.goOn();
                commit.result().then().statusCode(409).body("type", equalTo("urn:redraft:problem:archived"));
            }
            Scene.holdsVersionsUpTo(1);
        }
    }
}
