package dev.redraft.statistics;

import dev.redraft.People;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The life of one draft, made by hand: what the doors would leave of it in the database, and what a test can
/// count.
record Life(UUID id, String owner, String application, Instant started, List<Happening> happenings) {
    private static final List<String> ENDS = List.of("COMMITTED", "CANCELLED", "ABANDONED");

    /// @param kind as its event is called
    record Happening(Instant at, String kind) {}

    static Life of(String owner, String application, String started) {
        return new Life(UUID.randomUUID(), owner, application, Instant.parse(started), List.of());
    }

    private Life with(String kind, Duration after) {
        var more = new ArrayList<>(happenings);
        more.add(new Happening(started.plus(after), kind));
        return new Life(id, owner, application, started, List.copyOf(more));
    }

    Life edited(Duration after) {
        return with("FIRST_EDIT", after);
    }

    /// Twice, of which the first counts.
    Life reviewed(Duration after) {
        return with("REVIEWED", after).with("REVIEWED", after);
    }

    Life undone(Duration after) {
        return with("UNDONE", after);
    }

    Life collided(Duration after) {
        return with("CONFLICT", after);
    }

    Life reopened(Duration after) {
        return with("REOPENED", after);
    }

    /// @param how COMMITTED, CANCELLED or ABANDONED
    Life ended(String how, Duration after) {
        return with(how, after);
    }

    /// When this happened in it, each time.
    List<Instant> all(String kind) {
        return happenings.stream()
                .filter(happening -> happening.kind().equals(kind))
                .map(Happening::at)
                .toList();
    }

    /// When it happened first; empty if it did not.
    List<Instant> first(String kind) {
        return all(kind).stream().limit(1).toList();
    }

    private @Nullable Happening end() {
        return happenings.stream()
                .filter(happening -> ENDS.contains(happening.kind()))
                .findFirst()
                .orElse(null);
    }

    /// How it ended, or OPEN.
    String outcome() {
        var end = end();
        return end == null ? "OPEN" : end.kind();
    }

    @Nullable
    Instant ended() {
        var end = end();
        return end == null ? null : end.at();
    }

    /// Its events in the order of their times.
    private List<String> events() {
        return Stream.concat(Stream.of(new Happening(started, "STARTED")), happenings.stream())
                .map(happening -> happening.at() + " " + happening.kind())
                .sorted()
                .toList();
    }

    /// As the doors write it.
    void write() {
        var edited = first("FIRST_EDIT").stream().findFirst().orElse(null);
        var configuration = "(select id from configuration where application = '%s')".formatted(application);
        var state = switch (outcome()) {
            case "OPEN" -> "DRAFT";
            case "COMMITTED" -> "CANCELLED";
            default -> outcome();
        };
        People.sql("""
                insert into revision (id, configuration, state, base, owner, started, edited, ended)
                values ('%s', %s, '%s', 1, '%s', '%s', %s, %s)
                """.formatted(id, configuration, state, owner, started, quoted(edited), quoted(ended())));
        for (var event : events()) {
            var parts = event.split(" ", -1);
            People.sql("""
                    insert into draft_event (draft, configuration, owner, kind, actor, at, stamp)
                    values ('%s', %s, '%s', '%s', '%s', '%s', 0)
                    """.formatted(id, configuration, owner, parts[1], owner, parts[0]));
        }
        if (ended() != null) {
            People.sql(summary());
        }
    }

    /// The statement that keeps what is known of it when it has ended.
    String summary() {
        return """
                insert into draft_summary (draft, configuration, owner, outcome, base, version, changes, gestures, started, edited,
                    ended, first_edited, first_reviewed, edits, undos, conflicts, reopened, active_ms, last_step)
                select r.id, configuration, owner, '%1$s', 1, case '%1$s' when 'COMMITTED' then 2 end, 0, 0, started, edited, ended,
                    c.first_edited, c.first_reviewed, c.edits, c.undos, c.conflicts, c.reopened, c.active_ms,
                    case '%1$s' when 'COMMITTED' then null else step_of(c.last_deed, r.id, 0) end
                from revision r cross join lateral course_of(r.id) c where r.id = '%2$s'
                """.formatted(outcome(), id);
    }

    private static String quoted(@Nullable Instant moment) {
        return moment == null ? "null" : "'" + moment + "'";
    }
}
