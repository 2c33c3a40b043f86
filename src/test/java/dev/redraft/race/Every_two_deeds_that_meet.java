package dev.redraft.race;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.content;
import static dev.redraft.Walk.held;
import static dev.redraft.race.Holding.holding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.TestDatabase;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The first is held when all it does is done and before it is committed; then the second begins. The first
/// succeeds always. How the second ends stands in the tables, and a `-` behind it where it did not have to wait
/// for that: `ok`, or `closed` because the draft is not open, `gone` because it is somebody else's, `none`
/// because there is nothing left to do, `exists` because there is another draft, `depends` on a later step,
/// `archived`. Where a dot is, they have nothing to do with each other, or are like another pair in this.
///
/// Where all transactions are serializable, neither may be told of a bug. Whatever came of them: versions have
/// no gap, and undoing and redoing the draft leads to its base and back.
@QuarkusTest
@Timeout(600)
class Every_two_deeds_that_meet {
    private static final String FATES_OF_A_STEP = """
            first       START EDIT    JOIN   UNDO   REDO   TAKE_BACK REVERT REVIEW REBASE COMMIT   COMMIT_PART
            START       ok    closed- .      .      .      .         .      .      .      closed-  closed-
            EDIT        ok-   ok      ok     ok     none   ok        ok     ok     ok     ok       ok
            JOIN        .     ok      ok     ok     none   ok        ok     ok     ok     ok       ok
            UNDO        .     ok      ok     ok     ok     ok        ok     ok     ok     ok       none
            REDO        .     ok      ok     ok     none   ok        ok     ok     ok     ok       ok
            TAKE_BACK   .     ok      ok     ok     none   depends   ok     ok     ok     ok       ok
            REVERT      .     ok      ok     ok     none   ok        ok     ok     ok     ok       none
            REVIEW      .     ok      ok     ok     ok     ok        ok     ok     ok     ok       ok
            REBASE      ok-   ok      ok     ok     ok     ok        ok     ok     ok     ok       ok
            COMMIT      ok-   closed  closed closed closed closed    closed closed closed ok       ok
            COMMIT_PART ok-   ok      ok     ok     none   ok        ok     ok     ok     ok       none
            CANCEL      ok-   closed  closed closed closed closed    closed closed closed closed   closed
            REOPEN      ok    closed- .      .      .      .         .      .      .      ok       ok
            TAKE_OVER   ok-   gone    gone   gone   gone   gone      gone   gone   gone   gone     gone
            WRITE       ok-   ok-     .      .      .      .         .      ok-    ok-    ok       ok
            SCHEMA      ok-   ok-     .      .      .      .         .      .      .      ok       ok
            ARCHIVE     ok-   ok-     .      .      .      .         .      .      ok-    archived archived
            DEMOTE      .     ok-     .      .      .      .         .      .      .      ok-      .
            """;
    private static final String FATES_OF_ANOTHER_DEED = """
            first       CANCEL REOPEN TAKE_OVER WRITE    SCHEMA   ARCHIVE DEMOTE
            START       ok-    exists closed-   ok-      ok-      ok-     .
            EDIT        ok     ok     ok        ok-      ok-      ok-     ok-
            JOIN        ok     ok     ok        .        .        .       .
            UNDO        ok     ok     ok        .        .        .       .
            REDO        ok     ok     ok        .        .        .       .
            TAKE_BACK   ok     ok     ok        .        .        .       .
            REVERT      ok     ok     ok        .        .        .       .
            REVIEW      ok     ok     ok        .        .        .       .
            REBASE      ok     ok     ok        ok-      ok-      ok-     .
            COMMIT      closed closed closed    ok       ok       ok      ok-
            COMMIT_PART ok     ok     ok        ok       ok       ok      .
            CANCEL      ok     ok     closed    ok-      ok-      ok-     .
            REOPEN      ok     ok     ok        ok-      ok-      ok-     .
            TAKE_OVER   gone   gone   ok        ok-      ok-      ok-     .
            WRITE       ok-    ok-    ok-       ok       ok       ok      ok-
            SCHEMA      ok-    ok-    ok-       ok       ok       ok      .
            ARCHIVE     ok-    ok-    ok-       archived archived ok      .
            DEMOTE      .      .      .         ok-      .        .       ok
            """;

