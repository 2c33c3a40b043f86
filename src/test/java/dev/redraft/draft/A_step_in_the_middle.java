package dev.redraft.draft;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.held;
import static dev.redraft.Walk.live;
import static dev.redraft.Walk.patch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class A_step_in_the_middle {
    private String draft = "";

    @BeforeEach
    void ann_has_a_draft() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        configuration("ann", "billing", "{\"pool\":{\"min\":1,\"max\":10},\"name\":\"x\",\"list\":[1,2,3]}");
        draft = draft("ann", "billing");
    }

    private void ann(String patch) {
        patch("ann", draft, patch).then().statusCode(200);
    }

    private Response takeBack(int gesture) {
        return as("ann").post("/api/drafts/" + draft + "/operations/" + gesture + "/undo");
    }

    @Test
    void is_taken_back_while_the_later_ones_stay() {
        ann("[{'op':'replace','path':'/pool/max','value':20}]");
        ann("[{'op':'add','path':'/list/0','value':0}]");
        ann("[{'op':'replace','path':'/list/3','value':30}]");
        takeBack(2).then().statusCode(200).body("undo", containsString("take back: insert list[0] = 0"));
        assertThat(held("ann", draft)).contains("'list':[1,2,30]", "'max':20");
        takeBack(1).then().statusCode(200);
        assertThat(held("ann", draft)).contains("'list':[1,2,30]", "'max':10");
        command("ann", draft, "undo", "{'to':3}").then().statusCode(200);
        assertThat(held("ann", draft)).contains("'list':[0,1,2,30]", "'max':20");
        command("ann", draft, "undo", "{'to':0}").then().statusCode(200);
        assertThat(held("ann", draft)).isEqualTo(live("bob", "billing"));
    }

    @Test
    void is_not_taken_back_if_a_later_one_builds_on_it() {
        ann("[{'op':'add','path':'/pool/more','value':{}}]");
        ann("[{'op':'replace','path':'/name','value':'y'}]");
        ann("[{'op':'add','path':'/pool/more/a','value':1}]");
        var before = held("ann", draft);
        takeBack(1)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:redraft:problem:depends"))
                .body("on", equalTo(3));
        assertThat(held("ann", draft)).isEqualTo(before);
        takeBack(3).then().statusCode(200);
        takeBack(1).then().statusCode(200);
        assertThat(held("ann", draft)).contains("'name':'y'").doesNotContain("more");
    }

    @Test
    void is_followed_to_where_its_entry_was_renamed() {
        ann("[{'op':'replace','path':'/name','value':'y'}]");
        ann("[{'op':'move','from':'/name','path':'/title'}]");
        takeBack(1).then().statusCode(409).body("on", equalTo(2));
        takeBack(2).then().statusCode(200);
        takeBack(1).then().statusCode(200).body("changes", equalTo(0));
        assertThat(held("ann", draft)).isEqualTo(live("bob", "billing"));
    }

    @Test
    void is_there_and_applied_or_it_is_refused() {
        ann("[{'op':'replace','path':'/name','value':'y'}]");
        takeBack(7).then().statusCode(409).body("type", equalTo("urn:redraft:problem:nothing-to-undo"));
        command("ann", draft, "undo").then().statusCode(200);
        takeBack(1).then().statusCode(409).body("type", equalTo("urn:redraft:problem:nothing-to-undo"));
        as("bob").post("/api/drafts/" + draft + "/operations/1/undo").then().statusCode(404);
        as("ann").post("/api/drafts/" + draft + "/operations/x/undo").then().statusCode(404);
    }

    private Response step(int by) {
        return as("ann")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/pool/max\",\"value\":" + by + "}]")
                .patch("/api/drafts/" + draft + "/content?join=true");
    }

    @Test
    void that_steps_a_number_up_and_up_is_one() {
        step(11).then().statusCode(200);
        step(12).then().statusCode(200);
        step(13).then().statusCode(200).body("undo", equalTo("set pool.max to 13"));
        command("ann", draft, "undo")
                .then()
                .statusCode(200)
                .body("changes", equalTo(0))
                .body("undo", nullValue());
        command("ann", draft, "redo").then().statusCode(200);
        assertThat(held("ann", draft)).contains("'max':13");
    }

    @Test
    void that_steps_a_number_back_to_what_it_was_is_none() {
        step(11).then().statusCode(200);
        step(10).then().statusCode(200).body("changes", equalTo(0)).body("undo", nullValue());
        step(11).then().statusCode(200).body("undo", equalTo("set pool.max to 11"));
    }

    @Test
    void joins_no_other_place_no_undone_one_and_nothing_without_being_asked() {
        step(11).then().statusCode(200);
        ann("[{'op':'replace','path':'/pool/max','value':12}]");
        ann("[{'op':'replace','path':'/pool/min','value':0}]");
        step(13).then().statusCode(200);
        command("ann", draft, "undo").then().statusCode(200).body("undo", equalTo("set pool.min to 0"));
        step(14).then().statusCode(200);
        command("ann", draft, "undo", "{'to':1}").then().statusCode(200);
        assertThat(held("ann", draft)).contains("'max':11");
        step(15).then().statusCode(200);
        command("ann", draft, "undo").then().statusCode(200);
        assertThat(held("ann", draft)).contains("'max':11");
    }
}
