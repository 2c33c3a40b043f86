package dev.redraft.draft;

import static dev.redraft.People.as;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.held;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class The_steps_panel {
    private String draft = "";

    @BeforeEach
    void ann_took_three_steps() {
        People.clear();
        People.present("ann", Role.EDITOR);
        configuration("ann", "billing", "{\"pool\":{\"min\":1,\"max\":10},\"name\":\"x\"}");
        draft = draft("ann", "billing");
        step("[{'op':'replace','path':'/name','value':'y'}]");
        step("[{'op':'add','path':'/pool/kind','value':{}}]");
        step("[{'op':'add','path':'/pool/kind/fast','value':true}]");
    }

    @Test
    void offers_to_take_back_each_step_in_the_middle() {
        var page = as("ann").get("/drafts/" + draft + "/steps").asString();
        assertThat(page.split("Take back", -1)).hasSize(3);
    }

    @Test
    void takes_one_back_while_the_later_ones_stay() {
        takeBack(1, stamp()).then().statusCode(303).header("Location", endsWith("?said=saved"));
        assertThat(held("ann", draft)).contains("'name':'x'").contains("'fast':true");
    }

    @Test
    void says_at_the_step_what_builds_on_it() {
        takeBack(2, stamp())
                .then()
                .statusCode(409)
                .header("HX-Retarget", equalTo("#steps-list"))
                .body(containsString("id=\"refused\" role=\"alert\">Step 3 ("))
                .body(containsString("builds on step 2."));
        assertThat(held("ann", draft)).contains("'fast':true");
    }

    @Test
    void takes_nothing_back_that_the_page_did_not_show() {
        var old = stamp();
        step("[{'op':'replace','path':'/name','value':'z'}]");
        takeBack(1, old)
                .then()
                .statusCode(412)
                .body(containsString("changed in another window"))
                .body(not(containsString("id=\"refused\"")));
    }

    private void step(String patch) {
        patch("ann", draft, patch).then().statusCode(200);
    }

    private String stamp() {
        return shown("ann", draft).getString("stamp");
    }

    private Response takeBack(int number, String stamp) {
        return as("ann")
                .redirects()
                .follow(false)
                .formParam("number", number)
                .formParam("stamp", stamp)
                .post("/drafts/" + draft + "/steps/taken-back");
    }
}
