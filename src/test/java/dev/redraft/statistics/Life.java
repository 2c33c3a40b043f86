package dev.redraft.statistics;

import dev.redraft.People;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The life of one draft, made by hand: what the doors would leave of it in the database, and what a test can
/// count.
///
/// @param outcome COMMITTED, CANCELLED, ABANDONED, or OPEN
record Life(
        UUID id,
        String owner,
        String application,
        Instant started,
        @Nullable Instant edited,
        @Nullable Instant reviewed,
        List<Instant> undone,
        List<Instant> collided,
        List<Instant> reopened,
        String outcome,
        @Nullable Instant ended) {
    static Life of(String owner, String application, String started) {
        return new Life(
                UUID.randomUUID(),
                owner,
                application,
                Instant.parse(started),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                "OPEN",
                null);
    }

    Life edited(Duration after) {
        return new Life(
                id,
                owner,
                application,
                started,
                started.plus(after),
                reviewed,
                undone,
                collided,
                reopened,
                outcome,
                ended);
    }

    Life reviewed(Duration after) {
        return new Life(
                id,
                owner,
                application,
                started,
                edited,
                started.plus(after),
                undone,
                collided,
                reopened,
                outcome,
                ended);
    }

    Life undone(Duration after) {
        return new Life(
                id,
                owner,
                application,
                started,
                edited,
                reviewed,
                with(undone, after),
                collided,
                reopened,
                outcome,
                ended);
    }

    Life collided(Duration after) {
        return new Life(
                id,
                owner,
                application,
                started,
                edited,
                reviewed,
                undone,
                with(collided, after),
                reopened,
                outcome,
                ended);
    }

    Life reopened(Duration after) {
        return new Life(
                id,
                owner,
                application,
                started,
                edited,
                reviewed,
                undone,
                collided,
                with(reopened, after),
                outcome,
                ended);
    }

    Life ended(String how, Duration after) {
        return new Life(
                id,
                owner,
                application,
                started,
                edited,
                reviewed,
                undone,
                collided,
                reopened,
                how,
                started.plus(after));
    }

    private List<Instant> with(List<Instant> moments, Duration after) {
        var more = new ArrayList<>(moments);
        more.add(started.plus(after));
        return more;
    }

    /// Its events in the order of their times.
    private List<String> events() {
        var events = new ArrayList<String>();
        events.add(started + " STARTED");
        if (edited != null) {
            events.add(edited + " FIRST_EDIT");
        }
        undone.forEach(moment -> events.add(moment + " UNDONE"));
        collided.forEach(moment -> events.add(moment + " CONFLICT"));
        if (reviewed != null) {
            events.add(reviewed + " REVIEWED");
            events.add(reviewed + " REVIEWED");
        }
        reopened.forEach(moment -> events.add(moment + " REOPENED"));
        if (ended != null) {
            events.add(ended + " " + outcome);
        }
        return events.stream().sorted().toList();
    }

    /// As the doors write it.
    void write() {
        var configuration = "(select id from configuration where application = '%s')".formatted(application);
        var state = outcome.equals("OPEN") ? "DRAFT" : outcome.equals("COMMITTED") ? "CANCELLED" : outcome;
        People.sql("""
                insert into revision (id, configuration, state, base, owner, started, edited, ended)
                values ('%s', %s, '%s', 1, '%s', '%s', %s, %s)
                """.formatted(id, configuration, state, owner, started, quoted(edited), quoted(ended)));
        for (var event : events()) {
            var parts = event.split(" ");
            People.sql("""
                    insert into draft_event (draft, configuration, owner, kind, actor, at, stamp)
                    values ('%s', %s, '%s', '%s', '%s', '%s', 0)
                    """.formatted(id, configuration, owner, parts[1], owner, parts[0]));
        }
        if (ended != null) {
            summarise();
        }
    }

    private void summarise() {
        People.sql("""
                insert into draft_summary (draft, configuration, owner, outcome, base, version, changes, gestures, started, edited,
                    ended, first_edited, first_reviewed, edits, undos, conflicts, reopened, active_ms, last_step)
                select r.id, configuration, owner, '%1$s', 1, case '%1$s' when 'COMMITTED' then 2 end, 0, 0, started, edited, ended,
                    c.first_edited, c.first_reviewed, c.edits, c.undos, c.conflicts, c.reopened, c.active_ms,
                    case '%1$s' when 'COMMITTED' then null else step_of(c.last_deed, r.id, 0) end
                from revision r cross join lateral course_of(r.id) c where r.id = '%2$s'
                """.formatted(outcome, id));
    }

    private static String quoted(@Nullable Instant moment) {
        return moment == null ? "null" : "'" + moment + "'";
    }
}
