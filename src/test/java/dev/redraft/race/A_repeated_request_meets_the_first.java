package dev.redraft.race;

import static dev.redraft.People.as;
import static dev.redraft.Walk.content;
import static dev.redraft.Walk.live;
import static dev.redraft.race.Holding.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(120)
class A_repeated_request_meets_the_first {
    @BeforeEach
    void there_is_version_1() {
        Scene.begin();
    }

    private static Response count() {
        return as("ann")
                .header("Idempotency-Key", "the-same")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"increment\",\"path\":\"/hits\",\"value\":1}]")
                .patch(content("billing"));
    }

    @Test
    void waits_for_it_and_answers_the_same() throws Exception {
        try (var first = holding(Point.WRITTEN, A_repeated_request_meets_the_first::count)) {
            var second = first.meanwhile(A_repeated_request_meets_the_first::count);
            assertThat(second.isWaiting()).isTrue();
            first.goOn();
            first.result().then().statusCode(200).body("version", equalTo(2));
            second.result().then().statusCode(200).body("version", equalTo(2));
        }
        assertThat(live("ann", "billing")).contains("'hits':1");
        Scene.holdsVersionsUpTo(2);
    }

    @Test
    void does_not_wait_for_long() throws Exception {
        try (var first = holding(Point.WRITTEN, A_repeated_request_meets_the_first::count)) {
            count().then()
                    .statusCode(409)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("urn:redraft:problem:in-progress"))
                    .time(lessThan(5000L));
            first.goOn();
            first.result().then().statusCode(200).body("version", equalTo(2));
        }
        count().then().statusCode(200).body("version", equalTo(2));
        Scene.holdsVersionsUpTo(2);
    }

    @Test
    void does_it_if_the_first_came_to_nothing() throws Exception {
        try (var first = holding(Point.WRITTEN, A_repeated_request_meets_the_first::count)) {
            var second = first.meanwhile(A_repeated_request_meets_the_first::count);
            assertThat(second.isWaiting()).isTrue();
            first.hangUp();
            first.result().then().statusCode(503);
            first.goOn();
            second.result().then().statusCode(200).body("version", equalTo(2));
        }
        Scene.holdsVersionsUpTo(2);
    }
}
