package dev.redraft.access;

import static dev.redraft.People.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class UserPagesTest {
    @BeforeEach
    void ada_is_the_administrator_and_ed_an_editor() {
        People.clear();
        People.present("ada", Role.ADMINISTRATOR);
        People.present("ed", Role.EDITOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/users", "/users/ada"})
    void are_for_administrators_alone(String page) {
        signedIn("ada").get(page).then().statusCode(200);
        signedIn("ed")
                .get(page)
                .then()
                .statusCode(403)
                .contentType(startsWith("text/html"))
                .body(containsString("Your role does not allow this."));
        signedIn("ed").formParam("role", "administrator").post(page).then().statusCode(403);
        assertThat(People.strings("select role from account where name = 'ada'"))
                .containsExactly("ADMINISTRATOR");
    }

    @Test
    void list_everybody_and_lead_to_each() {
        signedIn("ada")
                .get("/users")
                .then()
                .statusCode(200)
                .body(allOf(containsString("href=\"/users/ada\""), containsString("href=\"/users/ed\"")));
    }

    @Test
    void lead_on_where_there_are_many() {
        People.sql("insert into account (name, role, password_hash) "
                + "select 'u' || lpad(n::text, 4, '0'), 'VIEWER', 'x' from generate_series(1, 150) n");
        signedIn("ada").get("/users").then().body(containsString("href=\"/users?after=u0098\""));
        signedIn("ada")
                .get("/users?after=u0098")
                .then()
                .body(allOf(containsString("u0150"), not(containsString("after="))));
    }

    @Nested
    class Making_a_user {
        @Test
        void lets_somebody_in() {
            make("bob", "editor", "long enough").statusCode(303).header("Location", equalTo("/users/bob?done=made"));
            signedIn("ada").get("/users/bob?done=made").then().body(containsString("The user was made."));
            assertThat(People.cookie("bob", "long enough")).isNotEmpty();
        }

        @Test
        void keeps_what_was_typed_when_something_is_wrong_with_it() {
            make("böb", "editor", "long enough")
                    .statusCode(422)
                    .body(allOf(
                            containsString("A name begins with a letter"),
                            containsString("value=\"böb\""),
                            containsString("<option value=\"editor\" selected>")));
            make("bob", "editor", "short").statusCode(422).body(containsString("8 to 72 bytes"));
            make("bob", "root", "long enough").statusCode(422).body(containsString("no such role"));
            assertThat(People.strings("select name from account")).containsExactlyInAnyOrder("ada", "ed");
        }

        @Test
        void never_changes_somebody_who_is_there() {
            make("ed", "administrator", "long enough")
                    .statusCode(409)
                    .body(containsString("There is a user of this name already"));
            assertThat(People.strings("select role from account where name = 'ed'"))
                    .containsExactly("EDITOR");
        }

        private static ValidatableResponse make(String name, String role, String password) {
            return signedIn("ada")
                    .contentType("application/x-www-form-urlencoded;charset=UTF-8")
                    .formParam("name", name)
                    .formParam("role", role)
                    .formParam("password", password)
                    .post("/users")
                    .then();
        }
    }

    @Nested
    class Changing_a_user {
        @Test
        void gives_another_role_and_leaves_the_rest() {
            change("ed", "role", "viewer").statusCode(303);
            assertThat(People.strings("select role || enabled from account where name = 'ed'"))
                    .containsExactly("VIEWERtrue");
            assertThat(People.cookie("ed", People.PASSWORD)).isNotEmpty();
        }

        @Test
        void switches_off_at_once_and_on_again() {
            var cookie = People.cookie("ed", People.PASSWORD);
            change("ed", "enabled", "false").statusCode(303);
            People.browser(cookie).get("/password").then().statusCode(303);
            signedIn("ada").get("/users/ed").then().body(containsString("Switch on"));
            change("ed", "enabled", "true").statusCode(303);
            assertThat(People.cookie("ed", People.PASSWORD)).isNotEmpty();
        }

        @Test
        void sets_a_new_password() {
            change("ed", "password", "battery staple").statusCode(303);
            assertThat(People.cookie("ed", "battery staple")).isNotEmpty();
        }

        @Test
        void is_refused_with_a_sentence_beside_the_forms() {
            change("ed", "password", "short").statusCode(422).body(containsString("8 to 72 bytes"));
            change("ada", "enabled", "false").statusCode(409).body(containsString("ada is the last administrator"));
            change("ada", "role", "viewer").statusCode(409);
            signedIn("ada").get("/users").then().statusCode(200);
        }

        @Test
        void is_refused_when_somebody_else_changed_it_meanwhile() {
            var stamp = stamp("ed");
            change("ed", "role", "viewer").statusCode(303);
            change("ed", stamp, "role", "administrator")
                    .statusCode(412)
                    .body(containsString("It has changed since you read it"));
            assertThat(People.strings("select role from account where name = 'ed'"))
                    .containsExactly("VIEWER");
        }

        @Test
        void that_is_not_there_is_told() {
            signedIn("ada").get("/users/nobody").then().statusCode(404).body(containsString("no user of this name"));
            change("nobody", "0", "role", "viewer").statusCode(404);
        }

        private static ValidatableResponse change(String name, String field, String value) {
            return change(name, stamp(name), field, value);
        }

        private static ValidatableResponse change(String name, String stamp, String field, String value) {
            return signedIn("ada")
                    .formParam("stamp", stamp)
                    .formParam(field, value)
                    .post("/users/" + name)
                    .then();
        }

        private static String stamp(String name) {
            return People.strings("select stamp from account where name = '" + name + "'")
                    .getFirst();
        }
    }

    @Nested
    class Changing_ones_own_password {
        @Test
        void ends_all_other_sign_ins_and_keeps_this_one() {
            var here = People.cookie("ed", People.PASSWORD);
            var elsewhere = People.cookie("ed", People.PASSWORD);
            var next = change(here, People.PASSWORD, "battery staple", "battery staple")
                    .statusCode(303)
                    .header("Location", equalTo("/password?done=changed"))
                    .extract()
                    .cookie("redraft");
            People.browser(next)
                    .get("/password?done=changed")
                    .then()
                    .statusCode(200)
                    .body(containsString("was changed"));
            People.browser(here).get("/password").then().statusCode(303);
            People.browser(elsewhere).get("/password").then().statusCode(303);
        }

        @Test
        void is_refused_beside_the_form() {
            var cookie = People.cookie("ed", People.PASSWORD);
            change(cookie, "wrong password", "battery staple", "battery staple")
                    .statusCode(403)
                    .body(containsString("The current password is another one"));
            change(cookie, People.PASSWORD, "battery staple", "stable battery")
                    .statusCode(422)
                    .body(containsString("differ"));
            change(cookie, People.PASSWORD, "short", "short").statusCode(422).body(containsString("8 to 72 bytes"));
            People.browser(cookie).get("/password").then().statusCode(200);
        }

        private static ValidatableResponse change(String cookie, String current, String password, String repeated) {
            return People.browser(cookie)
                    .formParam("csrf", People.formToken(cookie))
                    .formParam("current", current)
                    .formParam("password", password)
                    .formParam("repeated", repeated)
                    .post("/password")
                    .then();
        }
    }
}
