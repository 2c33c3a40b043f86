package dev.redraft.door;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever became of the draft since: whoever asks again with the same key asks what the first request came to.
@QuarkusTest
@Timeout(300)
class A_write_that_is_repeated {
    /// What somebody does to the draft between a request and its repetition.
    enum Since {
        NOTHING_HAPPENED(draft -> {}),
        IT_WAS_COMMITTED(draft -> command("ann", draft, "commit", "{'rebase':true}")),
        IT_WAS_CANCELLED(draft -> as("ann").delete("/api/drafts/" + draft)),
        ITS_CONFIGURATION_WAS_ARCHIVED(draft -> as("bob").delete("/api/configurations/billing/test"));

        private final Consumer<String> step;

        Since(Consumer<String> step) {
            this.step = step;
        }

        void happens(String draft) {
            step.accept(draft);
        }
    }

    static Stream<Arguments> each_write_and_what_happened_since() {
        return each_write().flatMap(door -> Arrays.stream(Since.values()).map(since -> Arguments.of(door, since)));
    }

    static Stream<DraftDoor> each_write() {
        return Arrays.stream(DraftDoor.values()).filter(DraftDoor::keepsItsAnswer);
    }

    static Stream<DraftDoor> each_write_of_an_owner() {
        return each_write().filter(door -> !door.isForAdministrators());
    }

    private static Response keyed(DraftDoor door, String draft) {
        return door.ask(door.isForAdministrators() ? "root" : "ann", draft, "Idempotency-Key", "one");
    }

    @ParameterizedTest
    @MethodSource("each_write_and_what_happened_since")
    void is_answered_what_it_was_answered(DraftDoor door, Since since) {
        var draft = DraftDoor.draft();
        var first = keyed(door, draft);
        assertThat(first.statusCode()).as(first.asString()).isIn(200, 303);
        since.happens(draft);
        var past = past();
        var again = keyed(door, draft);
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        if (door.isOfApi()) {
            // A form leads on to a page, and which one that is depends on what can be done there by now.
            assertThat(again.asString()).isEqualTo(first.asString());
            assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        }
        assertThat(past()).isEqualTo(past);
    }

    /// What happened so far.
    private static List<String> past() {
        return People.strings("select id || ' ' || state || ' ' || stamp from revision "
                + "union all select id || kind from draft_event union all select id || action from audit "
                + "order by 1");
    }

    @ParameterizedTest
    @MethodSource("each_write_of_an_owner")
    void is_refused_to_whoever_lost_the_draft_or_the_right_to_change_one(DraftDoor door) {
        var draft = DraftDoor.draft();
        keyed(door, draft);
        if (shown("ann", draft).getString("state").equals("DRAFT")) {
            command("root", draft, "takeover").then().statusCode(200);
            assertThat(keyed(door, draft).statusCode()).isEqualTo(404);
        }
        People.present("ann", Role.VIEWER);
        assertThat(keyed(door, draft).statusCode()).isEqualTo(403);
        People.sql("update account set enabled = false where name = 'ann'");
        assertThat(keyed(door, draft).statusCode()).isIn(401, 303);
    }
}
