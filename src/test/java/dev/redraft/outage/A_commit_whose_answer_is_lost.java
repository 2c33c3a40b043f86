package dev.redraft.outage;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.content;
import static dev.redraft.Walk.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.outage.Wire.Fate;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@TestProfile(Wired.class)
@Timeout(120)
class A_commit_whose_answer_is_lost {
    private static final String DRAFTS = "/api/configurations/billing/test/drafts";

    private String draft = "";

    @BeforeEach
    void ann_has_a_draft_of_version_1() {
        People.clear();
        People.present("ann", Role.EDITOR);
        draft = Walk.draftOf("ann", "billing", "{\"max\":10}");
        edit(20).then().statusCode(200);
    }

    @AfterEach
    void the_wire_is_mended() {
        Wired.mend();
    }

    private Response edit(int max) {
        return Walk.patch("ann", draft, "[{'op':'replace','path':'/max','value':" + max + "}]");
    }

    private static void meets(Fate fate, Runnable step) {
        Wired.nextCommit(fate);
        step.run();
        assertThat(Wired.isMet()).isTrue();
    }

    private static void isUnknown(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:redraft:problem:outcome-unknown"))
                .body("detail", containsString("same Idempotency-Key"))
                .time(lessThan(3000L));
    }

    private static void holdsOneMoreVersion() {
        assertThat(live("ann", "billing")).isEqualTo("{'max':20}");
        assertThat(People.strings("select version from revision where version is not null order by version"))
                .containsExactly("0", "1", "2");
    }

    @Test
    void of_a_draft_is_told_as_the_version_that_it_became() {
        meets(
                Fate.ANSWER_LOST,
                () -> command("ann", draft, "commit").then().statusCode(200).body("version", equalTo(2)));
        holdsOneMoreVersion();
    }

    @Test
    void of_a_draft_is_told_although_the_draft_is_no_longer_what_if_match_named() {
        var tag = as("ann").get("/api/drafts/" + draft).header("ETag");
        meets(
                Fate.ANSWER_LOST,
                () -> as("ann")
                        .header("If-Match", tag)
                        .contentType(ContentType.JSON)
                        .post("/api/drafts/" + draft + "/commit")
                        .then()
                        .statusCode(200)
                        .body("version", equalTo(2)));
        holdsOneMoreVersion();
    }

    @Test
    void of_a_draft_is_made_if_the_server_never_heard_of_it() {
        meets(
                Fate.LOST,
                () -> command("ann", draft, "commit").then().statusCode(200).body("version", equalTo(2)));
        holdsOneMoreVersion();
    }

    @Test
    void of_a_draft_is_told_to_be_unknown_while_the_database_is_away_and_truly_afterwards() {
        meets(Fate.ANSWER_LOST_AND_AWAY, () -> isUnknown(command("ann", draft, "commit")));
        Wired.mend();
        command("ann", draft, "commit").then().statusCode(200).body("version", equalTo(2));
        holdsOneMoreVersion();
    }

    @Test
    void of_a_part_of_a_draft_is_told_to_be_unknown() {
        Walk.patch("ann", draft, "[{'op':'add','path':'/min','value':1}]");
        meets(Fate.ANSWER_LOST, () -> isUnknown(command("ann", draft, "commit", "{'keys':['max']}")));
        holdsOneMoreVersion();
    }

    @Test
    void of_a_start_is_told_as_the_draft_that_was_started() {
        command("ann", draft, "commit").then().statusCode(200);
        meets(Fate.ANSWER_LOST, () -> as("ann").post(DRAFTS).then().statusCode(200));
        assertThat(People.strings("select id from revision where state = 'DRAFT'"))
                .hasSize(1);
    }

    @Test
    void of_a_cancel_is_told_as_the_draft_that_was_cancelled() {
        meets(
                Fate.ANSWER_LOST,
                () -> as("ann")
                        .delete("/api/drafts/" + draft)
                        .then()
                        .statusCode(200)
                        .body("state", equalTo("CANCELLED")));
    }

    @Test
    void of_an_edit_is_told_to_be_unknown() {
        meets(Fate.ANSWER_LOST, () -> isUnknown(edit(21)));
        assertThat(Walk.held("ann", draft)).isEqualTo("{'max':21}");
    }

    @Test
    void of_an_edit_is_told_to_be_unknown_if_it_was_not_made() {
        meets(Fate.LOST, () -> isUnknown(edit(21)));
        assertThat(Walk.held("ann", draft)).isEqualTo("{'max':20}");
    }

    @Test
    void of_a_direct_write_is_told_to_be_unknown() {
        meets(
                Fate.ANSWER_LOST,
                () -> isUnknown(as("ann")
                        .contentType("application/merge-patch+json")
                        .body("{\"max\":20}")
                        .patch(content("billing"))));
        holdsOneMoreVersion();
    }

    @Test
    void of_a_step_on_a_page_is_told_there_to_be_unknown() {
        var page = People.signedIn("ann");
        meets(
                Fate.ANSWER_LOST,
                () -> page.formParam("stamp", 1)
                        .post("/drafts/" + draft + "/steps/undone")
                        .then()
                        .statusCode(503)
                        .contentType("text/html")
                        .body(containsString("it may have happened or not")));
        assertThat(Walk.held("ann", draft)).isEqualTo("{'max':10}");
    }

    private Response keyedEdit() {
        return as("ann")
                .header("Idempotency-Key", "one-edit")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/max\",\"value\":21}]")
                .patch("/api/drafts/" + draft + "/content");
    }

    private void madeOnce(Fate fate) {
        meets(fate, () -> keyedEdit().then().statusCode(200).body("stamp", equalTo(2)));
        keyedEdit().then().statusCode(200).body("stamp", equalTo(2));
        assertThat(Walk.held("ann", draft)).isEqualTo("{'max':21}");
    }

    @Test
    void of_an_edit_with_a_key_is_told_as_it_went() {
        madeOnce(Fate.ANSWER_LOST);
    }

    @Test
    void of_an_edit_with_a_key_is_made_if_the_server_never_heard_of_it() {
        madeOnce(Fate.LOST);
    }

    @Test
    void of_an_edit_with_a_key_is_told_when_it_is_asked_for_again() {
        meets(Fate.ANSWER_LOST_AND_AWAY, () -> isUnknown(keyedEdit()));
        Wired.mend();
        keyedEdit().then().statusCode(200).body("stamp", equalTo(2));
        assertThat(Walk.held("ann", draft)).isEqualTo("{'max':21}");
    }
}
