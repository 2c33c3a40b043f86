package dev.redraft.race;

import static dev.redraft.People.as;
import static dev.redraft.Walk.content;
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
class A_precondition_meets_another_writer {
    private static final String BILLING = "/api/configurations/billing/test";

    @BeforeEach
    void there_is_version_1() {
        Scene.begin();
    }

    private static Response put(String who, String key, String value, String condition, String tag) {
        return as(who).header(condition, tag)
                .contentType(ContentType.JSON)
                .body(value)
                .put(BILLING + "/entry?key=" + key);
    }

    private static Response put(String who, String key, String value) {
        return as(who).contentType(ContentType.JSON).body(value).put(BILLING + "/entry?key=" + key);
    }

    private static String tag(String key) {
        return as("bob").get(BILLING + "/entry?key=" + key).header("ETag");
    }

    private static void isTold(Response loser) {
        loser.then().statusCode(412).body("type", equalTo("urn:redraft:problem:precondition-failed"));
    }

    @Test
    void of_an_entry_that_is_written_meanwhile_fails() throws Exception {
        var tag = tag("name");
        try (var ann = holding(Point.WRITTEN, () -> put("ann", "name", "\"hers\""))) {
            var bob = ann.meanwhile(() -> put("bob", "name", "\"his\"", "If-Match", tag));
            assertThat(bob.isWaiting()).isTrue();
            ann.goOn();
            isTold(bob.result());
        }
        assertThat(live("bob", "billing")).contains("'name':'hers'");
        Scene.holdsVersionsUpTo(2);
    }

    @Test
    void of_an_entry_holds_if_it_is_another_one_that_is_written() throws Exception {
        var tag = tag("name");
        try (var ann = holding(Point.WRITTEN, () -> put("ann", "hits", "7"))) {
            var bob = ann.meanwhile(() -> put("bob", "name", "\"his\"", "If-Match", tag));
            assertThat(bob.isWaiting()).isTrue();
            ann.goOn();
            bob.result().then().statusCode(200).body("version", equalTo(3));
        }
        assertThat(live("bob", "billing")).contains("'name':'his'", "'hits':7");
    }

    @Test
    void of_the_content_fails_whichever_entry_is_written() throws Exception {
        var tag = as("bob").get(content("billing")).header("ETag");
        try (var ann = holding(Point.WRITTEN, () -> put("ann", "hits", "7"))) {
            var bob = ann.meanwhile(() -> as("bob")
                    .header("If-Match", tag)
                    .contentType("application/merge-patch+json")
                    .body("{\"name\":\"his\"}")
                    .patch(content("billing")));
            assertThat(bob.isWaiting()).isTrue();
            ann.goOn();
            isTold(bob.result());
        }
        assertThat(live("bob", "billing")).contains("'name':'billing'");
    }

    @Test
    void that_nothing_is_there_fails_for_the_second_of_two_who_create_an_entry() throws Exception {
        try (var ann = holding(Point.WRITTEN, () -> put("ann", "new", "1", "If-None-Match", "*"))) {
            var bob = ann.meanwhile(() -> put("bob", "new", "2", "If-None-Match", "*"));
            assertThat(bob.isWaiting()).isTrue();
            ann.goOn();
            ann.result().then().statusCode(200);
            isTold(bob.result());
        }
        assertThat(live("bob", "billing")).contains("'new':1");
    }

    @Test
    void that_nothing_is_there_fails_for_the_second_of_two_who_create_a_configuration() throws Exception {
        try (var ann = holding(Point.CREATED, () -> create("ann"))) {
            var bob = ann.meanwhile(() -> create("bob"));
            assertThat(bob.isWaiting()).isTrue();
            ann.goOn();
            ann.result().then().statusCode(201);
            isTold(bob.result());
        }
    }

    private static Response create(String who) {
        return as(who).header("If-None-Match", "*")
                .contentType(ContentType.JSON)
                .body("{}")
                .put("/api/configurations/shipping/test");
    }

    @Test
    void that_something_is_there_creates_nothing() {
        as("ann")
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body("{}")
                .put("/api/configurations/shipping/test")
                .then()
                .statusCode(412);
        assertThat(People.strings("select id from configuration where application = 'shipping'"))
                .isEmpty();
    }
}
