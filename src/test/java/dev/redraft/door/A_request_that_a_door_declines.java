package dev.redraft.door;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@Timeout(300)
class A_request_that_a_door_declines {
    private static final String NOBODYS = "00000000-0000-4000-8000-000000000000";
    private static final String MALFORMED = "s1";

    /// It is told by its problem, and by a sentence that goes on behind what is wrong with what to do.
    private static void isTold(Response answer, int status, String problem) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:redraft:problem:" + problem))
                .body("detail", matchesPattern("[A-Z].*[.;:,] .*\\."));
    }

    /// Everything but who asked for it in vain.
    private static List<String> state() {
        return People.strings(
                "select id || state || stamp || owner from revision union all select id || action from audit"
                        + " union all select id || edition::text || schema_number from configuration order by 1");
    }

    @Nested
    class Of_a_draft {
        private String draft = "";

        @BeforeEach
        void ann_has_one() {
            draft = DraftDoor.draft();
        }

        static Stream<DraftDoor> each() {
            return Stream.of(DraftDoor.values()).filter(DraftDoor::isOfApi);
        }

        private Response ask(DraftDoor door, String who, String id, String tag) {
            return door.ask(door.isForAdministrators() && who.equals("ann") ? "root" : who, id, "If-Match", tag);
        }

        @ParameterizedTest
        @MethodSource("each")
        void whose_if_match_is_malformed(DraftDoor door) {
            isTold(ask(door, "ann", draft, MALFORMED), 400, "malformed-header");
        }

        @ParameterizedTest
        @MethodSource("each")
        void that_was_changed_since_it_was_read(DraftDoor door) {
            var before = state();
            var answer = ask(door, "ann", draft, "\"s" + (DraftDoor.STAMP - 1) + ".v2\"");
            isTold(answer, 412, "precondition-failed");
            assertThat(answer.header("ETag")).isEqualTo("\"s" + DraftDoor.STAMP + "\"");
            assertThat(state()).isEqualTo(before);
        }

        @ParameterizedTest
        @MethodSource("each")
        void that_there_is_not(DraftDoor door) {
            isTold(ask(door, "ann", NOBODYS, "*"), 404, "not-found");
            isTold(ask(door, "ann", "no-id-at-all", "*"), 404, "not-found");
        }

        @ParameterizedTest
        @MethodSource("each")
        void that_is_somebody_elses(DraftDoor door) {
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
        void that_was_committed(DraftDoor door) {
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
        void that_was_cancelled(DraftDoor door) {
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
        void that_is_to_be_reopened(String tag, int status, String problem) {
            as("ann").delete("/api/drafts/" + draft).then().statusCode(200);
            var reopened = as("ann").header("If-Match", tag).post("/api/drafts/" + draft + "/reopen");
            isTold(reopened, status, problem);
            isTold(command("bob", draft, "reopen"), 404, "not-found");
            isTold(command("ann", NOBODYS, "reopen"), 404, "not-found");
        }

        @ParameterizedTest
        @CsvSource({"ann", "bob"})
        void that_is_to_be_reopened_after_its_commit(String who) {
            command("ann", draft, "commit", "{'rebase':true}").then().statusCode(200);
            command(who, draft, "reopen").then().statusCode(who.equals("ann") ? 409 : 404);
        }
    }

    @Nested
    class Of_a_configuration {
        @BeforeEach
        void ann_and_bob_edit_one() {
            ConfigurationDoor.begin();
        }

        private static Response ask(ConfigurationDoor door, String tag) {
            return door.ask("ann", "billing", "If-Match", tag);
        }

        @ParameterizedTest
        @EnumSource
        void whose_if_match_is_malformed(ConfigurationDoor door) {
            isTold(ask(door, MALFORMED), 400, "malformed-header");
        }

        @ParameterizedTest
        @EnumSource
        void that_was_changed_since_it_was_read(ConfigurationDoor door) {
            var before = state();
            isTold(ask(door, "\"v0\""), 412, "precondition-failed");
            assertThat(state()).isEqualTo(before);
        }

        @ParameterizedTest
        @EnumSource
        void that_there_is_not(ConfigurationDoor door) {
            isTold(door.ask("ann", "nothing", "Accept", "*/*"), 404, "not-found");
        }

        @ParameterizedTest
        @EnumSource
        void that_is_archived(ConfigurationDoor door) {
            as("bob").delete("/api/configurations/billing/test").then().statusCode(200);
            var before = state();
            var answer = door.ask("ann", "billing", "Accept", "*/*");
            if (door.isAboutNameAlone()) {
                answer.then().statusCode(200).body("archived", equalTo(true));
            } else {
                isTold(answer, 409, "archived");
                assertThat(state()).isEqualTo(before);
            }
        }

        @ParameterizedTest
        @EnumSource
        void of_whoever_may_only_look(ConfigurationDoor door) {
            var before = state();
            door.ask("vic", "billing", "Accept", "*/*").then().statusCode(403);
            assertThat(state()).isEqualTo(before);
        }

        @ParameterizedTest
        @EnumSource
        void is_answered_the_same_under_the_same_key_until_its_right_is_gone(ConfigurationDoor door) {
            var first = door.ask("ann", "billing", "Idempotency-Key", "one");
            assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
            Walk.write("bob", "billing", "[{'op':'add','path':'/hits','value':9}]");
            as("bob").delete("/api/configurations/billing/test");
            var before = state();
            var again = door.ask("ann", "billing", "Idempotency-Key", "one");
            assertThat(again.asString()).isEqualTo(first.asString());
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(state()).isEqualTo(before);
            People.present("ann", Role.VIEWER);
            door.ask("ann", "billing", "Idempotency-Key", "one").then().statusCode(403);
        }
    }
}
