package dev.redraft.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import dev.redraft.People;
import io.restassured.response.Response;
import java.util.List;

/// What a request leaves behind: its answer, and what there is afterwards.
final class Traces {
    private static final String STATE = """
            select id || state || stamp || owner from revision
            union all select id || action from audit
            union all select id || edition::text || schema_number from configuration
            union all select id || kind || state || attempt from job
            union all select name || role || enabled || stamp from account
            """;

    private Traces() {}

    /// It is told by its problem, and by a sentence that goes on behind what is wrong with what to do.
    static void isTold(Response answer, int status, String problem) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:redraft:problem:" + problem))
                .body("detail", matchesPattern("[A-Z].*[.;:,] .*\\."));
    }

    /// It is told to a program in a sentence, or to a person on a page, that what was asked for was wrong.
    static void isDeclined(Response answer, boolean isOfApi) {
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(400, 499);
        if (isOfApi) {
            answer.then()
                    .contentType("application/problem+json")
                    .body("type", startsWith("urn:redraft:problem:"))
                    .body("detail", matchesPattern("(?s)\\S.*[.]"));
        } else {
            answer.then().contentType(startsWith("text/html"));
        }
    }

    /// Everything but who asked for it in vain.
    static List<String> state() {
        return People.strings(STATE + "order by 1");
    }

    /// What happened so far.
    static List<String> past() {
        return People.strings(STATE + "union all select id || kind from draft_event order by 1");
    }
}
