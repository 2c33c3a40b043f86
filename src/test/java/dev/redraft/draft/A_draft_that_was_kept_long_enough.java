package dev.redraft.draft;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.oneOf;

import dev.redraft.Past;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class A_draft_that_was_kept_long_enough {
    @Inject
    Upkeep upkeep;

    @Inject
    Purges purges;

    private String draft = "";

    @BeforeEach
    void ann_cancelled_a_draft() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("root", Role.ADMINISTRATOR);
        Walk.configuration("ann", "billing", "{\"max\":10}");
        draft = Walk.draft("ann", "billing");
        Walk.patch("ann", draft, "[{'op':'replace','path':'/max','value':20},{'op':'add','path':'/min','value':1}]");
        command("ann", draft, "undo").then().statusCode(200);
        command("ann", draft, "redo").then().statusCode(200);
        as("ann").delete("/api/drafts/" + draft).then().statusCode(200);
    }

    private List<String> rows(String table) {
        return People.strings("select 1 from " + table + " where revision = '" + draft + "'");
    }

    private void isGone() {
        assertThat(People.strings("select state from revision where id = '" + draft + "'"))
                .isEmpty();
        assertThat(List.of(rows("entry"), rows("gesture"), rows("operation"))).allMatch(List::isEmpty);
    }

    @Nested
    class Is_purged {
        @Test
        void after_thirty_days_and_not_before() {
            Past.push(draft, "29 days 23 hours 59 minutes");
            assertThat(upkeep.run()).isEqualTo(Upkeep.Done.NOTHING);
            command("ann", draft, "reopen").then().statusCode(200);
            as("ann").delete("/api/drafts/" + draft).then().statusCode(200);
            Past.push(draft, "30 days 1 minute");
            assertThat(upkeep.run()).isEqualTo(new Upkeep.Done(0, 1, 6));
            isGone();
        }

        @Test
        void by_the_time_it_ended_not_by_the_time_it_began() {
            People.sql("update revision set started = started - interval '1 year' where id = '" + draft + "'");
            assertThat(upkeep.run().purged()).isZero();
        }

        @Test
        void and_leaves_what_the_statistics_count() {
            var summary = "select owner || outcome || changes || gestures || ended from draft_summary";
            var events = "select kind || at from draft_event order by id";
            Past.push(draft, "31 days");
            var before = List.of(People.strings(summary), People.strings(events));
            upkeep.run();
            assertThat(List.of(People.strings(summary), People.strings(events))).isEqualTo(before);
        }

        @Test
        void with_a_record_of_whose_it_was() {
            Past.push(draft, "31 days");
            upkeep.run();
            assertThat(People.strings("select actor || ' ' || action || ' ' || subject || ' ' || details from audit"
                            + " where actor = '(redraft)' order by id"))
                    .containsExactly(
                            "(redraft) draft-purged billing/test {\"owner\":\"ann\"}",
                            "(redraft) drafts-purged drafts {\"drafts\":1,\"rows\":6}");
        }

        @Test
        void and_never_an_open_or_a_committed_one() {
            var open = Walk.draft("ann", "billing");
            Walk.patch("ann", open, "[{'op':'replace','path':'/max','value':30}]");
            command("ann", open, "commit").then().statusCode(200);
            var next = Walk.draft("root", "billing");
            People.sql("update revision set started = started - interval '1 year'");
            assertThat(upkeep.run().purged()).isZero();
            as("ann").get("/api/drafts/" + open).then().statusCode(200);
            as("root").get("/api/drafts/" + next).then().statusCode(200);
        }
    }

    /// A run was killed after it took the draft out of sight, and deleted nothing or half of it.
    @Nested
    class Half_way_through {
        @BeforeEach
        void it_is_hidden() {
            Past.push(draft, "31 days");
            assertThat(purges.hideSome()).isOne();
            People.sql("delete from operation where revision = '" + draft + "'");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "/content", "/entries", "/changes", "/operations"})
        void is_there_for_nobody(String part) {
            as("ann").get("/api/drafts/" + draft + part).then().statusCode(404);
            as("root").get("/api/drafts/" + draft + part).then().statusCode(404);
        }

        @ParameterizedTest
        @ValueSource(strings = {"reopen", "undo", "commit", "takeover", "review", "rebase"})
        void takes_no_command(String command) {
            command("root", draft, command).then().statusCode(404);
            command("ann", draft, command).then().statusCode(oneOf(403, 404));
            as("ann").delete("/api/drafts/" + draft).then().statusCode(404);
        }

        @Test
        void has_no_page_and_is_not_listed() {
            as("ann").accept("text/html").get("/drafts/" + draft).then().statusCode(404);
            as("root").get("/api/drafts").then().body("items", hasSize(0));
        }

        @Test
        void is_deleted_by_the_next_run() {
            assertThat(upkeep.run()).isEqualTo(new Upkeep.Done(0, 0, 4));
            isGone();
        }
    }

    @Test
    void of_a_hundred_thousand_rows_goes_in_many_small_transactions() {
        People.sql("""
                insert into operation (revision, gesture, sequence, kind, path, forward, inverse)
                select '%1$s', 1, n, 'put', '["x"]', '{}', '{}' from generate_series(1000, 60000) n;
                insert into entry (configuration, revision, key, position, value, words)
                select configuration, id, 'k' || n, n, '1', '' from revision, generate_series(1000, 40000) n
                where id = '%1$s'
                """.formatted(draft));
        Past.push(draft, "31 days");
        var before = transactions();
        assertThat(upkeep.run().rows()).isEqualTo(59_001 + 39_001 + 6);
        isGone();
        assertThat(transactions() - before).isGreaterThan(98_000 / 2_000);
    }

    /// The number of the next one that writes.
    private static long transactions() {
        return Long.parseLong(
                People.strings("select pg_snapshot_xmax(pg_current_snapshot())").getFirst());
    }
}
