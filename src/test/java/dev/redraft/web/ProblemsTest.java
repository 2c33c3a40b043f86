package dev.redraft.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.redraft.People;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProblemsTest {
    @BeforeEach
    void ann_is_an_editor() {
        People.clear();
        People.present("ann", Role.EDITOR);
    }

    @Test
    void a_refusal_is_told_with_all_its_members_and_headers() {
        problem(given().get("/trouble/refusal").then(), 409, "base-moved")
                .header("Retry-After", "3")
                .body("title", equalTo("Base moved"))
                .body("status", equalTo(409))
                .body("detail", equalTo("Somebody was faster."))
                .body("current", equalTo(7));
    }

    @Test
    void a_bug_is_told_by_an_id_and_nothing_else() {
        problem(given().get("/trouble/bug").then(), 500, "internal-error")
                .body("id", matchesPattern("[0-9a-f-]{36}"))
                .body("$", not(org.hamcrest.Matchers.hasKey("cause")))
                .body("detail", not(containsString("secret")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "53300"})
    void a_database_that_is_away_is_no_bug(String state) {
        problem(given().get("/trouble/sql/" + state).then(), 503, "database-away")
                .header("Retry-After", "5");
    }

    @Test
    void a_conflict_that_no_retry_resolved_asks_to_come_again() {
        problem(given().get("/trouble/sql/40001").then(), 503, "busy").header("Retry-After", "1");
    }

    @Nested
    class A_request_that_leads_nowhere {
        @ParameterizedTest
        @ValueSource(strings = {"/nowhere", "/api/nowhere", "/api/users/a/b", "/trouble/id/no-uuid"})
        void is_not_found(String path) {
            problem(People.as("ann").get(path).then(), 404, "not-found");
        }

        @Test
        void by_its_method_is_told_which_ones_there_are() {
            problem(People.as("ann").delete("/api/me").then(), 405, "method-not-allowed")
                    .header("Allow", equalTo("GET, HEAD"));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                POST   | /api/configurations/a/b/content  | GET, HEAD, PATCH, PUT
                DELETE | /api/configurations/a/b/versions | GET, HEAD
                GET    | /api/configurations/a/b/drafts   | POST
                PUT    | /api/drafts/1                    | DELETE, GET, HEAD
                GET    | /api/drafts/1/undo               | POST
                DELETE | /api/drafts/1/content            | GET, HEAD, PATCH, PUT
                """)
        void by_its_method_is_told_so_wherever_another_method_leads_somewhere(
                String method, String path, String allowed) {
            problem(People.as("ann").request(method, path).then(), 405, "method-not-allowed")
                    .header("Allow", equalTo(allowed));
        }

        @Test
        void by_what_it_accepts_is_told_so() {
            problem(People.as("ann").accept("image/png").get("/api/me").then(), 406, "not-acceptable");
        }

        @Test
        void by_what_it_sends_is_told_so() {
            problem(
                            People.as("ann")
                                    .contentType("text/csv")
                                    .body("a,b")
                                    .put("/api/me/password")
                                    .then(),
                            415,
                            "unsupported-media-type")
                    .header("Accept", equalTo("application/json"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/q/", "/q/metrics", "/q/dev", "/q/arc"})
        void stays_closed_below_q(String path) {
            problem(given().get(path).then(), 401, "unauthenticated");
            problem(People.as("ann").get(path).then(), 403, "forbidden");
        }

        @Test
        void because_its_method_has_no_rule_is_forbidden() {
            problem(People.as("ann").get("/trouble/closed").then(), 403, "forbidden");
        }
    }

    @Nested
    class A_body {
        @Test
        void that_is_no_json_is_told_by_line_and_column() {
            problem(post("{\n  \"name\": oops}"), 400, "malformed-json")
                    .body("line", equalTo(2))
                    .body("column", equalTo(11));
        }

        @Test
        void that_ends_too_early_is_told() {
            post("{\"name\": ").statusCode(400).contentType("application/problem+json");
        }

        @Test
        void with_an_unknown_member_is_told_its_name_and_the_known_ones() {
            problem(post("{\"nmae\": \"x\"}"), 400, "unknown-member")
                    .body("member", equalTo("nmae"))
                    .body("detail", containsString("\"nmae\""))
                    .body("detail", containsString("count, enabled, name"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"enabled\": \"true\"}",
                    "{\"enabled\": 1}",
                    "{\"name\": 1}",
                    "{\"name\": true}",
                    "{\"name\": {}}",
                    "{\"count\": 1.5}",
                    "{\"count\": \"1\"}",
                    "[]",
                    "\"text\"",
                    "7"
                })
        void with_a_value_of_another_kind_is_refused_and_not_bent(String body) {
            problem(post(body), 400, "malformed-body");
        }

        @Test
        void with_a_member_twice_is_refused() {
            post("{\"name\": \"a\", \"name\": \"b\"}").statusCode(400).contentType("application/problem+json");
        }

        @Test
        void with_something_behind_its_end_is_refused() {
            post("{\"name\": \"a\"} {}").statusCode(400).contentType("application/problem+json");
        }

        @Test
        void larger_than_the_limit_is_refused_before_it_is_read() {
            var answer = Knocking.send(
                    "POST /trouble/body HTTP/1.1\nContent-Type: application/json\nContent-Length: 99999999999");
            assertThat(answer)
                    .startsWith("HTTP/1.1 413 ")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("urn:redraft:problem:too-large");
        }
    }

    @Test
    void a_body_that_never_told_its_length_is_counted() {
        var chunk = "100000\n" + " ".repeat(0x100000) + "\n";
        var answer = Knocking.send(
                "POST /trouble/body HTTP/1.1\nContent-Type: application/json\nTransfer-Encoding: chunked",
                chunk.repeat(65) + "0\n\n");
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("urn:redraft:problem:too-large");
    }

    @Test
    void head_answers_where_get_does_and_without_a_body() {
        assertThat(People.as("ann")
                        .head("/api/me")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEmpty();
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/trouble/body")
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:redraft:problem:" + slug))
                .body("status", equalTo(status));
    }

    /// Fails in every way there is.
    @Path("/trouble")
    @Produces(MediaType.APPLICATION_JSON)
    static class Trouble {
        record Form(
                @Nullable String name,
                @Nullable Boolean enabled,
                @Nullable Integer count) {}

        @GET
        @PermitAll
        @Path("refusal")
        public String refusal() {
            throw new Refusal(409, "base-moved", "Somebody was faster.")
                    .with("current", 7)
                    .withHeader("Retry-After", "3");
        }

        @GET
        @PermitAll
        @Path("bug")
        public String bug() {
            throw new IllegalStateException("a secret");
        }

        @GET
        @PermitAll
        @Path("sql/{state}")
        public String sql(@PathParam("state") String state) {
            throw new IllegalStateException(new SQLException("failed", state));
        }

        @GET
        @PermitAll
        @Path("id/{id}")
        public String id(@PathParam("id") UUID id) {
            return id.toString();
        }

        @GET
        @Path("closed")
        public String closed() {
            return "nobody sees this";
        }

        @POST
        @PermitAll
        @Path("body")
        @Consumes(MediaType.APPLICATION_JSON)
        public @Nullable Form body(@Nullable Form form) {
            return form;
        }
    }
}
