package dev.redraft.draft;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
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
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    @Test
    void has_no_control_that_only_its_owner_may_use() {
        patch("ann", draft, "[{'op':'add','path':'/list','value':[1,{'a':2}]}]");
        patch("ann", draft, "[{'op':'add','path':'/more','value':1}]");
        command("ann", draft, "undo").then().statusCode(200);
        assertThat(controls("ann", "/steps")).contains("steps/undone", "steps/redone", "steps/taken-back");
        assertThat(controls("root", "")).containsExactly("taken-over");
        assertThat(Stream.of("/steps", "/review", "/text", "?only=changed&key=list&edit=/list&deed=add")
                        .flatMap(page -> controls("root", page).stream()))
                .isSubsetOf("taken-over");
        as("root").get("/drafts/" + draft + "/import").then().statusCode(403);
        as("ann").delete("/api/drafts/" + draft).then().statusCode(200);
        assertThat(controls("ann", "")).containsExactly("reopened");
        assertThat(controls("root", "")).isEmpty();
        as("root").get("/drafts/" + draft).then().body(containsString("ann's draft was cancelled"));
    }

    /// Where the forms of a page lead that change this draft.
    private List<String> controls(String who, String page) {
        var html = as(who).get("/drafts/" + draft + page)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return Pattern.compile(" method=\"post\" action=\"/drafts/" + draft + "/([^\"]*)\"")
                .matcher(html)
                .results()
                .map(form -> form.group(1))
                .toList();
    }

    private String stamp() {
        return shown("ann", draft).getString("stamp");
    }

    private Response takeOver(String who, String stamp) {
        return as(who).redirects().follow(false).formParam("stamp", stamp).post("/drafts/" + draft + "/taken-over");
    }
}
