package dev.redraft.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.startsWith;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SignInTest {
    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int largestPool;

    @BeforeEach
    void vic_ed_and_ada_are_there() {
        People.clear();
        People.present("vic", Role.VIEWER);
        People.present("ed", Role.EDITOR);
        People.present("ada", Role.ADMINISTRATOR);
    }

    @ParameterizedTest
    @CsvSource({"vic,viewer", "ed,editor", "ada,administrator"})
    void the_right_password_lets_in_with_the_role_of_the_account(String name, String role) {
        People.as(name)
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("name", equalTo(name))
                .body("role", equalTo(role));
    }

    @Nested
    class Nobody_comes_in {
        @Test
        void without_credentials() {
            refused(given().get("/api/me").then());
        }

        @Test
        void with_a_wrong_password() {
            refused(People.as("ed", "wrong password").get("/api/me").then());
        }

        @Test
        void with_a_name_of_nobody_and_is_told_the_same() {
            refused(People.as("nobody", People.PASSWORD).get("/api/me").then());
        }

        @Test
        void with_a_name_in_another_case() {
            refused(People.as("ED").get("/api/me").then());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "short", "x'; --"})
        void with_a_password_that_is_none(String password) {
            refused(People.as("ed", password).get("/api/me").then());
        }

        @Test
        void with_a_password_beyond_what_bcrypt_looks_at() {
            refused(People.as("ed", People.PASSWORD + "x".repeat(80))
                    .get("/api/me")
                    .then());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Basic",
                    "Basic ",
                    "Basic !!!",
                    "Basic ZWQ=",
                    "Basic OnBhc3N3b3Jk",
                    "Bearer abc",
                    "Basic /w=="
                })
        void with_a_header_that_names_nobody(String header) {
            refused(given().header("Authorization", header).get("/api/me").then());
        }

        @Test
        void with_a_nul_in_the_name() {
            var text = Base64.getEncoder().encodeToString("ed\0:x".getBytes(StandardCharsets.UTF_8));
            refused(given().header("Authorization", "Basic " + text)
                    .get("/api/me")
                    .then());
        }

        private void refused(ValidatableResponse answer) {
            answer.statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Basic realm=\"Redraft\", charset=\"UTF-8\"")
                    .body("type", equalTo("urn:redraft:problem:unauthenticated"))
                    .body("title", equalTo("Unauthenticated"));
        }
    }

    @Nested
    class A_remembered_password {
        @BeforeEach
        void ed_was_here() {
            People.as("ed").get("/api/me").then().statusCode(200);
            People.as("ed").get("/api/me").then().statusCode(200);
        }

        @Test
        void does_not_help_somebody_who_was_switched_off() {
            People.as("ada")
                    .contentType("application/json")
                    .body("{\"enabled\": false}")
                    .put("/api/users/ed")
                    .then()
                    .statusCode(200);
            People.as("ed").get("/api/me").then().statusCode(401);
        }

        @Test
        void is_forgotten_when_it_is_changed() {
            People.as("ada")
                    .contentType("application/json")
                    .body("{\"password\": \"battery staple\"}")
                    .put("/api/users/ed")
                    .then()
                    .statusCode(200);
            People.as("ed").get("/api/me").then().statusCode(401);
            People.as("ed", "battery staple").get("/api/me").then().statusCode(200);
        }

        @Test
        void does_not_keep_a_role_that_was_taken() {
            People.as("ada")
                    .contentType("application/json")
                    .body("{\"role\": \"viewer\"}")
                    .put("/api/users/ed")
                    .then()
                    .statusCode(200);
            People.as("ed").get("/api/me").then().body("role", equalTo("viewer"));
        }

        @Test
        void is_not_enough_with_another_one() {
            People.as("ed", "battery staple").get("/api/me").then().statusCode(401);
        }
    }

    @Test
    void a_password_may_have_any_letters() {
        People.as("ada")
                .contentType("application/json")
                .body("{\"role\": \"viewer\", \"password\": \"Füße:süß€ \"}")
                .put("/api/users/umlaut")
                .then()
                .statusCode(201);
        var text = Base64.getEncoder().encodeToString("umlaut:Füße:süß€ ".getBytes(StandardCharsets.UTF_8));
        given().header("Authorization", "basic " + text).get("/api/me").then().statusCode(200);
    }

    @Test
    void health_and_the_description_of_the_api_are_open_to_all() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/openapi")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", startsWith("3."))
                .body("paths.'/api/me'.get.responses.default.content", hasKey("application/problem+json"))
                .body("components.schemas", hasKey("Problem"));
    }

    @Test
    void the_wrong_password_of_nobody_takes_as_long_as_that_of_somebody() {
        // Not by the clock: both pay for bcrypt at the cost that stored hashes have.
        assertThat(PasswordHash.NOBODYS.text()).startsWith("$2").hasSize(60);
        assertThat(PasswordHash.of("correct horse").text().substring(0, 7))
                .isEqualTo(PasswordHash.NOBODYS.text().substring(0, 7));
    }

    @Test
    void a_database_that_is_away_is_not_mistaken_for_a_wrong_password() throws SQLException {
        var held = new ArrayList<Connection>();
        try {
            for (var i = 0; i < largestPool; i++) {
                held.add(database.getConnection());
            }
            People.as("ed")
                    .get("/api/me")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5")
                    .body("type", equalTo("urn:redraft:problem:database-away"));
        } finally {
            for (var connection : held) {
                connection.close();
            }
        }
    }
}
