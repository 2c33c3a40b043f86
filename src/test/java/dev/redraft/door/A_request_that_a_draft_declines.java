package dev.redraft.door;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.door.Traces.isDeclined;
import static dev.redraft.door.Traces.isTold;
import static dev.redraft.door.Traces.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@Timeout(300)
class A_request_that_a_draft_declines {
    private static final String NOBODYS = "00000000-0000-4000-8000-000000000000";

    static Stream<DraftDoor> each() {
        return Stream.of(DraftDoor.values()).filter(DraftDoor::isOfApi).filter(DraftDoor::isOfOpenDraft);
    }

    private static String owner(DraftDoor door) {
        return door.isForAdministrators() ? "root" : "ann";
    }

    private static Response ask(DraftDoor door, String who, String id, String tag) {
        return door.ask(who.equals("ann") ? owner(door) : who, id, "If-Match", tag);
    }

    @ParameterizedTest
    @MethodSource("each")
    void because_its_if_match_is_malformed(DraftDoor door) {
        isTold(ask(door, "ann", door.draft(), "s1"), 400, "malformed-header");
    }

    @ParameterizedTest
    @MethodSource("each")
    void because_it_was_changed_since_it_was_read(DraftDoor door) {
        var draft = door.draft();
        var before = state();
        var answer = ask(door, "ann", draft, "\"s" + (door.stamp() - 1) + ".v2\"");
        isTold(answer, 412, "precondition-failed");
        assertThat(answer.header("ETag")).isEqualTo("\"s" + door.stamp() + "\"");
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("each")
    void because_it_is_not_there(DraftDoor door) {
        door.draft();
        isTold(ask(door, "ann", NOBODYS, "*"), 404, "not-found");
        isTold(ask(door, "ann", "no-id-at-all", "*"), 404, "not-found");
    }

    @ParameterizedTest
    @MethodSource("each")
    void because_it_is_somebody_elses(DraftDoor door) {
        var draft = door.draft();
        var before = state();
        if (door.isForAdministrators()) {
            isTold(ask(door, "bob", draft, "*"), 403, "forbidden");
        } else {
            isTold(ask(door, "bob", draft, "*"), 404, "not-found");
            isTold(ask(door, "root", draft, "*"), 403, "not-yours");
        }
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("each")
    void because_it_was_committed(DraftDoor door) {
        var draft = door.draft();
        command("ann", draft, "commit", "{'rebase':true}").then().statusCode(200);
        var before = state();
        var answer = ask(door, "ann", draft, "*");
        if (door.asksWhatItBecame()) {
            answer.then().statusCode(200).body("version", equalTo(3));
        } else {
            isTold(answer, 409, "draft-not-open");
        }
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("each")
    void because_it_was_cancelled(DraftDoor door) {
        var draft = door.draft();
        as("ann").delete("/api/drafts/" + draft).then().statusCode(200);
        var before = state();
        var answer = ask(door, "ann", draft, "*");
        if (door == DraftDoor.CANCEL) {
            answer.then().statusCode(200).body("state", equalTo("CANCELLED"));
        } else {
            isTold(answer, 409, "draft-not-open");
        }
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"s1,400,malformed-header", "'\"s0.v2\"',412,precondition-failed"})
    void because_it_is_to_be_reopened_otherwise(String tag, int status, String problem) {
        var draft = DraftDoor.REOPEN.draft();
        isTold(ask(DraftDoor.REOPEN, "ann", draft, tag), status, problem);
        isTold(ask(DraftDoor.REOPEN, "bob", draft, "*"), 404, "not-found");
        isTold(ask(DraftDoor.REOPEN, "ann", NOBODYS, "*"), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({"ann,409", "bob,404"})
    void because_it_is_to_be_reopened_after_its_commit(String who, int status) {
        var draft = Situation.BEHIND.draft();
        command("ann", draft, "commit", "{'rebase':true}").then().statusCode(200);
        command(who, draft, "reopen").then().statusCode(status);
    }

    static Stream<DraftDoor> each_that_reads() {
        return each().filter(DraftDoor::readsAtOnce);
    }

    @ParameterizedTest
    @MethodSource("each_that_reads")
    void because_it_cannot_be_read(DraftDoor door) {
        var draft = door.draft();
        var before = state();
        for (var body : new String[] {"{", "\"text\"", "[7]"}) {
            isDeclined(door.ask(door.sent().with(body), "ann", draft, "If-Match", "*"), true);
        }
        assertThat(state()).isEqualTo(before);
    }

    /// A rebase reads its decisions as JSON, whatever they are called.
    static Stream<DraftDoor> each_that_heeds_the_type() {
        return each_that_reads().filter(door -> door != DraftDoor.REBASE);
    }

    @ParameterizedTest
    @MethodSource("each_that_heeds_the_type")
    void because_it_is_of_an_unknown_type(DraftDoor door) {
        var answer = door.ask(door.sent().of("text/csv"), "ann", door.draft(), "If-Match", "*");
        isDeclined(answer, true);
        assertThat(answer.statusCode()).isEqualTo(415);
    }

    static Stream<DraftDoor> each_form() {
        return Stream.of(DraftDoor.values()).filter(door -> !door.isOfApi());
    }

    @ParameterizedTest
    @MethodSource("each_form")
    void because_its_form_says_nothing(DraftDoor door) {
        var draft = door.draft();
        var before = state();
        var empty = as(owner(door))
                .redirects()
                .follow(false)
                .accept("text/html")
                .post(door.sent().path().replace("{id}", draft));
        isDeclined(empty, false);
        assertThat(state().stream().filter(line -> !line.endsWith("draft-looked-at")))
                .isEqualTo(before);
    }

    static Stream<DraftDoor> each_form_with_fields() {
        return each_form().filter(door -> !door.sent().fields().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("each_form_with_fields")
    void because_its_form_says_nonsense(DraftDoor door) {
        isDeclined(door.ask(door.sent().garbled(), "ann", door.draft(), "Accept-Language", "en"), false);
    }

    @ParameterizedTest
    @MethodSource("each_form")
    void because_its_form_is_somebody_elses(DraftDoor door) {
        var draft = door.draft();
        var before = state();
        isDeclined(door.ask("bob", draft, "Accept-Language", "en"), false);
        isDeclined(door.ask(owner(door), NOBODYS, "Accept-Language", "en"), false);
        assertThat(state()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void because_nobody_asks_for_it(DraftDoor door) {
        var draft = door.draft();
        var before = state();
        var answer = door.sent().by(RestAssured.given().redirects().follow(false), draft);
        assertThat(answer.statusCode()).isIn(401, 303);
        assertThat(state()).isEqualTo(before);
    }
}
