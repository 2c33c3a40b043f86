package dev.redraft.draft;

import static dev.redraft.LongWork.ended;
import static dev.redraft.People.as;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.held;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class The_page_of_a_long_import {
    private static final int MANY = 6_000;

    private String draft = "";

    @BeforeEach
    void a_draft_of_ann() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        configuration("ann", "billing", "{\"name\":\"billing\",\"key.1\":0}");
        draft = draft("ann", "billing");
    }

    private static String file() {
        return IntStream.rangeClosed(1, MANY)
                .mapToObj(number -> "key." + number + ": " + number)
                .collect(Collectors.joining("\n"));
    }

    private Response sent(String name) {
        return as("ann")
                .redirects()
                .follow(false)
                .multiPart("file", name, file().getBytes(StandardCharsets.UTF_8))
                .multiPart("way", "merge")
                .post("/drafts/" + draft + "/import");
    }

    /// The address of the page where it is looked through, when that is over.
    private String lookedThrough() {
        return over(sent("many.yaml"));
    }

    private static String over(Response redirect) {
        var place = redirect.then().statusCode(303).extract().header("Location");
        ended("ann", place.substring(place.lastIndexOf('/') + 1));
        return place.substring(place.indexOf("/drafts/"));
    }

    private static Response posted(String place) {
        return as("ann").redirects().follow(false).post(place);
    }

    @Test
    void shows_what_would_change_and_then_what_was_changed() {
        var place = lookedThrough();
        as("ann")
                .get(place)
                .then()
                .statusCode(200)
                .body(containsString("1 changed, 5,999 added"))
                .body(containsString("and 5500 more entries"));
        assertThat(shown("ann", draft).getInt("changes")).isZero();
        var done = over(posted(place + "/done"));
        as("ann").get(done).then().body(containsString("Imported as one step: 1 changed, 5,999 added."));
        assertThat(shown("ann", draft).getInt("changes")).isEqualTo(MANY);
    }

    @Test
    void is_found_again_from_the_editor() {
        var place = lookedThrough();
        as("ann")
                .get("/drafts/" + draft)
                .then()
                .body(containsString(place))
                .body(containsString("Import looked through: 1 changed"));
        over(posted(place + "/done"));
        as("ann").get("/drafts/" + draft).then().body(not(containsString(place)));
    }

    @Test
    void imports_nothing_that_was_not_shown() {
        var place = lookedThrough();
        patch("ann", draft, "[{'op':'remove','path':'/name'}]");
        posted(place + "/done").then().statusCode(412).body(containsString("look again"));
        as("ann").get(place).then().body(containsString("Look again before it is imported"));
        var again = over(posted(place + "/looked"));
        assertThat(again).isNotEqualTo(place);
        over(posted(again + "/done"));
        assertThat(held("ann", draft)).doesNotContain("'name'");
    }

    @Test
    void shows_the_name_of_the_file_as_text() {
        var place = over(sent("<img src=x onerror=alert(1)>\u202e.yaml"));
        as("ann")
                .get(place)
                .then()
                .body(containsString("&lt;img src=x"))
                .body(not(containsString("<img src=x")))
                .body(not(containsString("\u202e")));
    }

    @Test
    void is_nobody_elses() {
        var place = lookedThrough();
        as("bob").get(place).then().statusCode(404);
        for (var deed : new String[] {"stopped", "started", "looked", "done"}) {
            as("bob").post(place + "/" + deed).then().statusCode(404);
        }
        var other = draft("bob", "billing");
        as("ann").get(place.replace(draft, other)).then().statusCode(404);
    }

    @Nested
    class While_it_goes_on {
        private String place = "";

        @BeforeEach
        void half_way() {
            place = lookedThrough();
            People.sql("""
                    update job set state = 'RUNNING', ended = null, result = null, done = 3000, total = 6000, instance = 'gone'
                    """);
        }

        @Test
        void tells_how_far_it_is_wherever_its_owner_looks() {
            as("ann")
                    .get(place)
                    .then()
                    .body(containsString("<progress id=\"progress-bar\" value=\"3000\" max=\"6000\""))
                    .body(containsString("Looking through 3,000 of 6,000 entries"))
                    .body(containsString("Import: 50 percent"));
            as("ann").get("/drafts/" + draft).then().body(containsString("Import running 3,000 of 6,000"));
            as("ann").get("/drafts").then().body(containsString("Import running 3,000 of 6,000"));
        }

        @Test
        void stops_and_starts_again() {
            posted(place + "/stopped").then().statusCode(303);
            as("ann").get(place).then().body(containsString("Stopped. The draft is as it was."));
            over(posted(place + "/started"));
            as("ann").get(place).then().body(containsString("1 changed, 5,999 added"));
        }

        @Test
        void says_so_when_the_server_was_stopped() {
            People.sql("update job set state = 'INTERRUPTED', ended = now()");
            as("ann").get("/drafts/" + draft).then().body(containsString("Import interrupted: start again"));
            as("ann").get(place).then().body(containsString("Interrupted: Redraft was stopped"));
        }

        @Test
        void a_script_gets_all_of_the_page_when_it_is_over() {
            as("ann").header("HX-Request", "true").get(place).then().header("HX-Retarget", (String) null);
            People.sql("update job set state = 'STOPPED', ended = now()");
            assertThat(as("ann").header("HX-Request", "true").get(place).header("HX-Retarget"))
                    .isEqualTo("#job");
        }
    }
}
