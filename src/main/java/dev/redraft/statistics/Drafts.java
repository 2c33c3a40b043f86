package dev.redraft.statistics;

import dev.redraft.configuration.Name;
import dev.redraft.platform.Actor;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.platform.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/// The drafts behind a number, as far as somebody may know them. Each public method sees one state of the
/// database.
@ApplicationScoped
public class Drafts {
    private final Session database;
    private final Snapshot snapshot;

    Drafts(Session database, Snapshot snapshot) {
        this.database = database;
        this.snapshot = snapshot;
    }

    /// A draft that was counted.
    ///
    /// @param isPurged whether nothing but its numbers is left
    public record Line(
            UUID id,
            Name name,
            String owner,
            String outcome,
            Instant startedAt,
            @Nullable Instant endedAt,
            int edits,
            int undos,
            int conflicts,
            boolean isPurged) {}

    /// A page of them, newest first.
    ///
    /// @param all how many there are
    /// @param purged how many of all are purged
    /// @param others how many of all are other people's, which the actor is not shown
    public record Found(List<Line> lines, int all, int purged, int others) {
        public boolean isOne() {
            return all == 1;
        }
    }

    /// @param after the last of the page before; null for the first page
    @RetryOnConflict
    @Transactional
    Found behind(Behind behind, @Nullable UUID after, int limit, Actor actor) {
        snapshot.begin();
        var sums = query("""
                        select cast(count(*) as integer) as number, cast(count(*) filter (where r.id is null) as integer) as purged,
                            cast(count(*) filter (where not (:all or f.owner = :actor)) as integer) as others
                        """, behind, "", actor).getSingleResult();
        var lines = query("""
                        select f.draft, c.application, c.environment, f.owner, f.outcome, f.started, f.ended, f.edits, f.undos,
                            f.conflicts, r.id is null as purged
                        """, behind, """
                         and (:all or f.owner = :actor) and (cast(:after as uuid) is null or (f.started, f.draft) < (
                             select started, draft from draft_fact where draft = :after))
                        order by f.started desc, f.draft desc limit :limit
                        """, actor)
                .setParameter("after", after, UUID.class)
                .setParameter("limit", limit)
                .getResultStream()
                .map(Drafts::line)
                .toList();
        return new Found(
                lines,
                sums.get("number", Integer.class),
                sums.get("purged", Integer.class),
                sums.get("others", Integer.class));
    }

    private NativeQuery<Tuple> query(String columns, Behind behind, String end, Actor actor) {
        var moment = behind.of().column;
        var sql = columns + " from draft_fact f join configuration c on c.id = f.configuration"
                + " left join revision r on r.id = f.draft and r.state <> 'PURGED' where " + behind.what().condition
                + " and " + moment + " >= :begin and " + moment + " < :end"
                + (behind.hour() == null ? "" : " and :hour = " + Period.HOUR_OF_START)
                + (behind.step() == null ? "" : " and f.last_step = :step")
                + Scope.OF_FACTS + end;
        var query = database.createNativeQuery(sql, Tuple.class)
                .setParameter("begin", behind.period().begin())
                .setParameter("end", behind.period().end())
                .setParameter("all", actor.isAdministrator())
                .setParameter("actor", actor.name());
        if (behind.hour() != null) {
            var offsets = behind.period().offsets();
            query.setParameter("hour", behind.hour())
                    .setParameter("offsets", offsets.seconds())
                    .setParameter("changes", offsets.from());
        }
        if (behind.step() != null) {
            query.setParameter("step", behind.step().word());
        }
        return behind.scope().bind(query);
    }

    private static Line line(Tuple row) {
        return new Line(
                row.get("draft", UUID.class),
                new Name(row.get("application", String.class), row.get("environment", String.class)),
                row.get("owner", String.class),
                row.get("outcome", String.class),
                row.get("started", Instant.class),
                row.get("ended", Instant.class),
                row.get("edits", Integer.class),
                row.get("undos", Integer.class),
                row.get("conflicts", Integer.class),
                row.get("purged", Boolean.class));
    }
}
