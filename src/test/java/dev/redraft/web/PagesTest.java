package dev.redraft.web;

import static dev.redraft.People.signedIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PagesTest {
    private static final String BROWSER = "text/html,*/*;q=0.8";

    @BeforeEach
    void ann_is_an_editor() {
        People.clear();
        People.present("ann", Role.EDITOR);
    }

    @Nested
    class Every_page {
        @Test
        void lets_a_browser_run_and_load_nothing_but_what_is_ours() {
            page(given().accept(BROWSER).get("/sign-in").then()).statusCode(200);
            page(signedIn("ann").get("/password").then()).statusCode(200);
            page(signedIn("ann").get("/users").then()).statusCode(403);
            page(given().accept(BROWSER).get("/nowhere").then()).statusCode(404);
            page(given().accept(BROWSER).get("/sign-in;x").then()).statusCode(400);
            page(given().accept(BROWSER).get("/trouble/bug").then()).statusCode(500);
        }

        @Test
        void says_over_plain_http_nothing_of_encryption() {
            given().get("/sign-in").then().header("Strict-Transport-Security", nullValue());
        }

        private static ValidatableResponse page(ValidatableResponse answer) {
            var policy = answer.contentType(startsWith("text/html"))
                    .header("X-Frame-Options", equalTo("DENY"))
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("Cross-Origin-Opener-Policy", equalTo("same-origin"))
                    .header("Permissions-Policy", containsString("camera=()"))
                    .header("Cache-Control", equalTo("no-store"))
                    .extract()
                    .header("Content-Security-Policy");
            assertThat(policy)
                    .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; ")
                    .contains("form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "*");
            return answer.body(not(containsString("<script>"))).body(not(containsString("style=")));
        }
    }

    @Nested
    class A_problem_for_a_person {
        @Test
        void is_a_page_with_the_sentence_and_ways_on() {
            signedIn("ann")
                    .header("Referer", RestAssured.baseURI + ":" + RestAssured.port + "/password?done=changed")
                    .get("/trouble/refusal")
                    .then()
                    .statusCode(409)
                    .header("Retry-After", equalTo("3"))
                    .body(allOf(
                            containsString("Somebody was faster."),
                            containsString("href=\"/password?done=changed\""),
                            containsString("href=\"/\""),
                            containsString(">ann<")));
        }

        @Test
        void that_is_a_bug_is_told_by_an_id_and_nothing_else() {
            signedIn("ann")
                    .get("/trouble/bug")
                    .then()
                    .statusCode(500)
                    .body(matchesPattern("(?s).*<code>[0-9a-f-]{36}</code>.*"))
                    .body(not(containsString("secret")));
        }

        @Test
        void where_nothing_is_knows_who_looks() {
            signedIn("ann").get("/nowhere").then().statusCode(404).body(containsString(">ann<"));
        }

        @Test
        void never_leads_back_to_another_site() {
            given().accept(BROWSER)
                    .header("Referer", "https://evil.example/x")
                    .get("/nowhere")
                    .then()
                    .body(not(containsString("evil")));
        }
    }

    @Nested
    class A_problem_for_a_program {
        @ParameterizedTest
        @ValueSource(strings = {"/api/nowhere", "/api/configurations/x/y", "/q/nowhere"})
        void is_json_below_the_api_whatever_is_accepted(String path) {
            People.as("ann")
                    .accept("text/html")
                    .get(path)
                    .then()
                    .contentType("application/problem+json")
                    .header("Content-Security-Policy", nullValue());
        }

        @Test
        void is_json_for_scripts_that_ask_for_a_part_of_a_page() {
            given().header("HX-Request", "true")
                    .get("/trouble/refusal")
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("detail", equalTo("Somebody was faster."));
            given().header("HX-Request", "true")
                    .header("HX-Boosted", "true")
                    .get("/trouble/refusal")
                    .then()
                    .statusCode(409)
                    .contentType(startsWith("text/html"));
        }
    }

    @Nested
    class Files_of_pages {
        @Test
        void are_open_to_all_and_asked_for_again() {
            given().get("/app/probe.txt")
                    .then()
                    .statusCode(200)
                    .body(containsString("probe"))
                    .header("Cache-Control", equalTo("no-cache"));
        }

        @Test
        void with_a_version_in_their_path_are_kept() {
            given().get("/webjars/probe/1.0/probe.txt")
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", equalTo("public, immutable, max-age=31536000"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/app/nothing.css", "/webjars/nothing.js", "/app/", "/webjars/", "/app/..%2fprobe.txt"})
        void that_are_none_are_not_kept(String path) {
            given().urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .statusCode(org.hamcrest.Matchers.greaterThanOrEqualTo(400))
                    .header("Cache-Control", equalTo("no-store"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/application.properties", "/templates/frame.html", "/META-INF/MANIFEST.MF"})
        void are_the_only_ones_that_are_open(String path) {
            given().get(path).then().statusCode(404);
        }
    }

    @Test
    void the_description_of_the_api_leaves_pages_out() {
        given().get("/q/openapi")
                .then()
                .body("paths.keySet().findAll { !it.startsWith('/api/') }", equalTo(java.util.Set.of()));
    }
}
