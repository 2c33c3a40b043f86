package dev.redraft.race;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.live;
import static dev.redraft.race.Holding.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.redraft.People;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(120)
class A_way_back_meets_another_step {
    private static final String ROLLBACK = "/api/configurations/billing/test/versions/1/rollback";

    @BeforeEach
    void two_versions() {
        Scene.begin();
        Scene.writeDirectly("bob", "[{'op':'replace','path':'/pool/max','value':20}]");
    }

    private static Response rollBack() {
        return as("ann").contentType(ContentType.JSON).post(ROLLBACK);
    }

    private static Response start() {
        return as("ann").post(Scene.DRAFTS);
    }

    @Test
    void a_commit_that_is_under_way_moves_the_base_of_its_draft() throws Exception {
        var bobs = Scene.draftOf("bob", 30);
        Response rolledBack;
        try (var commit = holding(Point.COMMITTED, () -> command("bob", bobs, "commit"))) {
            rolledBack = rollBack();
            commit.goOn();
            commit.result().then().statusCode(200).body("version", equalTo(3));
        }
        rolledBack.then().statusCode(201).body("base", equalTo(2));
        command("ann", rolledBack.path("id"), "commit")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:redraft:problem:base-moved"))
                .body("overlapping[0]", equalTo("/pool/max"));
        Scene.holdsVersionsUpTo(3);
    }

    @Test
    void a_start_that_came_first_stands_in_its_way() throws Exception {
        try (var start = holding(Point.STARTED, A_way_back_meets_another_step::start)) {
            var rollback = start.meanwhile(A_way_back_meets_another_step::rollBack);
            assertThat(rollback.isWaiting()).isTrue();
            start.goOn();
            String own = start.result().then().statusCode(201).extract().path("id");
            rollback.result()
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:redraft:problem:draft-exists"))
                    .body("draft", equalTo(own));
        }
    }

    @Test
    void a_start_that_waited_for_it_resumes_its_draft() throws Exception {
        try (var rollback = holding(Point.STARTED, A_way_back_meets_another_step::rollBack)) {
            var start = rollback.meanwhile(A_way_back_meets_another_step::start);
            assertThat(start.isWaiting()).isTrue();
            rollback.goOn();
            String own = rollback.result().then().statusCode(201).extract().path("id");
            start.result().then().statusCode(200).body("id", equalTo(own)).body("changes", equalTo(1));
        }
    }

    @Test
    void of_two_at_once_one_makes_the_draft() throws Exception {
        try (var first = holding(Point.STARTED, A_way_back_meets_another_step::rollBack)) {
            var second = first.meanwhile(A_way_back_meets_another_step::rollBack);
            assertThat(second.isWaiting()).isTrue();
            first.goOn();
            first.result().then().statusCode(201);
            second.result().then().statusCode(409);
        }
        assertThat(People.strings("select 1 from revision where state = 'DRAFT'"))
                .hasSize(1);
    }

    @Test
    void an_edit_of_the_draft_that_it_goes_into_is_taken_into_account() throws Exception {
        var mine = draft("ann", "billing");
        try (var edit = holding(Point.EDITED, () -> Scene.setMax("ann", mine, 99))) {
            var rollback = edit.meanwhile(() -> as("ann")
                    .contentType(ContentType.JSON)
                    .body("{\"into\":\"" + mine + "\"}")
                    .post(ROLLBACK));
            assertThat(rollback.isWaiting()).isTrue();
            edit.goOn();
            edit.result().then().statusCode(200);
            rollback.result().then().statusCode(200);
        }
        command("ann", mine, "commit").then().statusCode(200);
        assertThat(live("bob", "billing")).contains("'max':10");
    }
}
