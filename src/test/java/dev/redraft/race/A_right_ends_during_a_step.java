package dev.redraft.race;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.race.Holding.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What was begun with a right is finished, and the next one is refused: nobody waits for the other.
@QuarkusTest
@Timeout(120)
class A_right_ends_during_a_step {
    private String draft = "";
    private String cookie = "";
    private String token = "";

    @BeforeEach
    void ann_has_a_draft_and_signed_in() {
        Scene.begin();
        People.present("root", Role.ADMINISTRATOR);
        draft = Scene.draftOf("ann", 20);
        cookie = People.cookie("ann", People.PASSWORD);
        token = People.formToken(cookie);
    }

    private Response post(String path) {
        return People.browser(cookie)
                .header("X-CSRF-Token", token)
                .formParam("stamp", Walk.shown("ann", draft).getLong("stamp"))
                .post(path);
    }

    private Response undo() {
        return post("/drafts/" + draft + "/steps/undone");
    }

    @Test
    void by_signing_out() throws Exception {
        try (var undo = holding(Point.UNDONE, this::undo)) {
            var signOut = undo.meanwhile(() -> post("/sign-out"));
            assertThat(signOut.isWaiting()).isFalse();
            signOut.result().then().statusCode(303);
            undo.goOn();
            undo.result().then().statusCode(303).header("Location", containsString(draft));
        }
        assertThat(Walk.held("ann", draft)).contains("'max':10");
        post("/drafts/" + draft + "/steps/redone")
                .then()
                .statusCode(303)
                .header("Location", containsString("/sign-in"));
        assertThat(Walk.held("ann", draft)).contains("'max':10");
    }

    private static Response switchOff() {
        return as("root")
                .contentType(ContentType.JSON)
                .body("{\"enabled\":false}")
                .put("/api/users/ann");
    }

    @Test
    void by_being_switched_off() throws Exception {
        try (var commit = holding(Point.COMMITTED, () -> command("ann", draft, "commit"))) {
            var off = commit.meanwhile(A_right_ends_during_a_step::switchOff);
            assertThat(off.isWaiting()).isFalse();
            off.result().then().statusCode(200);
            commit.goOn();
            commit.result().then().statusCode(200);
        }
        command("ann", draft, "commit").then().statusCode(401);
        Scene.holdsVersionsUpTo(2);
    }
}
