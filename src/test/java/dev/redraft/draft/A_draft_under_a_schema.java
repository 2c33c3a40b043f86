package dev.redraft.draft;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.held;
import static dev.redraft.Walk.live;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.schema;
import static dev.redraft.Walk.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class A_draft_under_a_schema {
    private static final String POOL = "{'properties':{'pool':{'properties':{'max':{'type':'integer','minimum':1,"
            + "'maximum':100}}},'name':{'type':'string'}},'required':['pool']}";

    private String draft = "";

    @BeforeEach
    void ann_has_a_draft_under_a_schema() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        People.present("root", Role.ADMINISTRATOR);
        configuration("ann", "billing", "{\"pool\":{\"max\":10},\"name\":7,\"free\":1}");
        schema("ann", "billing", POOL).then().statusCode(200);
        draft = draft("ann", "billing");
    }

    private Response set(String path, String value) {
        return patch("ann", draft, "[{'op':'add','path':'" + path + "','value':" + value + "}]");
    }

    private Response commit() {
        return command("ann", draft, "commit");
    }

    @Nested
    class Is_edited {
        @Test
        void to_whatever_is_typed_and_shows_its_problems() {
            set("/pool/max", "500").then().statusCode(200).body("changes", equalTo(1));
            as("ann")
                    .get("/api/drafts/" + draft + "/problems")
                    .then()
                    .statusCode(200)
                    .body("path", equalTo(List.of("/name", "/pool/max")))
                    .body("key", equalTo(List.of("name", "pool")))
                    .body("[1].sentence", equalTo("must be at most 100, but is 500"));
            command("ann", draft, "review")
                    .then()
                    .statusCode(200)
                    .body("problems.path", equalTo(List.of("/name", "/pool/max")));
            set("/pool/max", "50");
            set("/name", "'x'");
            as("ann").get("/api/drafts/" + draft + "/problems").then().body("", hasSize(0));
        }

        @Test
        void and_its_review_lists_them_on_the_page_too() {
            set("/pool/max", "500");
            People.signedIn("ann")
                    .get("/drafts/" + draft + "/review")
                    .then()
                    .statusCode(200)
                    .body(containsString("2 places do not pass the schema"))
                    .body(containsString("<code>/pool/max</code> must be at most 100, but is 500"));
        }

        @Test
        void with_problems_that_others_do_not_see() {
            as("bob").get("/api/drafts/" + draft + "/problems").then().statusCode(404);
            as("root").get("/api/drafts/" + draft + "/problems").then().statusCode(200);
            assertThat(People.strings("select actor from audit where action = 'draft-looked-at'"))
                    .containsExactly("root");
        }

        @Test
        void by_increments_within_the_bounds_alone_while_undo_and_redo_pass_them() {
            patch("ann", draft, "[{'op':'increment','path':'/pool/max','value':90}]")
                    .then()
                    .statusCode(200);
            patch("ann", draft, "[{'op':'increment','path':'/pool/max','value':1}]")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:redraft:problem:out-of-bounds"))
                    .body("path", equalTo("/pool/max"))
                    .body("value", equalTo(100));
            set("/pool/max", "0");
            patch("ann", draft, "[{'op':'increment','path':'/pool/max','value':1}]")
                    .then()
                    .statusCode(200);
            command("ann", draft, "undo").then().statusCode(200);
            assertThat(held("ann", draft)).contains("'max':0");
            command("ann", draft, "redo").then().statusCode(200);
        }
    }

    @Nested
    class Is_committed {
        @Test
        void only_when_what_it_changes_passes() {
            set("/pool/max", "500");
            set("/other", "1");
            commit().then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:redraft:problem:invalid"))
                    .body("errors", hasSize(1))
                    .body("errors[0].path", equalTo("/pool/max"))
                    .body("errors[0].key", equalTo("pool"))
                    .body("errors[0].sentence", equalTo("must be at most 100, but is 500"))
                    .body("detail", containsString("Nothing was committed"));
            assertThat(live("bob", "billing")).contains("'max':10");
            set("/pool/max", "100");
            commit().then().statusCode(200).body("version", equalTo(2));
            commit().then().statusCode(200).body("version", equalTo(2));
        }

        @Test
        void though_what_it_does_not_touch_was_no_better_before() {
            set("/free", "2");
            commit().then().statusCode(200);
        }

        @Test
        void never_without_what_has_to_be_there() {
            patch("ann", draft, "[{'op':'remove','path':'/pool'}]");
            commit().then().statusCode(422).body("errors.path", equalTo(List.of("/pool")));
        }

        @Test
        void as_the_schema_is_by_then() {
            set("/pool/max", "50");
            schema("bob", "billing", POOL.replace("100", "20")).then().statusCode(200);
            commit().then().statusCode(422);
            schema("bob", "billing", POOL.replace("100", "60")).then().statusCode(200);
            commit().then().statusCode(200);
        }

        @Test
        void after_its_base_was_looked_at() {
            set("/pool/max", "500");
            write("bob", "billing", "[{'op':'replace','path':'/free','value':3}]")
                    .then()
                    .statusCode(200);
            commit().then().statusCode(409).body("type", equalTo("urn:redraft:problem:base-moved"));
        }

        @Test
        void by_the_page_with_a_sentence_that_says_why_not() {
            set("/pool/max", "500");
            People.signedIn("ann")
                    .formParam("stamp", "1")
                    .post("/drafts/" + draft + "/review/committed")
                    .then()
                    .statusCode(422)
                    .body(containsString("/pool/max must be at most 100, but is 500"));
        }
    }

    @Nested
    class Whose_schema_looks_at_the_whole {
        @Test
        void is_held_to_it_as_a_whole() {
            schema("ann", "billing", "{'properties':{'name':{'const':8}},'dependentRequired':{'tls':['cert']}}");
            set("/tls", "true");
            commit().then().statusCode(422).body("errors.path", equalTo(List.of("/cert")));
            as("ann").get("/api/drafts/" + draft + "/problems").then().body("path", equalTo(List.of("/cert", "/name")));
            set("/cert", "'x'");
            commit().then().statusCode(200);
        }
    }
}
