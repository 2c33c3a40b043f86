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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class A_draft {
    private static final String CONTENT = "{\"pool\":{\"min\":1,\"max\":10},\"name\":\"billing\",\"ports\":[1,2,3]}";

    @BeforeEach
    void ann_and_bob_have_a_configuration() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        People.present("root", Role.ADMINISTRATOR);
        People.present("vic", Role.VIEWER);
        configuration("ann", "billing", CONTENT);
    }

    @Nested
    class Is_started {
        @Test
        void once_and_resumed_after_that() {
            var first = as("ann").post("/api/configurations/billing/test/drafts");
            first.then().statusCode(201).body("state", equalTo("DRAFT")).body("base", equalTo(1));
            as("ann")
                    .post("/api/configurations/billing/test/drafts")
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(first.path("id")));
            as("ann").get("/api/configurations").then().body("items[0].myDraft", equalTo(first.path("id")));
        }

        @Test
        void by_no_viewer_and_of_nothing_that_is_not_there() {
            as("vic").post("/api/configurations/billing/test/drafts").then().statusCode(403);
            as("ann").post("/api/configurations/nothing/test/drafts").then().statusCode(404);
        }
    }

    @Nested
    class Is_listed {
        @Test
        void from_where_the_page_before_ended_and_from_nowhere_else() {
            var first = draft("ann", "billing");
            as("ann").get("/api/drafts").then().body("items.id", hasItem(first));
            as("ann").get("/api/drafts?after=" + first).then().statusCode(200).body("items.id", hasSize(0));
            as("ann").get("/api/drafts?after=somewhere").then().statusCode(400).body("parameter", equalTo("after"));
        }
    }

    @Nested
    class Is_edited {
        @Test
        void without_anybody_else_seeing_it() {
            var draft = draft("ann", "billing");
            patch("ann", draft, "[{'op':'replace','path':'/pool/max','value':20}]")
                    .then()
                    .statusCode(200)
                    .body("changes", equalTo(1))
                    .body("undo", equalTo("set pool.max to 20"))
                    .body("redo", nullValue());
            assertThat(held("ann", draft)).contains("'max':20");
            assertThat(live("bob", "billing")).contains("'max':10");
            as("bob").get("/api/drafts/" + draft).then().statusCode(404);
            as("bob").get("/api/drafts/" + draft + "/content").then().statusCode(404);
            patch("bob", draft, "[]").then().statusCode(404);
            as("bob").get("/api/drafts").then().body("items", hasSize(0));
        }

        @Test
        void by_nobody_but_its_owner_though_an_administrator_may_look_which_is_recorded() {
            var draft = draft("ann", "billing");
            as("root").get("/api/drafts/" + draft + "/content").then().statusCode(200);
            patch("root", draft, "[{'op':'remove','path':'/name'}]").then().statusCode(403);
            assertThat(People.strings("select actor from audit where action = 'draft-looked-at'"))
                    .containsExactly("root");
        }

        @Test
        void to_what_it_was_and_counts_no_change_then() {
            var draft = draft("ann", "billing");
            patch("ann", draft, "[{'op':'replace','path':'/name','value':'x'}]");
            patch("ann", draft, "[{'op':'replace','path':'/name','value':'billing'}]")
                    .then()
                    .body("changes", equalTo(0));
            assertThat(People.strings("select key from entry where since is null"))
                    .isEmpty();
            command("ann", draft, "commit")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:redraft:problem:nothing-to-commit"));
        }

        @Test
        void all_or_nothing_and_says_which_operation_did_not_fit() {
            var draft = draft("ann", "billing");
            patch("ann", draft, "[{'op':'remove','path':'/name'},{'op':'remove','path':'/gone'}]")
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:redraft:problem:not-applicable"))
                    .body("operation", equalTo(1))
                    .body("pointer", equalTo("/gone"));
            assertThat(shown("ann", draft).getInt("stamp")).isZero();
            assertThat(held("ann", draft)).contains("'name':'billing'");
        }

        @Test
        void to_values_as_deep_as_a_configuration_may_be_and_no_deeper() {
            var draft = draft("ann", "billing");
            var deepest = "[".repeat(63) + "]".repeat(63);
            patch("ann", draft, "[{'op':'add','path':'/deep','value':" + deepest + "}]")
                    .then()
                    .statusCode(200);
            patch("ann", draft, "[{'op':'add','path':'','value':{'deep':" + deepest + "}}]")
                    .then()
                    .statusCode(200);
            patch("ann", draft, "[{'op':'add','path':'/deep','value':[" + deepest + "]}]")
                    .then()
                    .statusCode(413);
        }

        @Test
        void but_not_to_something_that_is_no_configuration() {
            var draft = draft("ann", "billing");
            patch("ann", draft, "[{'op':'replace','path':'','value':[]}]")
                    .then()
                    .statusCode(422)
                    .body("type", equalTo("urn:redraft:problem:invalid-document"));
        }

        @Test
        void without_a_step_where_a_request_takes_back_what_it_did() {
            var draft = draft("ann", "billing");
            patch("ann", draft, "[{'op':'add','path':'/x','value':1},{'op':'remove','path':'/x'}]");
            patch("ann", draft, "[{'op':'remove','path':'/pool/min'},{'op':'add','path':'/pool/min','value':1}]")
                    .then()
                    .statusCode(200)
                    .body("undo", nullValue())
                    .body("stamp", equalTo(0));
            assertThat(held("ann", draft)).isEqualTo(CONTENT.replace('"', '\''));
        }

        @Test
        void and_its_order_comes_back_with_every_undo_and_redo() {
            var draft = draft("ann", "billing");
            patch("ann", draft, "[{'op':'remove','path':'/pool/min'}]");
            patch("ann", draft, "[{'op':'add','path':'/pool/min','value':2}]");
            assertThat(held("ann", draft)).contains("'pool':{'max':10,'min':2}");
            patch("ann", draft, "[{'op':'replace','path':'/pool/min','value':1}]")
                    .then()
                    .body("changes", equalTo(0));
            assertThat(held("ann", draft)).isEqualTo(CONTENT.replace('"', '\''));
            command("ann", draft, "undo").then().statusCode(200);
            assertThat(held("ann", draft)).contains("'pool':{'max':10,'min':2}");
            command("ann", draft, "redo").then().body("changes", equalTo(0));
            command("ann", draft, "undo", "{'to':0}").then().body("changes", equalTo(0));
            assertThat(held("ann", draft)).isEqualTo(CONTENT.replace('"', '\''));
        }

        @Test
        void with_a_merge_patch_too() {
            var draft = draft("ann", "billing");
            as("ann")
                    .contentType("application/merge-patch+json")
                    .body("{\"pool\":{\"max\":null,\"mid\":5},\"name\":null}")
                    .patch("/api/drafts/" + draft + "/content")
                    .then()
                    .statusCode(200);
            assertThat(held("ann", draft)).isEqualTo("{'pool':{'min':1,'mid':5},'ports':[1,2,3]}");
            command("ann", draft, "undo");
            assertThat(held("ann", draft)).isEqualTo(CONTENT.replace('"', '\''));
        }

        @Test
        void by_a_whole_document_with_the_least_operations() {
            var draft = draft("ann", "billing");
            as("ann")
                    .contentType(ContentType.JSON)
                    .body("{\"name\":\"billing\",\"pool\":{\"max\":11,\"min\":1},\"ports\":[1,3]}")
                    .put("/api/drafts/" + draft + "/content")
                    .then()
                    .statusCode(200)
                    .body("changes", equalTo(2));
            as("ann")
                    .get("/api/drafts/" + draft + "/operations")
                    .then()
                    .body("", hasSize(1))
                    .body("[0].operations", hasSize(2));
            assertThat(held("ann", draft)).isEqualTo("{'pool':{'min':1,'max':11},'name':'billing','ports':[1,3]}");
        }

        @Test
        void only_at_the_stamp_that_if_match_names() {
            var draft = draft("ann", "billing");
            var tag = as("ann").get("/api/drafts/" + draft).header("ETag");
            var edit = "[{\"op\":\"remove\",\"path\":\"/name\"}]";
            as("ann")
                    .header("If-Match", tag)
                    .contentType("application/json-patch+json")
                    .body(edit)
                    .patch("/api/drafts/" + draft + "/content")
                    .then()
                    .statusCode(200);
            as("ann")
                    .header("If-Match", tag)
                    .contentType("application/json-patch+json")
                    .body("[]")
                    .patch("/api/drafts/" + draft + "/content")
                    .then()
                    .statusCode(412);
            as("ann")
                    .header("If-Match", "nonsense")
                    .contentType("application/json-patch+json")
                    .body("[]")
                    .patch("/api/drafts/" + draft + "/content")
                    .then()
                    .statusCode(400);
        }

        @Test
        void and_a_commit_of_others_moves_its_tag_but_not_its_stamp() {
            var draft = draft("ann", "billing");
            var before = as("ann").get("/api/drafts/" + draft).header("ETag");
            write_directly("{\"name\":\"new\"}");
            var after = as("ann").get("/api/drafts/" + draft).header("ETag");
            assertThat(after).isNotEqualTo(before);
            as("ann")
                    .header("If-Match", before)
                    .contentType("application/json-patch+json")
                    .body("[]")
                    .patch("/api/drafts/" + draft + "/content")
                    .then()
                    .statusCode(200);
        }
    }

    @Nested
    class Is_undone_and_redone {
        @Test
        void step_by_step_and_by_a_target() {
            var draft = draft("ann", "billing");
            patch("ann", draft, "[{'op':'replace','path':'/pool/max','value':20}]");
            patch("ann", draft, "[{'op':'remove','path':'/name'}]");
            patch("ann", draft, "[{'op':'add','path':'/ports/0','value':0}]");
            command("ann", draft, "undo").then().body("redo", equalTo("insert ports[0] = 0"));
            command("ann", draft, "undo", "{'to':0}")
                    .then()
                    .body("changes", equalTo(0))
                    .body("undo", nullValue());
            assertThat(held("ann", draft)).isEqualTo(CONTENT.replace('"', '\''));
            command("ann", draft, "redo", "{'to':2}").then().body("undo", equalTo("remove name"));
            command("ann", draft, "redo").then().body("redo", nullValue()).body("changes", equalTo(3));
            command("ann", draft, "redo")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:redraft:problem:nothing-to-redo"));
        }

        @Test
        void until_there_is_nothing_left() {
            var draft = draft("ann", "billing");
            command("ann", draft, "undo")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:redraft:problem:nothing-to-undo"));
        }

        @Test
        void and_a_new_edit_discards_what_was_undone_which_stays_in_the_log() {
            var draft = draft("ann", "billing");
            patch("ann", draft, "[{'op':'remove','path':'/name'}]");
            command("ann", draft, "undo");
            patch("ann", draft, "[{'op':'remove','path':'/pool'}]").then().body("redo", nullValue());
            as("ann")
                    .get("/api/drafts/" + draft + "/operations")
                    .then()
                    .body("state", equalTo(java.util.List.of("DISCARDED", "APPLIED")))
                    .body("[1].label", equalTo("remove pool"));
        }

        @Test
        void key_by_key() {
            var draft = draft("ann", "billing");
            patch("ann", draft, "[{'op':'remove','path':'/name'},{'op':'add','path':'/new','value':1}]");
            command("ann", draft, "revert", "{'keys':['name','new']}")
                    .then()
                    .statusCode(200)
                    .body("changes", equalTo(0));
            assertThat(held("ann", draft)).isEqualTo(CONTENT.replace('"', '\''));
            command("ann", draft, "undo").then().body("changes", equalTo(2));
            command("ann", draft, "revert", "{'keys':['nothing']}").then().statusCode(409);
            command("ann", draft, "revert", "{'keys':['no/thing']}").then().body("pointer", equalTo("/no~1thing"));
        }
    }

    @Nested
    class Is_reviewed {
        @Test
        void with_every_change_by_its_path() {
            var draft = draft("ann", "billing");
            patch(
                    "ann",
                    draft,
                    "[{'op':'replace','path':'/pool/max','value':null},{'op':'add','path':'/n','value':[]}]");
            command("ann", draft, "review")
                    .then()
                    .statusCode(200)
                    .body("changes", hasSize(2))
                    .body("changes[0].kind", equalTo("modified"))
                    .body("changes[0].paths[0].path", equalTo("/pool/max"))
                    .body("changes[0].paths[0].before", equalTo(10))
                    .body("changes[0].paths[0].containsKey('after')", equalTo(true))
                    .body("changes[1].containsKey('before')", equalTo(false))
                    .body("problems", hasSize(0))
                    .body("base", equalTo(1))
                    .body("current", equalTo(1));
        }
    }

    @Nested
    class Is_committed {
        @Test
        void and_is_live_then_whole_and_for_ever() {
            var draft = draft("ann", "billing");
            patch("ann", draft, "[{'op':'replace','path':'/pool/max','value':20},{'op':'remove','path':'/name'}]");
            command("ann", draft, "commit", "{'message':'more'}")
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2));
            assertThat(live("bob", "billing")).isEqualTo("{'pool':{'min':1,'max':20},'ports':[1,2,3]}");
            command("ann", draft, "commit").then().statusCode(200).body("version", equalTo(2));
            patch("ann", draft, "[]")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:redraft:problem:draft-not-open"));
            as("bob").get(content("billing") + "?version=1").then().body("name", equalTo("billing"));
            as("ann")
                    .get("/api/drafts/" + draft)
                    .then()
                    .body("state", equalTo("ACTIVE"))
                    .body("version", equalTo(2));
        }

        @Test
        void not_when_its_base_moved_and_stays_as_it_was_then() {
            var draft = draft("ann", "billing");
            patch(
                    "ann",
                    draft,
                    "[{'op':'replace','path':'/pool/max','value':20},{'op':'replace','path':'/name','value':'a'}]");
            write_directly("{\"pool\":{\"max\":30}}");
            var before = shown("ann", draft).getInt("stamp");
            command("ann", draft, "commit")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:redraft:problem:base-moved"))
                    .body("base", equalTo(1))
                    .body("current", equalTo(2))
                    .body("overlapping", equalTo(java.util.List.of("/pool/max")));
            assertThat(shown("ann", draft).getInt("stamp")).isEqualTo(before);
            assertThat(held("ann", draft)).contains("'max':20");
            command("ann", draft, "undo", "{'to':0}").then().statusCode(200);
            assertThat(held("ann", draft)).contains("'max':10");
        }
    }

    @Nested
    class Is_cancelled {
        @Test
        void again_with_the_same_answer_and_reopened_with_all_its_steps() {
            var draft = draft("ann", "billing");
            patch("ann", draft, "[{'op':'remove','path':'/name'}]");
            var cancelled = as("ann").delete("/api/drafts/" + draft);
            cancelled.then().statusCode(200).body("state", equalTo("CANCELLED")).body("purgeAt", startsWith("20"));
            assertThat(as("ann").delete("/api/drafts/" + draft).asString()).isEqualTo(cancelled.asString());
            patch("ann", draft, "[]").then().statusCode(409);
            command("ann", draft, "reopen")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("DRAFT"))
                    .body("changes", equalTo(1));
            command("ann", draft, "undo").then().statusCode(200).body("changes", equalTo(0));
        }

        @Test
        void and_not_reopened_while_another_is_open() {
            var draft = draft("ann", "billing");
            as("ann").delete("/api/drafts/" + draft);
            var other = draft("ann", "billing");
            command("ann", draft, "reopen")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:redraft:problem:draft-exists"))
                    .body("draft", equalTo(other));
        }
    }

    private static void write_directly(String merge) {
        as("bob")
                .contentType("application/merge-patch+json")
                .body(merge)
                .patch(content("billing"))
                .then()
                .statusCode(200);
    }
}
