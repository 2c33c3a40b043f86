package dev.redraft.outage;

import static dev.redraft.People.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import dev.redraft.People;
import dev.redraft.TestDatabase;
import dev.redraft.Walk;
import dev.redraft.outage.Wire.Fate;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// It neither answers nor hangs up.
@QuarkusTest
@TestProfile(Wired.class)
@Timeout(180)
class The_database_hangs {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

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

    private static void isToldInTime(Response answer) {
        answer.then().statusCode(503).header("Retry-After", notNullValue()).time(lessThan(3000L));
    }

    private static List<Response> atOnce(Stream<Supplier<Response>> requests) {
        try (var threads = Executors.newCachedThreadPool()) {
            var answers = requests.map(request -> CompletableFuture.supplyAsync(request, threads))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    private static void manyAreConnected() {
        atOnce(IntStream.range(0, 12).mapToObj(number -> () -> as("ann").get("/api/configurations")))
                .forEach(answer -> answer.then().statusCode(200));
    }

    private static void isThereAtTheFirstRequest() {
        Wired.mend();
        as("ann").get("/api/configurations").then().statusCode(200);
    }

    @Test
    void every_door_says_that_it_is_away_within_three_seconds_though_all_are_asked_at_once() {
        manyAreConnected();
        Wired.hang();
        assertThat(atOnce(doors.all())).allSatisfy(The_database_hangs::isToldInTime);
        isThereAtTheFirstRequest();
        manyAreConnected();
    }

    @Test
    void every_door_says_so_one_after_the_other() {
        Wired.hang();
        assertThat(doors.all()).allSatisfy(door -> isToldInTime(door.get()));
        isThereAtTheFirstRequest();
    }

    @Test
    void it_hangs_again_and_again() {
        for (var round = 0; round < 3; round++) {
            Wired.hang();
            isToldInTime(as("ann").get("/api/drafts/" + draft));
            isThereAtTheFirstRequest();
        }
    }

    @Test
    void redraft_says_that_it_is_not_ready() {
        Wired.hang();
        given().get("/q/health/ready").then().statusCode(503).time(lessThan(3000L));
        given().get("/q/health/live").then().statusCode(200);
        Wired.mend();
        given().get("/q/health/ready").then().statusCode(200);
    }

    private Response edit() {
        return as("ann")
                .header("Idempotency-Key", "one-edit")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"increment\",\"path\":\"/max\",\"value\":1}]")
                .patch("/api/drafts/" + draft + "/content");
    }

    private static void comesTo(BooleanSupplier state) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!state.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it never came to that").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }

    private Connection lockedDraft() throws SQLException {
        var other = TestDatabase.connect();
        other.setAutoCommit(false);
        other.createStatement().execute("select 1 from revision where id = '" + draft + "' for no key update");
        return other;
    }

    private static boolean somebodyWaits() {
        return !People.strings("select 1 from pg_stat_activity where wait_event_type = 'Lock' and state = 'active'")
                .isEmpty();
    }

    @Test
    void what_was_under_way_came_to_nothing_and_is_told_to_have() throws SQLException {
        try (var _ = lockedDraft()) {
            var edit = CompletableFuture.supplyAsync(this::edit);
            comesTo(The_database_hangs::somebodyWaits);
            var began = System.nanoTime();
            Wired.hang();
            edit.join()
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("urn:redraft:problem:database-away"));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        }
        Wired.mend();
        assertThat(Walk.held("ann", draft)).isEqualTo("{'max':10}");
    }

    /// It works on something for as long as it likes, and that it is there is seen elsewhere.
    @Test
    void what_takes_long_is_not_mistaken_for_that() throws SQLException {
        var other = lockedDraft();
        var edit = CompletableFuture.supplyAsync(this::edit);
        try (other) {
            comesTo(The_database_hangs::somebodyWaits);
            var asked = Wired.welcomed() + 3;
            comesTo(() -> edit.isDone() || Wired.welcomed() >= asked);
        }
        edit.join().then().statusCode(200);
    }

    @Test
    void a_commit_without_an_answer_is_told_to_be_unknown_and_happened_once() {
        Wired.nextCommit(Fate.ANSWER_LOST_IN_SILENCE);
        edit().then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:redraft:problem:outcome-unknown"))
                .time(lessThan(3000L));
        Wired.mend();
        edit().then().statusCode(200).body("stamp", equalTo(1));
        assertThat(Walk.held("ann", draft)).isEqualTo("{'max':11}");
    }
}
