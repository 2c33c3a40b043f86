package dev.redraft.outage;

import static dev.redraft.People.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import dev.redraft.Walk;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@TestProfile(Wired.class)
@Timeout(180)
class The_database_goes_away {
    private String draft = "";
    private Doors doors = new Doors("", "");

    @BeforeEach
    void ann_has_a_draft_and_signed_in() {
        doors = Doors.ofAnn();
        draft = doors.draft();
    }

    @AfterEach
    void it_comes_back() {
        Wired.mend();
    }

    @Test
    void every_door_of_programs_says_so_within_three_seconds() {
        Wired.breakDown();
        assertThat(doors.ofPrograms())
                .allSatisfy(door -> door.get()
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", notNullValue())
                        .body("type", equalTo("urn:redraft:problem:database-away"))
                        .time(lessThan(3000L)));
    }

    @Test
    void every_door_of_people_says_so_within_three_seconds_on_a_page() {
        Wired.breakDown();
        assertThat(doors.ofPeople())
                .allSatisfy(door -> door.get()
                        .then()
                        .statusCode(503)
                        .contentType("text/html")
                        .header("Retry-After", notNullValue())
                        .body(containsString("The database cannot be reached right now"))
                        .time(lessThan(3000L)));
    }

    @Test
    void what_needs_no_database_is_still_there() {
        Wired.breakDown();
        given().get("/app/probe.txt").then().statusCode(200);
        given().accept("text/html").get("/sign-in").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }

    /// Every connection of the pool is dead by then.
    @Test
    void the_first_request_after_it_is_back_succeeds_and_so_do_all_others() {
        atOnce(12).forEach(answer -> answer.then().statusCode(200));
        Wired.breakDown();
        as("ann").get("/api/configurations").then().statusCode(503);
        Wired.mend();
        atOnce(12).forEach(answer -> answer.then().statusCode(200));
    }

    /// Its connections are dead, and nobody noticed.
    @Test
    void a_restart_between_two_requests_is_not_felt() {
        atOnce(12).forEach(answer -> answer.then().statusCode(200));
        Wired.breakDown();
        Wired.mend();
        Walk.patch("ann", draft, "[{'op':'replace','path':'/max','value':30}]")
                .then()
                .statusCode(200);
        atOnce(12).forEach(answer -> answer.then().statusCode(200));
    }

    private static List<Response> atOnce(int many) {
        var answers = IntStream.range(0, many)
                .mapToObj(
                        number -> CompletableFuture.supplyAsync(() -> as("ann").get("/api/configurations")))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
