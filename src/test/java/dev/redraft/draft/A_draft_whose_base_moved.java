package dev.redraft.draft;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.content;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.held;
import static dev.redraft.Walk.live;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class A_draft_whose_base_moved {
    private String draft = "";

    @BeforeEach
    void ann_has_a_draft_and_bob_commits() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        configuration(
                "ann",
                "billing",
                "{\"pool\":{\"min\":1,\"max\":10},\"name\":\"x\",\"hits\":5,\"list\":[1,2,3],\"old\":0}");
        draft = draft("ann", "billing");
    }

    private void ann(String patch) {
        patch("ann", draft, patch).then().statusCode(200);
    }

    private static void bob(String patch) {
        as("bob")
                .contentType("application/json-patch+json")
                .body(patch.replace('\'', '"'))
                .patch(content("billing"))
                .then()
                .statusCode(200);
    }

    private Response rebase() {
        return rebase("{}");
    }

    private Response rebase(String body) {
        return command("ann", draft, "rebase", body);
    }

    @Nested
    class Merges {
        @Test
        void what_both_changed_in_different_places() {
            ann("[{'op':'replace','path':'/pool/max','value':20},{'op':'add','path':'/new','value':1}]");
            bob("[{'op':'replace','path':'/pool/min','value':2},{'op':'replace','path':'/name','value':'y'}]");
            rebase().then()
                    .statusCode(200)
                    .body("merged", contains("pool"))
                    .body("base", equalTo(2))
                    .body("current", equalTo(2))
                    .body("changes", equalTo(2))
                    .body("undo", equalTo("2 changes in pool, new"));
            assertThat(held("ann", draft)).contains("'pool':{'min':2,'max':20}", "'name':'y'", "'new':1");
        }

        @Test
        void what_is_undone_down_to_the_new_base_and_redone_from_there() {
            ann("[{'op':'replace','path':'/pool/max','value':20}]");
            ann("[{'op':'add','path':'/list/0','value':0}]");
            ann("[{'op':'remove','path':'/old'}]");
            command("ann", draft, "undo").then().statusCode(200);
            bob("[{'op':'add','path':'/list/-','value':4},{'op':'replace','path':'/pool/min','value':0}]");
            rebase().then().statusCode(200).body("redo", equalTo("remove old"));
            var merged = held("ann", draft);
            assertThat(merged).contains("'list':[0,1,2,3,4]", "'pool':{'min':0,'max':20}");
            command("ann", draft, "undo", "{'to':0}").then().statusCode(200).body("changes", equalTo(0));
            assertThat(held("ann", draft)).isEqualTo(live("bob", "billing"));
            command("ann", draft, "redo", "{'to':2}").then().statusCode(200);
            assertThat(held("ann", draft)).isEqualTo(merged);
            command("ann", draft, "redo").then().statusCode(200);
            assertThat(held("ann", draft)).doesNotContain("old");
            command("ann", draft, "commit").then().statusCode(200).body("version", equalTo(3));
            assertThat(live("bob", "billing")).isEqualTo(held("ann", draft));
        }

        @Test
        void an_increment_with_whatever_number_is_there_by_now() {
            ann("[{'op':'increment','path':'/hits','value':2}]");
            bob("[{'op':'increment','path':'/hits','value':10}]");
            rebase().then().statusCode(200);
            assertThat(held("ann", draft)).contains("'hits':17");
            command("ann", draft, "undo").then().statusCode(200);
            assertThat(held("ann", draft)).contains("'hits':15");
        }

        @Test
        void what_was_changed_and_changed_back_with_whatever_they_made_of_it() {
            ann("[{'op':'replace','path':'/name','value':'z'}]");
            ann("[{'op':'replace','path':'/name','value':'x'}]");
            bob("[{'op':'replace','path':'/name','value':'y'}]");
            rebase().then().statusCode(200).body("changes", equalTo(0));
            command("ann", draft, "undo", "{'to':0}").then().statusCode(200);
            assertThat(held("ann", draft)).isEqualTo(live("bob", "billing"));
            command("ann", draft, "redo", "{'to':2}").then().statusCode(200);
            assertThat(held("ann", draft)).isEqualTo(live("bob", "billing"));
        }

        @Test
        void nothing_where_nothing_moved() {
            ann("[{'op':'replace','path':'/name','value':'z'}]");
            var stamp = shown("ann", draft).getInt("stamp");
            rebase().then().statusCode(200).body("merged", empty()).body("stamp", equalTo(stamp));
        }

        @Test
        void entries_that_come_and_go_so_that_they_are_counted_rightly() {
            ann(
                    "[{'op':'remove','path':'/old'},{'op':'add','path':'/new','value':1},{'op':'add','path':'/n2','value':1}]");
            bob(
                    "[{'op':'remove','path':'/old'},{'op':'add','path':'/new','value':1},{'op':'add','path':'/bobs','value':1}]");
            rebase().then().statusCode(200).body("changes", equalTo(1));
            command("ann", draft, "commit").then().statusCode(200);
            as("ann").get("/api/configurations/billing/test").then().body("entries", equalTo(7));
        }
    }

    @Nested
    class Collides {
        @BeforeEach
        void both_set_the_largest_pool() {
            ann("[{'op':'replace','path':'/pool/max','value':20},{'op':'replace','path':'/pool/min','value':2}]");
            bob("[{'op':'replace','path':'/pool/max','value':30}]");
        }

        @Test
        void and_is_told_where_with_both_sides_and_whose_it_is() {
            var before = shown("ann", draft);
            rebase().then()
                    .statusCode(409)
                    .body("type", equalTo("urn:redraft:problem:conflicts"))
                    .body("conflicts", hasSize(1))
                    .body("conflicts[0].key", equalTo("pool"))
                    .body("conflicts[0].path", equalTo("/pool/max"))
                    .body("conflicts[0].kind", equalTo("both-changed"))
                    .body("conflicts[0].base", equalTo(10))
                    .body("conflicts[0].theirs", equalTo(30))
                    .body("conflicts[0].mine", equalTo(20))
                    .body("conflicts[0].theirAuthor", equalTo("bob"))
                    .body("conflicts[0].theirVersion", equalTo(2));
            assertThat(shown("ann", draft).<Object>get()).isEqualTo(before.get());
        }

        @Test
        void and_a_side_that_is_absent_has_no_member_while_null_is_null() {
            ann("[{'op':'replace','path':'/name','value':null}]");
            bob("[{'op':'remove','path':'/name'}]");
            rebase().then()
                    .statusCode(409)
                    .body("conflicts", hasSize(2))
                    .body("conflicts[0].path", equalTo("/name"))
                    .body("conflicts[0].kind", equalTo("edited-in-removed"))
                    .body("conflicts[0]", not(hasKey("theirs")))
                    .body("conflicts[0]", hasKey("mine"))
                    .body("conflicts[0].mine", nullValue());
        }

        @Test
        void until_it_is_resolved_as_mine() {
            rebase("{'resolutions':{'pool':'mine'}}").then().statusCode(200).body("base", equalTo(2));
            assertThat(held("ann", draft)).contains("'pool':{'min':2,'max':20}");
            command("ann", draft, "undo", "{'to':0}").then().statusCode(200);
            assertThat(held("ann", draft)).isEqualTo(live("bob", "billing"));
        }

        @Test
        void until_it_is_resolved_as_theirs() {
            rebase("{'resolutions':{'pool':'theirs'}}").then().statusCode(200).body("changes", equalTo(1));
            assertThat(held("ann", draft)).contains("'pool':{'min':2,'max':30}");
        }

        @Test
        void until_the_entry_is_given_a_value() {
            rebase("{'resolutions':{'pool':{'value':{'max':25.0}}}}").then().statusCode(200);
            assertThat(held("ann", draft)).contains("'pool':{'max':25.0}");
        }

        @Test
        void until_the_path_is_given_a_value() {
            rebase("{'resolutions':{'pool':{'paths':{'/pool/max':{'value':25}}}}}")
                    .then()
                    .statusCode(200);
            assertThat(held("ann", draft)).contains("'pool':{'min':2,'max':25}");
        }

        @Test
        void until_it_is_given_a_value_as_deep_as_values_may_be() {
            var deepest = "[".repeat(62) + "]".repeat(62);
            rebase("{'resolutions':{'pool':{'paths':{'/pool/max':{'value':[" + deepest + "]}}}}}")
                    .then()
                    .statusCode(413);
            rebase("{'resolutions':{'pool':{'paths':{'/pool/max':{'value':" + deepest + "}}}}}")
                    .then()
                    .statusCode(200);
            assertThat(held("ann", draft)).contains("'max':" + deepest);
        }

        @Test
        void and_a_decision_about_something_else_is_refused() {
            rebase("{'resolutions':{'name':'mine'}}")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:redraft:problem:not-applicable"))
                    .body("detail", containsString("/name"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[]",
                    "{'preview':1}",
                    "{'resolutions':[]}",
                    "{'resolutions':{'pool':'yours'}}",
                    "{'resolutions':{'pool':{'paths':{'/name':'mine'}}}}",
                    "{'resolutions':{'pool':{'paths':{'pool':'mine'}}}}",
                    "{'resolve':{}}",
                    "{"
                })
        void and_a_body_that_is_none_is_refused(String body) {
            var stamp = shown("ann", draft).getInt("stamp");
            rebase(body).then().statusCode(400).contentType("application/problem+json");
            assertThat(shown("ann", draft).getInt("stamp")).isEqualTo(stamp);
        }

        @Test
        void or_is_rebased_in_the_commit_where_nothing_collides() {
            command("ann", draft, "commit", "{'rebase':true}")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:redraft:problem:conflicts"))
                    .body("conflicts", hasSize(1));
            assertThat(shown("ann", draft).getInt("base")).isEqualTo(1);
            ann("[{'op':'replace','path':'/pool/max','value':30}]");
            command("ann", draft, "commit", "{'rebase':true}")
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(3));
            assertThat(live("bob", "billing")).contains("'pool':{'min':2,'max':30}");
        }
    }

    @Nested
    class Is_previewed {
        @Test
        void with_what_would_be_merged() {
            ann("[{'op':'replace','path':'/pool/max','value':20}]");
            bob("[{'op':'replace','path':'/pool/min','value':2}]");
            rebase("{'preview':true}")
                    .then()
                    .statusCode(200)
                    .body("merged", contains("pool"))
                    .body("base", equalTo(2));
            assertThat(shown("ann", draft).getInt("base")).isEqualTo(1);
            assertThat(shown("ann", draft).getInt("current")).isEqualTo(2);
        }

        @Test
        void with_what_collides() {
            ann("[{'op':'replace','path':'/name','value':'z'}]");
            bob("[{'op':'replace','path':'/name','value':'y'}]");
            rebase("{'preview':true}").then().statusCode(409).body("conflicts", hasSize(1));
            rebase("{'preview':true,'resolutions':{'name':'mine'}}").then().statusCode(200);
            assertThat(shown("ann", draft).getInt("base")).isEqualTo(1);
        }
    }

    @Test
    void is_rebased_by_its_owner_alone_as_it_was_read() {
        ann("[{'op':'replace','path':'/name','value':'z'}]");
        bob("[{'op':'replace','path':'/pool/min','value':2}]");
        command("bob", draft, "rebase").then().statusCode(404);
        as("ann")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"s0\"")
                .post("/api/drafts/" + draft + "/rebase")
                .then()
                .statusCode(412);
        command("ann", draft, "rebase").then().statusCode(200);
        as("ann").delete("/api/drafts/" + draft).then().statusCode(200);
        command("ann", draft, "rebase").then().statusCode(409);
    }

    @Test
    void keeps_what_is_tied_to_a_merged_entry_by_a_move() {
        ann("[{'op':'move','from':'/list/0','path':'/first'},{'op':'move','from':'/old','path':'/older'}]");
        bob("[{'op':'add','path':'/list/-','value':4},{'op':'replace','path':'/hits','value':6}]");
        rebase().then().statusCode(200).body("merged", contains("list"));
        assertThat(held("ann", draft)).contains("'list':[2,3,4]", "'first':1", "'older':0");
        command("ann", draft, "undo").then().statusCode(200);
        assertThat(held("ann", draft)).isEqualTo(live("bob", "billing"));
    }

    @Test
    void may_have_members_and_keys_of_any_name() {
        var key = "a\\\\\\\"to\\\":[\\\"x";
        ann("[{'op':'add','path':'/pool/\\u0000','value':1},{'op':'add','path':'/%s','value':{}}]".formatted(key));
        ann("[{'op':'move','from':'/pool/\\u0000','path':'/%s/\\u0000'}]".formatted(key));
        bob("[{'op':'replace','path':'/pool/min','value':2}]");
        rebase().then().statusCode(200).body("merged", contains("pool"));
        command("ann", draft, "undo", "{'to':0}").then().statusCode(200);
        assertThat(held("ann", draft)).isEqualTo(live("bob", "billing"));
        command("ann", draft, "redo", "{'to':2}").then().statusCode(200);
        command("ann", draft, "commit", "{'keys':['pool']}").then().statusCode(409);
        command("ann", draft, "commit", "{'keys':['%s']}".formatted(key)).then().statusCode(200);
    }
}
