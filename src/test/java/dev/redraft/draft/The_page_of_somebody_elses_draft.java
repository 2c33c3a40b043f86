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
import static org.hamcrest.Matchers.not;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class The_page_of_somebody_elses_draft {
    private String draft = "";

    @BeforeEach
    void ann_has_a_draft() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        People.present("root", Role.ADMINISTRATOR);
        configuration("ann", "billing", "{\"name\":\"x\"}");
        draft = draft("ann", "billing");
        patch("ann", draft, "[{'op':'replace','path':'/name','value':'y'}]");
    }

    @Test
    void lets_an_administrator_take_it_over() {
        as("root").get("/drafts/" + draft).then().body(containsString("Take over ann's draft"));
        takeOver("root", stamp()).then().statusCode(303).header("Location", endsWith("/" + draft + "?said=taken-over"));
        as("root")
                .get("/drafts/" + draft + "?said=taken-over")
                .then()
                .body(containsString("You took over this draft with all its steps. 1 change.</p>"))
                .body(not(containsString("Take over")));
        assertThat(held("root", draft)).contains("'name':'y'");
        as("ann").get("/drafts/" + draft).then().statusCode(404);
    }

    @Test
    void says_why_it_cannot_be_taken_over() {
        draft("root", "billing");
        takeOver("root", stamp())
                .then()
                .statusCode(409)
                .body(containsString("You have an open draft of billing/test."));
        takeOver("root", "0").then().statusCode(412);
        assertThat(shown("ann", draft).getString("owner")).isEqualTo("ann");
    }

    @Test
    void is_for_administrators_alone() {
        takeOver("bob", stamp()).then().statusCode(403);
        takeOver("ann", stamp()).then().statusCode(403);
    }

    private String stamp() {
        return shown("ann", draft).getString("stamp");
    }

    private Response takeOver(String who, String stamp) {
        return as(who).redirects().follow(false).formParam("stamp", stamp).post("/drafts/" + draft + "/taken-over");
    }
}
