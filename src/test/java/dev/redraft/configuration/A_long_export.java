package dev.redraft.configuration;

import static dev.redraft.LongWork.ended;
import static dev.redraft.LongWork.id;
import static dev.redraft.People.as;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.content;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.schema;
import static dev.redraft.Walk.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class A_long_export {
    private static final int MANY = 2_500;

    @BeforeEach
    void a_configuration_of_some_pages() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("eve", Role.VIEWER);
        configuration(
                "ann",
                "billing",
                IntStream.rangeClosed(1, MANY)
                        .mapToObj(number -> "\"key.%d\":{\"n\":%d}".formatted(MANY - number, number))
                        .collect(Collectors.joining(",", "{", "}")));
    }

    private static String asked(String who, String address) {
        return id(as(who).header("Prefer", "wait=10, respond-async; x=\"y, z\"").get(address));
    }

    private static String output(String who, String job) {
        return as(who).get("/api/jobs/" + job + "/output")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void is_what_waiting_for_it_would_have_given() {
        for (var query :
                List.of("", "?format=yaml", "?format=properties", "?nest=true", "?flatten=true", "?version=0")) {
            var address = content("billing") + query;
            var job = asked("eve", address);
            assertThat(ended("eve", job).getString("state")).as(query).isEqualTo("DONE");
            assertThat(output("eve", job))
                    .as(query)
                    .isEqualTo(as("eve").get(address).asString());
        }
    }

    @Test
    void is_of_the_version_that_was_live_when_it_was_asked_for() {
        var before = as("eve").get(content("billing")).asString();
        var job = asked("eve", content("billing"));
        write("ann", "billing", "[{'op':'remove','path':'/key.7'}]").then().statusCode(200);
        ended("eve", job);
        as("eve")
                .get("/api/jobs/" + job + "/output")
                .then()
                .header("Content-Disposition", containsString("billing-test-v1.json"))
                .body(equalTo(before));
    }

    @Test
    void of_a_draft_is_for_its_owner() {
        var draft = draft("ann", "billing");
        patch("ann", draft, "[{'op':'remove','path':'/key.7'}]");
        var address = "/api/drafts/" + draft + "/content";
        var job = asked("ann", address);
        ended("ann", job);
        assertThat(output("ann", job)).isEqualTo(as("ann").get(address).asString());
        as("eve").get("/api/jobs/" + job + "/output").then().statusCode(404);
        People.present("root", Role.ADMINISTRATOR);
        as("root").header("Prefer", "respond-async").get(address).then().statusCode(404);
    }

    @Test
    void that_is_not_done_has_nothing_to_fetch() {
        var job = asked("eve", content("billing"));
        ended("eve", job);
        People.sql("update job set state = 'STOPPED', result = null");
        as("eve").get("/api/jobs/" + job + "/output").then().statusCode(409).body("type", endsWith("job-not-done"));
    }

    @Test
    void has_a_sibling_that_validates() {
        schema("ann", "billing", "{'additionalProperties':{'properties':{'n':{'maximum':2498}}}}")
                .then()
                .statusCode(200);
        var live = "/api/configurations/billing/test/problems";
        as("eve").get(live).then().statusCode(200).body("$", hasSize(2));
        var job = asked("eve", live);
        assertThat(ended("eve", job).getInt("result.problems")).isEqualTo(2);
        assertThat(output("eve", job)).isEqualTo(as("eve").get(live).asString());

        var draft = draft("ann", "billing");
        patch("ann", draft, "[{'op':'remove','path':'/key.0'}]");
        var ofDraft = asked("ann", "/api/drafts/" + draft + "/problems");
        assertThat(ended("ann", ofDraft).getInt("result.problems")).isEqualTo(1);
    }
}
