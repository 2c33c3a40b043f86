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
import static org.hamcrest.Matchers.equalTo;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class A_partial_commit {
    private String draft = "";

    @BeforeEach
    void ann_has_a_draft() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        configuration("ann", "billing", "{\"a\":1,\"b\":2,\"c\":3,\"d\":{\"x\":1}}");
        draft = draft("ann", "billing");
    }

    private void ann(String patch) {
        patch("ann", draft, patch).then().statusCode(200);
    }

    private Response commit(String keys) {
        return command("ann", draft, "commit", "{'message':'some','keys':[" + keys + "]}");
    }

    private void entriesAreCountedRightly() {
        for (var state : new String[] {"ACTIVE", "DRAFT"}) {
            assertThat(People.strings("select entries from revision where state = '" + state + "'"))
                    .containsExactly(Integer.toString(as("ann")
                            .get(state.equals("DRAFT") ? "/api/drafts/" + draft + "/content" : content("billing"))
                            .jsonPath()
                            .getMap("$")
                            .size()));
        }
    }

    @Test
    void makes_some_entries_live_and_leaves_the_rest_to_the_draft() {
        ann("[{'op':'replace','path':'/a','value':10},{'op':'replace','path':'/b','value':20}]");
        ann("[{'op':'remove','path':'/c'}]");
        ann("[{'op':'add','path':'/e','value':5}]");
        commit("'a','e'").then().statusCode(200).body("version", equalTo(2));
        assertThat(live("bob", "billing")).isEqualTo("{'a':10,'b':2,'c':3,'d':{'x':1},'e':5}");
        assertThat(held("ann", draft)).isEqualTo("{'a':10,'b':20,'d':{'x':1},'e':5}");
        var shown = shown("ann", draft);
        assertThat(shown.getInt("base")).isEqualTo(2);
        assertThat(shown.getInt("changes")).isEqualTo(2);
        assertThat(shown.getString("state")).isEqualTo("DRAFT");
        entriesAreCountedRightly();
        as("bob")
                .get("/api/configurations/billing/test/versions")
                .then()
                .body("items[0].number", equalTo(2))
                .body("items[0].author", equalTo("ann"))
                .body("items[0].message", equalTo("some"));
    }

    @Test
    void leaves_the_undo_of_the_rest_as_it_was() {
        ann("[{'op':'replace','path':'/a','value':10},{'op':'replace','path':'/b','value':20}]");
        ann("[{'op':'replace','path':'/b','value':21}]");
        ann("[{'op':'replace','path':'/a','value':11}]");
        commit("'a'").then().statusCode(200);
        assertThat(shown("ann", draft).getString("undo")).isEqualTo("set b to 21");
        command("ann", draft, "undo").then().statusCode(200).body("undo", equalTo("set b to 20"));
        assertThat(held("ann", draft)).contains("'a':11", "'b':20");
        command("ann", draft, "undo").then().statusCode(200).body("changes", equalTo(0));
        assertThat(held("ann", draft)).isEqualTo(live("bob", "billing"));
        command("ann", draft, "redo", "{'to':2}").then().statusCode(200);
        command("ann", draft, "commit").then().statusCode(200).body("version", equalTo(3));
        assertThat(live("bob", "billing")).isEqualTo("{'a':11,'b':21,'c':3,'d':{'x':1}}");
    }

    @Test
    void gives_up_what_was_undone_in_these_entries_and_keeps_the_rest() {
        ann("[{'op':'replace','path':'/a','value':10}]");
        ann("[{'op':'replace','path':'/b','value':20},{'op':'replace','path':'/a','value':11}]");
        command("ann", draft, "undo").then().statusCode(200);
        commit("'a'").then().statusCode(200);
        command("ann", draft, "redo").then().statusCode(200);
        assertThat(held("ann", draft)).isEqualTo("{'a':10,'b':20,'c':3,'d':{'x':1}}");
    }

    @Test
    void leaves_a_draft_that_changes_nothing_when_it_takes_all() {
        ann("[{'op':'replace','path':'/a','value':10}]");
        commit("'a'").then().statusCode(200);
        assertThat(shown("ann", draft).getInt("changes")).isZero();
        command("ann", draft, "commit").then().statusCode(409);
        command("ann", draft, "undo").then().statusCode(409);
    }

    @Test
    void refuses_entries_that_the_draft_does_not_change() {
        ann("[{'op':'replace','path':'/a','value':10}]");
        commit("'a','b'")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:redraft:problem:nothing-to-commit"))
                .body("keys", contains("b"));
        commit("").then().statusCode(400);
        assertThat(live("bob", "billing")).contains("'a':1,");
    }

    @Test
    void does_not_tear_apart_what_a_move_ties_together() {
        ann("[{'op':'replace','path':'/b','value':20}]");
        ann("[{'op':'move','from':'/d/x','path':'/x'}]");
        commit("'x'")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:redraft:problem:depends"))
                .body("on", equalTo(2));
        commit("'d'").then().statusCode(409);
        commit("'b'").then().statusCode(200);
        commit("'d','x'").then().statusCode(200).body("version", equalTo(3));
        assertThat(live("bob", "billing")).isEqualTo("{'a':1,'b':20,'c':3,'d':{},'x':1}");
    }

    @Test
    void takes_along_a_place_that_a_value_was_only_moved_through() {
        ann("[{'op':'move','from':'/a','path':'/on'},{'op':'move','from':'/on','path':'/z'}]");
        commit("'a'").then().statusCode(409);
        commit("'a','z'").then().statusCode(200);
        assertThat(live("bob", "billing")).isEqualTo("{'b':2,'c':3,'d':{'x':1},'z':1}");
        entriesAreCountedRightly();
    }

    @Test
    void of_a_moved_base_is_refused_or_rebased_first() {
        ann("[{'op':'replace','path':'/a','value':10},{'op':'replace','path':'/d/y','value':2}]"
                .replace("'replace','path':'/d/y'", "'add','path':'/d/y'"));
        as("bob")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/d/x\",\"value\":9}]")
                .patch(content("billing"))
                .then()
                .statusCode(200);
        commit("'a'").then().statusCode(409).body("type", equalTo("urn:redraft:problem:base-moved"));
        command("ann", draft, "commit", "{'keys':['d'],'rebase':true}").then().statusCode(200);
        assertThat(live("bob", "billing")).isEqualTo("{'a':1,'b':2,'c':3,'d':{'x':9,'y':2}}");
        assertThat(held("ann", draft)).isEqualTo("{'a':10,'b':2,'c':3,'d':{'x':9,'y':2}}");
    }
}