    private static final Map<String, String> WORDS = Map.of(
            "draft-not-open", "closed",
            "nothing-to-redo", "none",
            "nothing-to-commit", "none",
            "draft-exists", "exists");

    static Stream<Arguments> each() {
        return Stream.of(FATES_OF_A_STEP, FATES_OF_ANOTHER_DEED).flatMap(Every_two_deeds_that_meet::pairs);
    }

    private static Stream<Arguments> pairs(String table) {
        var lines = table.lines().map(line -> line.split(" +")).toList();
        var seconds = lines.getFirst();
        return lines.stream()
                .skip(1)
                .flatMap(line -> IntStream.range(1, line.length)
                        .filter(column -> !line[column].equals("."))
                        .mapToObj(column ->
                                Arguments.of(Deed.valueOf(line[0]), Deed.valueOf(seconds[column]), line[column])));
    }

    @ParameterizedTest(name = "{0} and then {1}: {2}")
    @MethodSource("each")
    void come_out_as_the_table_says(Deed first, Deed second, String fate) throws Exception {
        var draft = first.draft();
        try (var held = holding(first.point(), () -> first.of(draft))) {
            var other = held.meanwhile(() -> second.of(draft));
            var waits = other.isWaiting();
            held.goOn();
            if (TestDatabase.isSerializable()) {
                // Either may run again and meet what the other did, as if it had come second.
                assertThat(held.result().statusCode()).isLessThan(500);
                assertThat(other.result().statusCode()).isLessThan(500);
            } else {
                assertThat(told(held.result())).isEqualTo("ok");
                assertThat(told(other.result()) + (waits ? "" : "-")).isEqualTo(fate);
            }
        }
        isSound();
    }

    private static String told(Response answer) {
        return switch (answer.statusCode()) {
            case 200, 201 -> "ok";
            case 404 -> "gone";
            case 409 -> {
                var problem = answer.<String>path("type").replace("urn:redraft:problem:", "");
                yield WORDS.getOrDefault(problem, problem);
            }
            default -> answer.asString();
        };
    }

    private static void isSound() {
        People.present("ann", Role.EDITOR);
        as("bob")
                .contentType(ContentType.JSON)
                .body("{\"archived\":false}")
                .patch("/api/configurations/billing/test")
                .then()
                .statusCode(200);
        Scene.holdsVersionsUpTo(Integer.parseInt(
                People.strings("select max(version) from revision").getFirst()));
        assertThat(People.strings("select id || ' ' || state from revision r where version is null and changes <>"
                        + " (select count(*) from entry where revision = r.id)"))
                .as("drafts that count wrongly")
                .isEmpty();
        People.strings("select id || ' ' || owner from revision where state = 'DRAFT'").stream()
                .map(open -> open.split(" ", 2))
                .forEach(open -> leadsToItsBaseAndBack(open[0], open[1]));
    }

    private static void leadsToItsBaseAndBack(String draft, String owner) {
        var tip = held(owner, draft);
        var newest = People.strings(
                        "select max(number) from gesture where state = 'APPLIED' and revision = '" + draft + "'")
                .getFirst();
        command(owner, draft, "undo", "{'to':0}").then().statusCode(200);
        var base = Walk.shown(owner, draft).getInt("base");
        assertThat(held(owner, draft))
                .isEqualTo(as(owner)
                        .get(content("billing") + "?version=" + base)
                        .asString()
                        .replaceAll("\\s", "")
                        .replace('"', '\''));
        if (newest != null) {
            command(owner, draft, "redo", "{'to':" + newest + "}").then().statusCode(200);
        }
        assertThat(held(owner, draft)).isEqualTo(tip);
    }
}
