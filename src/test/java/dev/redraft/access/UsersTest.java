package dev.redraft.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UsersTest {
    @BeforeEach
    void ada_is_the_administrator() {
        People.clear();
        People.present("ada", Role.ADMINISTRATOR);
    }

    @Nested
    class A_user_who_is_new {
        @Test
        void is_made_and_may_sign_in() {
            put("bob", "{\"role\": \"editor\", \"password\": \"long enough\"}")
                    .statusCode(201)
                    .header("Location", containsString("/api/users/bob"))
                    .header("ETag", equalTo("\"0\""))
                    .body("name", equalTo("bob"))
                    .body("role", equalTo("editor"))
                    .body("enabled", equalTo(true))
                    .body("createdAt", notNullValue())
                    .body("changedAt", notNullValue())
                    .body("$", not(hasKey("password")));
            People.as("bob", "long enough").get("/api/me").then().statusCode(200);
        }

        @Test
        void may_be_named_in_the_body_as_in_the_address() {
            put("bob", "{\"name\": \"bob\", \"role\": \"editor\", \"password\": \"long enough\"}")
                    .statusCode(201)
                    .body("name", equalTo("bob"));
            invalid(put("bob", "{\"name\": \"rob\", \"role\": \"viewer\"}")).body("member", equalTo("name"));
            People.as("ada").get("/api/users/bob").then().body("role", equalTo("editor"));
        }

        @Test
        void may_be_switched_off_from_the_beginning() {
            put("bob", "{\"role\": \"editor\", \"password\": \"long enough\", \"enabled\": false}")
                    .statusCode(201)
                    .body("enabled", equalTo(false));
            People.as("bob", "long enough").get("/api/me").then().statusCode(401);
        }

        @Test
        void needs_role_and_password() {
            invalid(put("bob", "{}")).body("missing", contains("role", "password"));
            invalid(put("bob", "{\"role\": \"viewer\"}")).body("missing", contains("password"));
            invalid(put("bob", "{\"password\": \"long enough\"}")).body("missing", contains("role"));
            People.as("ada").get("/api/users/bob").then().statusCode(404);
        }

        @ParameterizedTest
        @ValueSource(strings = {"_bob", "b b", "bob!", "böb", ".bob"})
        void needs_a_plain_name(String name) {
            invalid(People.as("ada")
                            .contentType("application/json")
                            .body("{\"role\": \"editor\", \"password\": \"long enough\"}")
                            .put("/api/users/{name}", name)
                            .then())
                    .body("member", equalTo("name"));
        }

        @Test
        void has_at_most_a_hundred_letters_in_the_name() {
            var body = "{\"role\": \"editor\", \"password\": \"long enough\"}";
            put("b".repeat(100), body).statusCode(201);
            invalid(put("b".repeat(101), body));
        }

        @Test
        void is_not_made_over_somebody_who_must_not_be_there() {
            var body = "{\"role\": \"editor\", \"password\": \"long enough\"}";
            put(json().header("If-None-Match", "*"), "bob", body).statusCode(201);
            put(json().header("If-None-Match", "*"), "bob", body).statusCode(412);
        }
    }

    @Test
    void an_unknown_role_is_told_the_known_ones() {
        invalid(put("bob", "{\"role\": \"root\", \"password\": \"long enough\"}"))
                .body("roles", contains("viewer", "editor", "administrator"))
                .body("detail", containsString("viewer, editor, administrator"));
        invalid(put("bob", "{\"role\": \"EDITOR\", \"password\": \"long enough\"}"));
    }

    @Test
    void a_password_has_8_to_72_bytes() {
        for (var bad : new String[] {"", "1234567", "x".repeat(73), "ü".repeat(37)}) {
            invalid(put("bob", "{\"role\": \"viewer\", \"password\": \"" + bad + "\"}"))
                    .body("member", equalTo("password"))
                    .body("detail", containsString("8 to 72 bytes"));
        }
        put("bob", "{\"role\": \"viewer\", \"password\": \"" + "ü".repeat(36) + "\"}")
                .statusCode(201);
        People.as("bob", "ü".repeat(36)).get("/api/me").then().statusCode(200);
    }

    @Nested
    class A_change {
        @BeforeEach
        void bob_is_an_editor() {
            People.present("bob", Role.EDITOR);
        }

        @Test
        void leaves_what_it_does_not_name() {
            put("bob", "{\"role\": \"viewer\"}")
                    .statusCode(200)
                    .body("role", equalTo("viewer"))
                    .body("enabled", equalTo(true));
            People.as("bob").get("/api/me").then().statusCode(200).body("role", equalTo("viewer"));
            put("bob", "{\"enabled\": false}")
                    .statusCode(200)
                    .body("role", equalTo("viewer"))
                    .body("enabled", equalTo(false));
        }

        @Test
        void that_changes_nothing_leaves_the_tag_and_no_record() {
            var before = tag("bob");
            put("bob", "{\"role\": \"editor\", \"enabled\": true}")
                    .statusCode(200)
                    .header("ETag", before);
            put("bob", "{}").statusCode(200).header("ETag", before);
            assertThat(People.strings("select action from audit")).isEmpty();
        }

        @Test
        void of_the_state_that_was_read_is_made() {
            put(json().header("If-Match", tag("bob")), "bob", "{\"role\": \"viewer\"}")
                    .statusCode(200);
        }

        @Test
        void of_a_state_that_is_gone_is_refused() {
            var read = tag("bob");
            put("bob", "{\"enabled\": false}");
            put(json().header("If-Match", read), "bob", "{\"role\": \"viewer\"}")
                    .statusCode(412)
                    .contentType("application/problem+json")
                    .header("ETag", tag("bob"))
                    .body("type", equalTo("urn:redraft:problem:precondition-failed"));
            People.as("ada").get("/api/users/bob").then().body("role", equalTo("editor"));
        }

        @Test
        void of_somebody_who_must_be_there_makes_nobody() {
            put(json().header("If-Match", "*"), "eve", "{\"role\": \"viewer\", \"password\": \"long enough\"}")
                    .statusCode(412);
        }

        @Test
        void with_a_precondition_that_cannot_be_read_is_refused() {
            put(json().header("If-Match", "7"), "bob", "{\"role\": \"viewer\"}")
                    .statusCode(400)
                    .body("type", equalTo("urn:redraft:problem:malformed-header"));
        }

        @Test
        void by_a_body_with_a_typo_is_refused() {
            put("bob", "{\"rol\": \"viewer\"}").statusCode(400).body("member", equalTo("rol"));
        }

        @Test
        void by_no_body_is_refused() {
            json().put("/api/users/bob").then().statusCode(400).contentType("application/problem+json");
        }
    }

    @Test
    void a_user_who_is_known_already_is_not_sent_again() {
        People.as("ada")
                .header("If-None-Match", tag("ada"))
                .get("/api/users/ada")
                .then()
                .statusCode(304)
                .header("ETag", tag("ada"));
        People.as("ada")
                .header("If-None-Match", "\"other\"")
                .get("/api/users/ada")
                .then()
                .statusCode(200);
    }

    @Nested
    class The_list {
        @BeforeEach
        void of_four() {
            People.present("Zoe", Role.VIEWER);
            People.present("bob", Role.VIEWER);
            People.present("carl", Role.VIEWER);
        }

        @Test
        void is_in_the_order_of_names() {
            People.as("ada")
                    .get("/api/users")
                    .then()
                    .statusCode(200)
                    .body("items.name", contains("Zoe", "ada", "bob", "carl"))
                    .body("next", nullValue())
                    .body("items[0]", not(hasKey("password")));
        }

        @Test
        void comes_in_pages() {
            People.as("ada")
                    .get("/api/users?limit=3")
                    .then()
                    .body("items.name", contains("Zoe", "ada", "bob"))
                    .body("next", equalTo("bob"));
            People.as("ada")
                    .get("/api/users?limit=3&after=bob")
                    .then()
                    .body("items.name", contains("carl"))
                    .body("$", hasKey("next"))
                    .body("next", nullValue());
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "1001", "x", "-1"})
        void of_a_bad_limit_is_refused(String limit) {
            People.as("ada")
                    .queryParam("limit", limit)
                    .get("/api/users")
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:redraft:problem:malformed-parameter"));
        }

        @Test
        void behind_what_cannot_be_a_name_is_no_error_of_ours() {
            People.as("ada")
                    .queryParam("after", "a\0b")
                    .get("/api/users")
                    .then()
                    .statusCode(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "editor"})
    void users_are_for_administrators_alone(String role) {
        People.present("bob", Role.named(role).orElseThrow());
        forbidden(People.as("bob").get("/api/users").then());
        forbidden(People.as("bob").get("/api/users/bob").then());
        forbidden(People.as("bob")
                .contentType("application/json")
                .body("{\"role\": \"administrator\"}")
                .put("/api/users/bob")
                .then());
        given().get("/api/users").then().statusCode(401);
        given().contentType("application/json")
                .body("{}")
                .put("/api/users/bob")
                .then()
                .statusCode(401);
    }

    @Nested
    class The_last_administrator {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"role\": \"editor\"}",
                    "{\"enabled\": false}",
                    "{\"role\": \"viewer\", \"enabled\": false}"
                })
        void stays_one(String body) {
            put("ada", body).statusCode(409).body("type", equalTo("urn:redraft:problem:last-administrator"));
            People.as("ada").get("/api/me").then().statusCode(200).body("role", equalTo("administrator"));
            assertThat(People.strings("select action from audit")).isEmpty();
        }

        @Test
        void is_the_last_although_another_one_is_switched_off() {
            People.present("bob", Role.ADMINISTRATOR);
            put("bob", "{\"enabled\": false}").statusCode(200);
            put("ada", "{\"role\": \"editor\"}").statusCode(409);
        }

        @Test
        void may_go_when_there_is_another_one() {
            People.present("bob", Role.ADMINISTRATOR);
            put("ada", "{\"role\": \"editor\"}").statusCode(200);
        }

        @RepeatedTest(5)
        void stays_although_two_switch_each_other_off_at_once() throws Exception {
            People.present("bob", Role.ADMINISTRATOR);
            People.as("ada").get("/api/me").then().statusCode(200);
            People.as("bob").get("/api/me").then().statusCode(200);
            var start = new CyclicBarrier(2);
            try (var threads = Executors.newFixedThreadPool(2)) {
                var first = threads.submit(switchOff("ada", "bob", start));
                var second = threads.submit(switchOff("bob", "ada", start));
                assertThat(new int[] {first.get(), second.get()}).containsOnlyOnce(200);
            }
            assertThat(People.strings("select name from account where enabled and role = 'ADMINISTRATOR'"))
                    .hasSize(1);
        }

        private Callable<Integer> switchOff(String by, String name, CyclicBarrier start) {
            var request = People.as(by).contentType("application/json").body("{\"enabled\": false}");
            return () -> {
                start.await();
                return request.put("/api/users/" + name).statusCode();
            };
        }
    }

    @Nested
    class My_password {
        @BeforeEach
        void bob_is_a_viewer() {
            People.present("bob", Role.VIEWER);
        }

        @Test
        void is_changed_by_who_knows_it() {
            change("{\"current\": \"correct horse\", \"password\": \"battery staple\"}")
                    .statusCode(204);
            People.as("bob", "battery staple").get("/api/me").then().statusCode(200);
            People.as("bob").get("/api/me").then().statusCode(401);
            assertThat(People.strings("select actor || ' ' || action || ' ' || subject from audit"))
                    .containsExactly("bob password-changed bob");
        }

        @Test
        void stays_when_the_current_one_is_wrong() {
            change("{\"current\": \"wrong one\", \"password\": \"battery staple\"}")
                    .statusCode(403)
                    .body("type", equalTo("urn:redraft:problem:wrong-password"));
            People.as("bob").get("/api/me").then().statusCode(200);
        }

        @Test
        void needs_both_and_a_sound_one() {
            invalid(change("{\"password\": \"battery staple\"}")).body("missing", contains("current"));
            invalid(change("{\"current\": \"correct horse\", \"password\": \"short\"}"));
        }

        private ValidatableResponse change(String body) {
            return People.as("bob")
                    .contentType("application/json")
                    .body(body)
                    .put("/api/me/password")
                    .then();
        }
    }

    @Test
    void what_is_done_to_users_is_recorded_without_a_password() {
        put("bob", "{\"role\": \"editor\", \"password\": \"long enough\"}");
        put("bob", "{\"role\": \"viewer\", \"enabled\": false}");
        put("bob", "{\"enabled\": true, \"password\": \"battery staple\"}");
        assertThat(People.strings("select action from audit order by id"))
                .containsExactly(
                        "user-made", "user-role-changed", "user-switched-off", "user-switched-on", "password-changed");
        assertThat(People.strings("select distinct actor || ' ' || subject || ' ' || address from audit"))
                .containsExactly("ada bob 127.0.0.1");
        assertThat(People.strings("select audit::text from audit"))
                .noneMatch(row -> row.contains("long enough") || row.contains("battery staple") || row.contains("$2"));
    }

    private static RequestSpecification json() {
        return People.as("ada").contentType("application/json");
    }

    private static ValidatableResponse put(String name, String body) {
        return put(json(), name, body);
    }

    private static ValidatableResponse put(RequestSpecification request, String name, String body) {
        return request.body(body).put("/api/users/" + name).then();
    }

    private static String tag(String name) {
        return People.as("ada").get("/api/users/" + name).header("ETag");
    }

    private static ValidatableResponse invalid(ValidatableResponse answer) {
        return answer.statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:redraft:problem:invalid"));
    }

    private static void forbidden(ValidatableResponse answer) {
        answer.statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:redraft:problem:forbidden"));
    }
}
