package dev.redraft.access;

import static dev.redraft.People.browser;
import static dev.redraft.People.cookie;
import static dev.redraft.People.signedIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SignInPagesTest {
    @BeforeEach
    void ed_and_ada_are_there() {
        People.clear();
        People.present("ed", Role.EDITOR);
        People.present("ada", Role.ADMINISTRATOR);
    }

    @Nested
    class Somebody_who_is_not_signed_in {
        @Test
        void is_led_to_the_sign_in_page_and_back_from_there() {
            given().redirects()
                    .follow(false)
                    .urlEncodingEnabled(false)
                    .get("/password?a=1&b=%2F")
                    .then()
                    .statusCode(303)
                    .header("Location", equalTo("/sign-in?to=%2Fpassword%3Fa%3D1%26b%3D%252F"))
                    .header("WWW-Authenticate", nullValue());
            signIn("ed", People.PASSWORD, "/password?a=1&b=%2F")
                    .statusCode(303)
                    .header("Location", equalTo("/password?a=1&b=%2F"));
        }

        @Test
        void is_led_back_to_the_page_that_sent_a_form() {
            given().redirects()
                    .follow(false)
                    .accept("text/html")
                    .header("Referer", here() + "/users/bob?x=1")
                    .formParam("role", "viewer")
                    .post("/users/bob")
                    .then()
                    .statusCode(303)
                    .header("Location", equalTo("/sign-in?to=%2Fusers%2Fbob%3Fx%3D1"));
        }

        @Test
        void is_led_from_a_part_of_a_page_by_the_whole_page() {
            given().header("HX-Request", "true")
                    .header("HX-Current-URL", here() + "/users?after=a")
                    .get("/users/bob")
                    .then()
                    .statusCode(401)
                    .header("HX-Redirect", equalTo("/sign-in?to=%2Fusers%3Fafter%3Da"))
                    .header("WWW-Authenticate", nullValue());
        }

        @Test
        void is_never_led_to_another_site_that_a_header_names() {
            given().header("HX-Request", "true")
                    .header("HX-Current-URL", "http://evil.example/users")
                    .get("/users")
                    .then()
                    .statusCode(401)
                    .header("HX-Redirect", equalTo("/sign-in"));
        }

        @Test
        void is_told_so_as_a_program_without_being_asked_for_a_password_by_the_browser() {
            given().accept("text/plain")
                    .post("/parcel/text")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", nullValue());
        }

        @Test
        void is_still_asked_for_one_by_the_api() {
            given().accept("text/html,*/*;q=0.8")
                    .get("/api/me")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", startsWith("Basic "));
        }
    }

    @Nested
    class Signing_in {
        @Test
        void shows_a_form() {
            given().get("/sign-in?to=/users")
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("text/html"))
                    .body(containsString("value=\"/users\""));
        }

        @Test
        void is_kept_by_a_cookie_that_no_script_and_no_other_site_gets() {
            var cookie = signIn("ed", People.PASSWORD, "/").extract().detailedCookie("redraft");
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getSameSite()).isEqualTo("Lax");
            assertThat(cookie.getPath()).isEqualTo("/");
            assertThat(cookie.hasExpiryDate() || cookie.getMaxAge() > 0).isFalse();
            assertThat(cookie.getValue()).matches("[A-Za-z0-9_-]{43}");
            assertThat(cookie.isSecured()).isFalse();
        }

        @Test
        void is_recorded_without_what_could_be_a_password() {
            signIn("ed", People.PASSWORD, "/").statusCode(303);
            signIn("ed", "wrong password", "/").statusCode(422);
            signIn("my secret password", "x", "/").statusCode(422);
            assertThat(People.strings("select actor || ' ' || action || ' ' || subject from audit order by id"))
                    .containsExactly(
                            "ed signed-in ed", "(nobody) sign-in-failed ed", "(nobody) sign-in-failed (unknown)");
            assertThat(People.strings("select details::text from audit where details is not null"))
                    .isEmpty();
        }

        @Test
        void keeps_nothing_that_lets_anybody_in() {
            var cookie = cookie("ed", People.PASSWORD);
            assertThat(People.strings("select to_jsonb(sign_in)::text from sign_in"))
                    .singleElement()
                    .asString()
                    .doesNotContain(cookie);
        }

        @ParameterizedTest
        @CsvSource({"ed,wrong password", "nobody,correct horse", "'',''", "'e\0d',correct horse", "off,correct horse"})
        void fails_for_whoever_it_is_with_the_same_sentence(String name, String password) {
            People.present("off", Role.EDITOR);
            People.sql("update account set enabled = false where name = 'off'");
            signIn(name, password, "/users")
                    .statusCode(422)
                    .body(containsString("This name and this password do not belong together."))
                    .body(containsString("value=\"/users\""))
                    .header("Set-Cookie", nullValue());
        }

        @Test
        void keeps_the_name_that_was_typed_and_not_the_password() {
            signIn("e<d>", "wrong password", "/")
                    .statusCode(422)
                    .body(containsString("value=\"e&lt;d&gt;\""))
                    .body(not(containsString("wrong password")));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "//evil.example",
                    "/\\evil.example",
                    "\\\\evil.example",
                    "https://evil.example",
                    "/\t/evil.example",
                    "/\n/evil.example",
                    "javascript:alert(1)",
                    "evil.example",
                    "",
                    " /x"
                })
        void leads_nowhere_but_to_our_own_pages(String to) {
            signIn("ed", People.PASSWORD, to).statusCode(303).header("Location", equalTo("/"));
            signedIn("ed").queryParam("to", to).get("/sign-in").then().header("Location", equalTo("/"));
        }

        @Test
        void never_takes_over_a_token_that_was_planted() {
            var planted = "A".repeat(43);
            var cookie = browser(planted)
                    .formParam("name", "ed")
                    .formParam("password", People.PASSWORD)
                    .post("/sign-in")
                    .then()
                    .statusCode(303)
                    .extract()
                    .cookie("redraft");
            assertThat(cookie).isNotEqualTo(planted);
            browser(planted).get("/password").then().statusCode(303);
            browser(cookie).get("/password").then().statusCode(200);
        }

        @Test
        void again_ends_the_sign_in_before() {
            var before = cookie("ed", People.PASSWORD);
            browser(before)
                    .formParam("name", "ada")
                    .formParam("password", People.PASSWORD)
                    .post("/sign-in")
                    .then()
                    .statusCode(303);
            browser(before).get("/password").then().statusCode(303);
        }

        @Test
        void too_often_with_a_wrong_password_has_to_wait() {
            People.present("brute", Role.VIEWER);
            for (var i = 0; i < 10; i++) {
                signIn("brute", "wrong password", "/").statusCode(422);
            }
            signIn("brute", People.PASSWORD, "/")
                    .statusCode(429)
                    .header("Retry-After", not(nullValue()))
                    .body(allOf(containsString("too many failed attempts"), containsString("value=\"brute\"")));
            signIn("ed", People.PASSWORD, "/").statusCode(303);
        }
    }

    @Nested
    class A_cookie {
        private String cookie = "";

        @BeforeEach
        void ed_signed_in() {
            cookie = cookie("ed", People.PASSWORD);
        }

        @Test
        void lets_in_at_pages_and_at_the_api() {
            browser(cookie).get("/password").then().statusCode(200).body(containsString(">ed<"));
            browser(cookie).get("/api/me").then().statusCode(200).body("name", equalTo("ed"));
        }

        @Test
        void does_not_outrank_the_name_that_a_program_gives() {
            People.as("ada").cookie("redraft", cookie).get("/api/me").then().body("name", equalTo("ada"));
            People.as("ada", "wrong password")
                    .cookie("redraft", cookie)
                    .get("/api/me")
                    .then()
                    .statusCode(401);
        }

        @Test
        void is_worth_nothing_after_signing_out() {
            browser(cookie)
                    .formParam("csrf", People.formToken(cookie))
                    .post("/sign-out")
                    .then()
                    .statusCode(303)
                    .header("Location", equalTo("/sign-in"))
                    .cookie("redraft", equalTo(""));
            ended();
            assertThat(People.strings("select action from audit order by id"))
                    .containsExactly("signed-in", "signed-out");
        }

        @Test
        void is_worth_nothing_once_its_account_is_switched_off() {
            change("ed", "{\"enabled\": false}");
            ended();
            change("ed", "{\"enabled\": true}");
            ended();
        }

        @Test
        void is_worth_nothing_once_the_password_is_another_one() {
            change("ed", "{\"password\": \"battery staple\"}");
            ended();
        }

        @Test
        void has_the_role_of_its_account_at_each_moment() {
            change("ed", "{\"role\": \"administrator\"}");
            browser(cookie).get("/users").then().statusCode(200);
            change("ed", "{\"role\": \"viewer\"}");
            browser(cookie).get("/users").then().statusCode(403);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "last_used = now() - interval '12 hours 1 minute'",
                    "created = now() - interval '8 days', expires = now() - interval '1 second'"
                })
        void is_worth_nothing_after_its_time_and_swept_away_at_the_next_sign_in(String past) {
            People.sql("update sign_in set " + past);
            ended();
            cookie("ada", People.PASSWORD);
            assertThat(People.strings("select account from sign_in")).containsExactly("ada");
        }

        @Test
        void stays_while_it_is_used_and_is_written_once_a_minute_at_most() {
            People.sql("update sign_in set last_used = now() - interval '11 hours'");
            browser(cookie).get("/password").then().statusCode(200);
            var used =
                    People.strings("select last_used::text from sign_in where last_used > now() - interval '1 minute'");
            assertThat(used).hasSize(1);
            browser(cookie).get("/password").then().statusCode(200);
            assertThat(People.strings("select last_used::text from sign_in")).isEqualTo(used);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "'; drop table sign_in; --"})
        void of_nobody_is_as_good_as_none(String nobodys) {
            browser(nobodys).get("/sign-in").then().statusCode(200);
            browser(nobodys).get("/password").then().statusCode(303);
        }

        private void ended() {
            browser(cookie).get("/password").then().statusCode(303).header("Location", startsWith("/sign-in"));
            browser(cookie).get("/api/me").then().statusCode(401);
        }
    }

    @Test
    void signing_out_twice_is_no_error() {
        given().redirects().follow(false).post("/sign-out").then().statusCode(303);
    }

    @Test
    void signing_out_is_never_a_link() {
        signedIn("ed").get("/sign-out").then().statusCode(is(405));
    }

    private static String here() {
        return RestAssured.baseURI + ":" + RestAssured.port;
    }

    private static void change(String name, String body) {
        People.as("ada")
                .contentType("application/json")
                .body(body)
                .put("/api/users/" + name)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse signIn(String name, String password, String to) {
        return given().redirects()
                .follow(false)
                .formParam("name", name)
                .formParam("password", password)
                .formParam("to", to)
                .post("/sign-in")
                .then();
    }
}
