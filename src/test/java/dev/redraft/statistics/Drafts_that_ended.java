package dev.redraft.statistics;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.TestDatabase;
import dev.redraft.Walk;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is kept of them in memory, beside a database in which more of them end.
@QuarkusTest
class Drafts_that_ended {
    private static final Period MAY =
            new Period(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-31"), ZoneOffset.UTC);
    private static final Life ONE =
            Life.of("ann", "billing", "2026-05-04T10:00:00Z").ended("CANCELLED", ofHours(1));
    private static final Life OTHER =
            Life.of("bob", "billing", "2026-05-05T10:00:00Z").ended("ABANDONED", ofDays(7));

    @Inject
    Statistics statistics;

    @Inject
    Drafts drafts;

    @Inject
    EndedDrafts ended;

    @BeforeEach
    void one_that_was_counted() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        Walk.configuration("ann", "billing", "{\"max\":10}");
        ONE.write();
        assertThat(counted()).isEqualTo(fates(1, 1, 0));
    }

    private Fates counted() {
        return statistics.report(MAY, new Scope(null, null), Set.of()).fates();
    }

    private static Fates fates(int started, int cancelled, int abandoned) {
        return new Fates(started, 0, 0, 0, cancelled, abandoned, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void are_counted_as_soon_as_they_end() {
        OTHER.write();
        assertThat(counted()).isEqualTo(fates(2, 1, 1));
    }

    @Test
    void are_counted_if_their_end_was_written_before_a_look_and_committed_after_it() throws SQLException {
        OTHER.write();
        People.sql("delete from draft_summary where draft = '%s'".formatted(OTHER.id()));
        try (var slow = TestDatabase.connect();
                var statement = slow.createStatement()) {
            // Nobody makes it run again.
            slow.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            slow.setAutoCommit(false);
            statement.execute(OTHER.summary());
            // A later one is quicker, and known.
            var third = Life.of("ann", "billing", "2026-05-06T10:00:00Z").ended("CANCELLED", ofHours(1));
            third.write();
            assertThat(counted()).isEqualTo(fates(2, 2, 0));
            slow.commit();
        }
        assertThat(counted()).isEqualTo(fates(3, 2, 1));
    }

    @Test
    void are_open_when_they_were_reopened_and_are_counted_by_their_new_end() {
        OTHER.write();
        assertThat(counted()).isEqualTo(fates(2, 1, 1));
        People.sql(
                "delete from draft_summary where draft = '%1$s'; update revision set state = 'DRAFT', ended = null where id = '%1$s'"
                        .formatted(OTHER.id()));
        assertThat(counted()).isEqualTo(new Fates(2, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0));
        People.sql("update revision set state = 'CANCELLED', ended = '%s' where id = '%s'"
                .formatted(Instant.parse("2026-05-20T10:00:00Z"), OTHER.id()));
        People.sql(OTHER.summary().replace("'ABANDONED'", "'CANCELLED'"));
        assertThat(counted()).isEqualTo(fates(2, 2, 0));
    }

    @Test
    void are_listed_newest_first_and_page_by_page() {
        var others = IntStream.range(0, 4)
                .mapToObj(hour ->
                        Life.of("bob", "billing", "2026-05-06T10:00:00Z").ended("CANCELLED", ofHours(hour + 1)))
                .toList();
        others.forEach(Life::write);
        OTHER.write();
        var behind = Behind.of(MAY, new Scope(null, null));
        var administrator = new Actor("root", Role.ADMINISTRATOR);
        List<UUID> listed = new ArrayList<>();
        for (var page = drafts.behind(behind, null, 2, administrator).lines();
                !page.isEmpty();
                page = drafts.behind(behind, page.getLast().id(), 2, administrator)
                        .lines()) {
            assertThat(page).hasSize(2);
            page.forEach(line -> listed.add(line.id()));
        }
        assertThat(listed.subList(0, 4))
                .containsExactlyInAnyOrderElementsOf(
                        others.stream().map(Life::id).toList());
        assertThat(listed.subList(4, 6)).containsExactly(OTHER.id(), ONE.id());
        assertThat(drafts.behind(behind, UUID.randomUUID(), 2, administrator).lines())
                .isEmpty();
    }

    @Test
    void are_not_read_again() {
        // What never happens: what was written of it changes.
        People.sql("update draft_summary set outcome = 'ABANDONED'");
        assertThat(counted()).isEqualTo(fates(1, 1, 0));
    }

    @Test
    void are_those_of_a_copy_that_was_put_in_the_place_of_the_database() {
        People.sql("update draft_summary set written = pg_current_xact_id(), outcome = 'ABANDONED'");
        assertThat(counted()).isEqualTo(fates(1, 0, 1));
        People.sql("delete from draft_summary; delete from revision where id = '%s'".formatted(ONE.id()));
        assertThat(counted()).isEqualTo(fates(0, 0, 0));
    }

    @Test
    void are_read_once_with_numbers_of_a_server_that_is_far_ahead_too() {
        OTHER.write();
        People.sql("update draft_summary set written = '1000000000000' where draft = '%s'".formatted(OTHER.id()));
        ended.forget();
        assertThat(counted()).isEqualTo(fates(2, 1, 1));
        People.sql("update draft_summary set outcome = 'CANCELLED'");
        assertThat(counted()).isEqualTo(fates(2, 1, 1));
        People.sql("update draft_summary set written = pg_current_xact_id() where draft = '%s'".formatted(OTHER.id()));
        assertThat(counted()).isEqualTo(fates(2, 2, 0));
    }
}
