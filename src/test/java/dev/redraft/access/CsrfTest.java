package dev.redraft.access;

import static dev.redraft.People.browser;
import static dev.redraft.People.cookie;
import static dev.redraft.People.formToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CsrfTest {
    private String cookie = "";

    @BeforeEach
    void ada_is_signed_in() {
        People.clear();
        People.present("ada", Role.ADMINISTRATOR);
        People.present("ann", Role.ADMINISTRATOR);
        cookie = cookie("ada", People.PASSWORD);
    }

    @Nested
    class A_change_by_cookie_is_refused_and_nothing_changes {
        @Test
        void without_a_token() {
            refused(make(browser(cookie)));
        }

        @Test
        void with_a_wrong_token() {
            refused(make(browser(cookie).formParam("csrf", "A".repeat(43))));
            refused(make(browser(cookie).formParam("csrf", "")));
            refused(make(browser(cookie).header("X-CSRF-Token", "nonsense")));
        }

        @Test
        void with_the_token_of_another_sign_in_be_it_of_the_same_account() {
            refused(make(browser(cookie).formParam("csrf", formToken(cookie("ann", People.PASSWORD)))));
            refused(make(browser(cookie).formParam("csrf", formToken(cookie("ada", People.PASSWORD)))));
        }

        @Test
        void with_the_token_in_the_address_where_logs_would_keep_it() {
            refused(make(browser(cookie).queryParam("csrf", formToken(cookie))));
        }

        @Test
        void when_it_signs_out() {
            browser(cookie).post("/sign-out").then().statusCode(403);
            browser(cookie).get("/password").then().statusCode(200);
        }

        private void refused(ValidatableResponse answer) {
            answer.statusCode(403)
                    .contentType(startsWith("text/html"))
                    .body(containsString("The page is out of date: reload it and try again."));
            assertThat(People.strings("select name from account order by name")).containsExactly("ada", "ann");
        }
    }

    @Nested
    class A_change_by_cookie_is_made {
        @Test
        void with_the_token_in_the_form() {
            make(browser(cookie).formParam("csrf", formToken(cookie))).statusCode(303);
        }

        @Test
        void with_the_token_in_the_header() {
            make(browser(cookie).header("X-CSRF-Token", formToken(cookie))).statusCode(303);
        }

        @Test
        void with_an_uploaded_file_beside_the_token() {
            upload(browser(cookie).multiPart("csrf", formToken(cookie)))
                    .statusCode(200)
                    .body(equalTo("a=ü from x"));
        }

        @Test
        void with_a_large_text_beside_the_token() {
            var text = "ä".repeat(1_000_000);
            browser(cookie)
                    .contentType("application/x-www-form-urlencoded;charset=UTF-8")
                    .formParam("text", text)
                    .formParam("csrf", formToken(cookie))
                    .post("/parcel/text")
                    .then()
                    .statusCode(200)
                    .body(equalTo("1000000"));
            browser(cookie)
                    .multiPart("text", text)
                    .multiPart("csrf", formToken(cookie))
                    .post("/parcel/text")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void a_file_without_a_token_is_refused() {
        upload(browser(cookie)).statusCode(403);
        upload(browser(cookie).multiPart("csrf", "nonsense")).statusCode(403);
    }

    @Nested
    class The_api {
        @Test
        void wants_the_header_from_whoever_shows_the_cookie() {
            put(browser(cookie))
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:redraft:problem:page-out-of-date"));
            assertThat(People.strings("select name from account order by name")).containsExactly("ada", "ann");
            put(browser(cookie).header("X-CSRF-Token", formToken(cookie))).statusCode(201);
        }

        @Test
        void wants_no_token_from_whoever_gives_a_password() {
            put(People.as("ada")).statusCode(201);
        }

        private static ValidatableResponse put(RequestSpecification request) {
            return request.contentType("application/json")
                    .body("{\"role\": \"viewer\", \"password\": \"long enough\"}")
                    .put("/api/users/bob")
                    .then();
        }
    }

    @Test
    void the_token_does_not_tell_the_cookie() {
        assertThat(formToken(cookie)).isNotEqualTo(cookie).matches("[A-Za-z0-9_-]{43}");
    }

    private static ValidatableResponse make(RequestSpecification request) {
        return request.formParam("name", "bob")
                .formParam("role", "viewer")
                .formParam("password", "long enough")
                .post("/users")
                .then();
    }

    private static ValidatableResponse upload(RequestSpecification request) {
        return request.multiPart("file", "x", "a=ü".getBytes(StandardCharsets.UTF_8))
                .post("/parcel")
                .then();
    }

    /// A page that takes files and long texts.
    @Path("/parcel")
    @RolesAllowed(Role.VIEWERS)
    @Produces("text/plain;charset=UTF-8")
    public static class Parcel {
        @POST
        public String take(@RestForm FileUpload file) throws IOException {
            return Files.readString(file.uploadedFile()) + " from " + file.fileName();
        }

        @POST
        @Path("text")
        public int measure(@RestForm String text) {
            return text.length();
        }
    }
}
