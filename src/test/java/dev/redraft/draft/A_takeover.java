package dev.redraft.draft;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class A_takeover {
    private String draft = "";

    @BeforeEach
    void ann_has_a_draft_with_two_steps_one_of_them_undone() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        People.present("root", Role.ADMINISTRATOR);
        Walk.configuration("ann", "billing", "{\"max\":10}");
        draft = Walk.draft("ann", "billing");
        set("ann", 20).then().statusCode(200);
        set("ann", 30).then().statusCode(200);
        command("ann", draft, "undo").then().statusCode(200);
    }

    private Response set(String who, int max) {
        return Walk.patch(who, draft, "[{'op':'replace','path':'/max','value':" + max + "}]");
    }

    private Response takeOver(String who) {
        return command(who, draft, "takeover");
    }

    @Test
    void moves_the_draft_with_all_its_steps() {
        var steps = as("ann").get("/api/drafts/" + draft + "/operations").asString();
        takeOver("root").then().statusCode(200).body("owner", equalTo("root")).body("id", equalTo(draft));
        assertThat(as("root").get("/api/drafts/" + draft + "/operations").asString())
                .isEqualTo(steps);
        command("root", draft, "redo").then().statusCode(200);
        command("root", draft, "commit").then().statusCode(200).body("version", equalTo(2));
        assertThat(Walk.live("ann", "billing")).isEqualTo("{'max':30}");
    }

    @Test
    void raises_the_stamp() {
        var tag = as("root").get("/api/drafts/" + draft).header("ETag");
        takeOver("root").then().statusCode(200).body("stamp", equalTo(4));
        assertThat(as("root").get("/api/drafts/" + draft).header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void is_recorded_with_the_former_owner() {
        takeOver("root").then().statusCode(200);
        assertThat(People.strings("select actor || ' ' || (details ->> 'owner') || ' ' || subject from audit"
                        + " where action = 'draft-taken-over' and draft = '" + draft + "'"))
                .containsExactly("root ann billing/test");
        assertThat(People.strings("select actor || ' ' || owner from draft_event where kind = 'TAKEN_OVER'"))
                .containsExactly("root root");
    }

    @Test
    void leaves_the_former_owner_with_a_draft_that_is_not_there() {
        takeOver("root");
        set("ann", 40).then().statusCode(404);
        as("ann").get("/api/drafts/" + draft).then().statusCode(404);
        command("ann", draft, "commit").then().statusCode(404);
        assertThat(Walk.draft("ann", "billing")).isNotEqualTo(draft);
    }

    @Test
    void of_one_s_own_draft_changes_nothing() {
        takeOver("root");
        takeOver("root").then().statusCode(200).body("stamp", equalTo(4));
        assertThat(People.strings("select id from draft_event where kind = 'TAKEN_OVER'"))
                .hasSize(1);
    }

    @Test
    void is_for_administrators_alone() {
        takeOver("bob").then().statusCode(403);
        takeOver("ann").then().statusCode(403);
    }

    @Test
    void of_no_draft_is_a_404() {
        as("root")
                .contentType(ContentType.JSON)
                .post("/api/drafts/00000000-0000-4000-8000-000000000000/takeover")
                .then()
                .statusCode(404);
    }

    @Test
    void of_a_draft_that_is_not_open_is_refused() {
        as("ann").delete("/api/drafts/" + draft).then().statusCode(200);
        takeOver("root")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:redraft:problem:draft-not-open"))
                .body("state", equalTo("CANCELLED"));
    }

    @Test
    void beside_an_open_draft_of_one_s_own_is_refused_and_names_it() {
        var own = Walk.draft("root", "billing");
        takeOver("root")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:redraft:problem:draft-exists"))
                .body("draft", equalTo(own));
        set("ann", 40).then().statusCode(200);
    }

    @Test
    void depends_on_if_match() {
        var tag = as("root").get("/api/drafts/" + draft).header("ETag");
        set("ann", 40);
        as("root")
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .post("/api/drafts/" + draft + "/takeover")
                .then()
                .statusCode(412);
        set("ann", 50).then().statusCode(200);
    }
}
