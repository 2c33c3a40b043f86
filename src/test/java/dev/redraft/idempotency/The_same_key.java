package dev.redraft.idempotency;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.content;
import static dev.redraft.Walk.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class The_same_key {
    private static final String INCREMENT = "[{\"op\":\"increment\",\"path\":\"/hits\",\"value\":1}]";
    private static final String BILLING = "/api/configurations/billing/test";

    private String draft = "";

    @BeforeEach
    void ann_has_a_draft_of_version_1() {
        People.clear();
        People.present("ann", Role.ADMINISTRATOR);
        People.present("bob", Role.EDITOR);
        Walk.configuration("ann", "billing", "{\"hits\":0,\"max\":10}");
        draft = Walk.draft("ann", "billing");
    }

    private static RequestSpecification keyed(String who, String key) {
        return as(who).header("Idempotency-Key", key);
    }

    private Response increment(String who, String key) {
        return keyed(who, key)
                .contentType("application/json-patch+json")
                .body(INCREMENT)
                .patch("/api/drafts/" + draft + "/content");
    }

    private Response undo(String key) {
        return keyed("ann", key).contentType(ContentType.JSON).body("{}").post("/api/drafts/" + draft + "/undo");
    }

    private static Response write(String who, String key) {
        return keyed(who, key)
                .contentType("application/json-patch+json")
                .body(INCREMENT)
                .patch(content("billing"));
    }

    private static void areTheSame(Response one, Response other) {
        assertThat(other.statusCode()).isEqualTo(one.statusCode()).isBetween(200, 299);
        assertThat(other.asString()).isEqualTo(one.asString());
        assertThat(other.header("ETag")).isEqualTo(one.header("ETag"));
        assertThat(other.header("Location")).isEqualTo(one.header("Location"));
    }

    private static void answersOnce(Supplier<Response> step) {
        areTheSame(step.get(), step.get());
    }

    @Nested
    class And_the_same_request {
        @Test
        void answer_the_same_for_an_edit_although_the_draft_moved_on() {
            var first = increment("ann", "one");
            increment("ann", "two");
            write("bob", "three");
            areTheSame(first, increment("ann", "one"));
            assertThat(Walk.held("ann", draft)).contains("'hits':2");
        }

        @Test
        void answer_the_same_for_every_kind_of_write() {
            increment("ann", "before");
            answersOnce(() -> increment("ann", "edit"));
            answersOnce(() -> undo("undo"));
            answersOnce(() -> undo("undo-again"));
            answersOnce(() -> keyed("ann", "redo")
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("/api/drafts/" + draft + "/redo"));
            answersOnce(() -> keyed("ann", "revert")
                    .contentType(ContentType.JSON)
                    .body("{\"keys\":[\"hits\"]}")
                    .post("/api/drafts/" + draft + "/revert"));
            answersOnce(() -> keyed("ann", "cancel").delete("/api/drafts/" + draft));
            answersOnce(() -> keyed("ann", "reopen")
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("/api/drafts/" + draft + "/reopen"));
            answersOnce(
                    () -> keyed("bob", "start").contentType(ContentType.JSON).post(BILLING + "/drafts"));
            answersOnce(() -> write("bob", "write"));
            answersOnce(() -> keyed("bob", "put")
                    .contentType("application/yaml")
                    .body("max: 3 # a comment\n".getBytes(StandardCharsets.UTF_8))
                    .put(content("billing")));
            answersOnce(() -> keyed("bob", "entry")
                    .contentType(ContentType.JSON)
                    .body("5")
                    .put(BILLING + "/entry?key=new"));
            answersOnce(() -> keyed("bob", "gone").delete(BILLING + "/entry?key=new"));
            answersOnce(() -> keyed("bob", "new")
                    .contentType(ContentType.JSON)
                    .body("{\"title\":\"Shipping\"}")
                    .put("/api/configurations/shipping/test"));
            answersOnce(() -> keyed("bob", "described")
                    .contentType(ContentType.JSON)
                    .body("{\"title\":\"Bills\"}")
                    .patch(BILLING));
            answersOnce(() -> keyed("bob", "archived").delete(BILLING));
            answersOnce(() -> keyed("ann", "user")
                    .contentType(ContentType.JSON)
                    .body("{\"role\":\"viewer\",\"password\":\"correct horse\"}")
                    .put("/api/users/cy"));
        }

        @Test
        void answer_what_an_if_match_allowed_the_first_time() {
            var tag = as("ann").get("/api/drafts/" + draft).header("ETag");
            Supplier<Response> step = () -> keyed("ann", "one")
                    .header("If-Match", tag)
                    .contentType("application/json-patch+json")
                    .body(INCREMENT)
                    .patch("/api/drafts/" + draft + "/content");
            answersOnce(step);
            assertThat(Walk.held("ann", draft)).contains("'hits':1");
        }

        @Test
        void answer_the_version_that_a_commit_became_and_so_does_a_commit_without_a_key() {
            increment("ann", "edit");
            answersOnce(() -> keyed("ann", "commit")
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("/api/drafts/" + draft + "/commit"));
            command("ann", draft, "commit").then().statusCode(200).body("version", equalTo(2));
        }

        @Test
        void write_one_version_alone() {
            Stream.of(1, 2, 3)
                    .forEach(_ -> write("ann", "one").then().statusCode(200).body("version", equalTo(2)));
            assertThat(live("ann", "billing")).contains("'hits':1");
        }
    }

    @Nested
    class And_another_request {
        @Test
        void are_refused_and_nothing_happens() {
            increment("ann", "one").then().statusCode(200);
            keyed("ann", "one")
                    .contentType("application/json-patch+json")
                    .body(INCREMENT.replace("1", "2"))
                    .patch("/api/drafts/" + draft + "/content")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:redraft:problem:idempotency-key-reused"));
            undo("one").then().statusCode(422);
            assertThat(Walk.held("ann", draft)).contains("'hits':1");
        }

        @Test
        void of_another_actor_have_nothing_to_do_with_each_other() {
            write("ann", "one").then().body("version", equalTo(2));
            write("bob", "one").then().body("version", equalTo(3));
        }
    }

    @Nested
    class After_a_failure {
        @Test
        void tries_again() {
            undo("one").then().statusCode(409);
            increment("ann", "two");
            undo("one").then().statusCode(200);
        }

        @Test
        void tries_again_although_the_failure_left_an_event() {
            increment("ann", "one");
            write("bob", "two");
            Supplier<Response> commit = () -> keyed("ann", "commit")
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("/api/drafts/" + draft + "/commit");
            commit.get().then().statusCode(409);
            commit.get().then().statusCode(409);
            assertThat(People.strings("select kind from draft_event where kind = 'BASE_MOVED'"))
                    .hasSize(2);
        }
    }

    @Nested
    class On_a_form_of_a_page {
        private Response add(String stamp) {
            return keyed("ann", "add")
                    .redirects()
                    .follow(false)
                    .formParam("deed", "add")
                    .formParam("path", "")
                    .formParam("name", "new")
                    .formParam("type", "number")
                    .formParam("value", "1")
                    .formParam("stamp", stamp)
                    .post("/drafts/" + draft + "/changes");
        }

        @Test
        void adds_something_once_although_the_page_is_newer_by_then() {
            add("0").then().statusCode(303);
            add("1").then().statusCode(303);
            assertThat(People.strings("select number from gesture where revision = '" + draft + "'"))
                    .hasSize(1);
        }

        private Response makeFromFile(String max) {
            return keyed("ann", "make")
                    .redirects()
                    .follow(false)
                    .multiPart("application", "shop")
                    .multiPart("environment", "test")
                    .multiPart("title", "")
                    .multiPart("file", "shop.json", ("{\"max\":" + max + "}").getBytes(StandardCharsets.UTF_8))
                    .post("/configurations");
        }

        @Test
        void makes_a_configuration_from_a_file_once_in_both_of_its_deeds() {
            makeFromFile("1").then().statusCode(303);
            makeFromFile("1").then().statusCode(303);
            makeFromFile("2").then().statusCode(422);
            assertThat(People.strings("select version from revision join configuration c on c.id = configuration"
                            + " where application = 'shop' order by version"))
                    .containsExactly("0", "1");
        }
    }

    @Nested
    class When_rights_changed_since {
        @Test
        void is_refused_to_whoever_may_no_longer_write() {
            write("bob", "one").then().statusCode(200);
            People.present("bob", Role.VIEWER);
            write("bob", "one").then().statusCode(403);
        }

        @Test
        void says_nothing_of_a_draft_that_is_somebody_elses_by_now() {
            People.present("ann", Role.EDITOR);
            increment("ann", "one").then().statusCode(200);
            People.sql("update revision set owner = 'bob' where id = '" + draft + "'");
            increment("ann", "one").then().statusCode(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "tab\tbed", "ü"})
    void is_refused_if_it_is_none(String key) {
        increment("ann", key)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:redraft:problem:malformed-header"))
                .body("header", equalTo("Idempotency-Key"));
    }

    @Test
    void may_be_long_but_not_too_long() {
        increment("ann", "k".repeat(200)).then().statusCode(200);
        increment("ann", "k".repeat(201)).then().statusCode(400);
    }

    @Test
    void keeps_neither_itself_nor_what_was_sent() {
        keyed("ann", "a-key-to-find")
                .contentType(ContentType.JSON)
                .body("\"a secret\"")
                .put(BILLING + "/entry?key=password")
                .then()
                .statusCode(200);
        assertThat(People.strings("select t::text from idempotency t").toString())
                .contains("Integer")
                .doesNotContain("a-key-to-find", "secret", "password");
    }

    @Test
    void is_forgotten_after_a_week() {
        write("ann", "old").then().statusCode(200);
        write("ann", "new").then().statusCode(200);
        People.sql("update idempotency set at = at - interval '8 days' where at = (select min(at) from idempotency)");
        var answers = Arc.container().instance(Answers.class).get();
        assertThat(answers.purge(Duration.ofDays(7), 1)).isEqualTo(1);
        assertThat(answers.purge(Duration.ofDays(7), 1)).isZero();
        write("ann", "new").then().body("version", equalTo(3));
        write("ann", "old").then().body("version", equalTo(4));
    }
}
