package dev.redraft.door;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.shown;
import static dev.redraft.door.Traces.past;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
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
        var draft = door.draft();
        var first = keyed(door, draft);
        assertThat(first.statusCode()).as(first.asString()).isIn(200, 202, 303);
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

    @ParameterizedTest
    @MethodSource("each_write_of_an_owner")
    void is_refused_to_whoever_lost_the_draft_or_the_right_to_change_one(DraftDoor door) {
        var draft = door.draft();
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

    @ParameterizedTest
    @EnumSource
    void about_a_configuration_is_answered_the_same_until_its_right_is_gone(ConfigurationDoor door) {
        ConfigurationDoor.begin();
        var first = door.ask("ann", "billing", "Idempotency-Key", "one");
        assertThat(first.statusCode()).as(first.asString()).isIn(200, 201, 303);
        Walk.write("bob", "billing", "[{'op':'add','path':'/hits','value':9}]");
        as("bob").delete("/api/configurations/billing/test");
        var past = past();
        isTheSame(door.ask("ann", "billing", "Idempotency-Key", "one"), first);
        assertThat(past()).isEqualTo(past);
        People.present("ann", Role.VIEWER);
        door.ask("ann", "billing", "Idempotency-Key", "one").then().statusCode(403);
    }

    @ParameterizedTest
    @EnumSource
    void about_a_job_is_answered_the_same_whatever_became_of_it(JobDoor door) {
        var about = door.begin();
        var first = door.ask("ann", about, "Idempotency-Key", "one");
        assertThat(first.statusCode()).as(first.asString()).isIn(200, 303);
        var past = past();
        isTheSame(door.ask("ann", about, "Idempotency-Key", "one"), first);
        assertThat(past()).isEqualTo(past);
    }

    static Stream<AccountDoor> each_write_of_accounts() {
        return Arrays.stream(AccountDoor.values()).filter(AccountDoor::keepsItsAnswer);
    }

    @ParameterizedTest
    @MethodSource("each_write_of_accounts")
    void about_an_account_is_answered_the_same_until_its_right_is_gone(AccountDoor door) {
        AccountDoor.begin();
        var first = door.ask("root", "Idempotency-Key", "one");
        assertThat(first.statusCode()).as(first.asString()).isIn(200, 201, 303);
        var past = past();
        isTheSame(door.ask("root", "Idempotency-Key", "one"), first);
        assertThat(past()).isEqualTo(past);
        People.present("root", Role.VIEWER);
        door.ask("root", "Idempotency-Key", "one").then().statusCode(403);
    }

    private static void isTheSame(Response again, Response first) {
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(first.statusCode());
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }

    /// What a client prefers is no part of what it asks for, and leads to another door.
    @Test
    void with_another_preference_is_something_else() {
        var draft = DraftDoor.REPLACE.draft();
        keyed(DraftDoor.REPLACE, draft).then().statusCode(200);
        Traces.isTold(keyed(DraftDoor.REPLACE_LATER, draft), 422, "idempotency-key-reused");
    }
}
