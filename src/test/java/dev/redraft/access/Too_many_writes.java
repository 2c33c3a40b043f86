package dev.redraft.access;

import static dev.redraft.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Too_many_writes.Strict.class)
class Too_many_writes {
    /// So little that a test can use it up before any of it comes back.
    public static final class Strict implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("redraft.writes.per-second", "1", "redraft.writes.burst", "20");
        }
    }

    private static Response create(String who) {
        return as(who).contentType(ContentType.JSON).body("{}").put("/api/configurations/billing/test");
    }

    private static Response createUntilRefused(String who) {
        var answer = create(who);
        for (var i = 0; i < 200 && answer.statusCode() < 300; i++) {
            answer = create(who);
        }
        return answer;
    }

    @Test
    void are_refused_to_whoever_asks_for_them_and_to_nobody_else_and_reading_goes_on() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        var page = People.signedIn("ann");
        createUntilRefused("ann")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:redraft:problem:too-many-writes"));
        page.formParam("application", "billing")
                .formParam("environment", "test")
                .post("/drafts")
                .then()
                .statusCode(429)
                .contentType("text/html")
                .header("Retry-After", notNullValue())
                .body(containsString("You change too much at once"));
        for (var i = 0; i < 50; i++) {
            as("ann").get("/api/configurations").then().statusCode(200);
        }
        create("bob").then().statusCode(200);
        assertThat(People.strings("select id from revision where state = 'DRAFT'"))
                .isEmpty();
    }
}
