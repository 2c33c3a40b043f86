package dev.redraft.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class GuardsTest {
    @BeforeEach
    void ann_is_an_editor() {
        People.clear();
        People.present("ann", Role.EDITOR);
    }

    @Nested
    class A_path_that_could_be_read_in_two_ways {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/api/me;x",
                    "/api;x/me",
                    "/api/me%3B",
                    "/api/me%3bx",
                    "/api%2Fme",
                    "/api%2fme",
                    "/api%5Cme",
                    "//api/me",
                    "/api//me",
                    "/api/me//",
                    "/api/../api/me",
                    "/api/./me",
                    "/api/%2e%2e/api/me",
                    "/api/.%2E/api/me",
                    "/api/%2e/me",
                    "/api/me/..",
                    "/api/me%00",
                    "/api/me%0d%0a",
                    "/q/health;x",
                    "/q//health",
                    "http://redraft/api/me"
                })
        void is_refused_before_routing_and_sign_in(String path) {
            var answer = Knocking.send("GET " + path + " HTTP/1.1");
            assertThat(answer)
                    .startsWith("HTTP/1.1 400 ")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("urn:redraft:problem:malformed-path");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/api/me?key=a;b//c%2F..%2f%3b", "/api/me?", "/api/users/a.b..c", "/api/users/%C3%A4"})
        void is_none_that_has_such_characters_in_its_query_or_inside_a_name(String path) {
            assertThat(Knocking.send("GET " + path + " HTTP/1.1")).startsWith("HTTP/1.1 401 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api\\me", "/api/me%", "/api/me%zz"})
    void a_path_that_is_no_uri_is_refused_by_the_server_itself(String path) {
        assertThat(Knocking.send("GET " + path + " HTTP/1.1")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void an_address_may_hold_a_long_message() {
        assertThat(Knocking.send("GET /api/me?message=" + "%F0%9F%98%80".repeat(10_000) + " HTTP/1.1"))
                .startsWith("HTTP/1.1 401 ");
    }

    @Nested
    class A_body {
        private ValidatableResponse sent(String header, String value) {
            return People.as("ann")
                    .config(RestAssured.config()
                            .encoderConfig(EncoderConfig.encoderConfig()
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                    .header(header, value)
                    .contentType("application/json")
                    .body("{}")
                    .put("/api/me/password")
                    .then()
                    .contentType("application/problem+json");
        }

        @ParameterizedTest
        @ValueSource(strings = {"gzip", "br", "identity, gzip"})
        void that_is_compressed_is_none_that_is_read(String coding) {
            sent("Content-Encoding", coding)
                    .statusCode(415)
                    .header("Accept-Encoding", equalTo("identity"))
                    .body("type", equalTo("urn:redraft:problem:unsupported-media-type"));
            sent("Content-Encoding", "identity").statusCode(422);
        }

        @Test
        void without_a_media_type_is_none_that_is_read() {
            var ann = Base64.getEncoder().encodeToString(("ann:" + People.PASSWORD).getBytes(StandardCharsets.UTF_8));
            assertThat(Knocking.send(
                            "PUT /api/configurations/a/b/content HTTP/1.1\nAuthorization: Basic " + ann
                                    + "\nContent-Type: \nContent-Length: 2",
                            "{}"))
                    .startsWith("HTTP/1.1 415 ")
                    .contains("urn:redraft:problem:unsupported-media-type");
        }

        @Test
        void that_is_a_part_is_not_taken_for_the_whole() {
            sent("Content-Range", "bytes 0-1/2")
                    .statusCode(400)
                    .body("type", equalTo("urn:redraft:problem:malformed-header"))
                    .body("header", equalTo("Content-Range"));
        }
    }

    @Nested
    class A_change {
        @ParameterizedTest
        @ValueSource(strings = {"cross-site", "same-site", "Cross-Site", "nonsense"})
        void that_another_site_asks_for_is_refused(String site) {
            People.as("ann")
                    .header("Sec-Fetch-Site", site)
                    .contentType("application/json")
                    .body("{}")
                    .put("/api/me/password")
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:redraft:problem:cross-site"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"https://evil.example", "null", "http://localhost:1", "::"})
        void with_a_foreign_origin_is_refused(String origin) {
            People.as("ann")
                    .header("Origin", origin)
                    .contentType("application/json")
                    .body("{}")
                    .put("/api/me/password")
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("urn:redraft:problem:cross-site"));
        }

        @Test
        void of_our_own_pages_is_let_through() {
            var own = RestAssured.baseURI + ":" + RestAssured.port;
            People.as("ann")
                    .header("Origin", own)
                    .contentType("application/json")
                    .body("{}")
                    .put("/api/me/password")
                    .then()
                    .statusCode(422);
            People.as("ann")
                    .header("Sec-Fetch-Site", "same-origin")
                    .contentType("application/json")
                    .body("{}")
                    .put("/api/me/password")
                    .then()
                    .statusCode(422);
        }
    }

    @Test
    void reading_from_another_site_is_harmless() {
        People.as("ann")
                .header("Sec-Fetch-Site", "cross-site")
                .get("/api/me")
                .then()
                .statusCode(200);
    }

    @Test
    void every_answer_says_what_it_may_be_used_for() {
        People.as("ann")
                .get("/api/me")
                .then()
                .header("X-Content-Type-Options", is("nosniff"))
                .header("Referrer-Policy", is("same-origin"))
                .header("Cache-Control", is("no-store"))
                .header("Vary", is("Accept, Authorization, Cookie"));
        given().get("/nowhere").then().statusCode(404).header("X-Content-Type-Options", is("nosniff"));
        given().get("/api/me").then().statusCode(401).header("Vary", is("Accept, Authorization, Cookie"));
    }
}
