package dev.redraft.draft;

import dev.redraft.configuration.Name;
import dev.redraft.configuration.Revision;
import dev.redraft.configuration.Revision.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Drafts as they are shown. Each method is one statement, which sees the caller's own changes.
@ApplicationScoped
class Views {
    private static final String SELECT = """
            select r.id, c.application, c.environment, r.state, r.owner, coalesce(r.base, 0) as base,
                live.version as current, r.stamp, r.changes, r.version, r.started, r.edited, r.ended,
                case when r.state = 'DRAFT' then coalesce(
                    (select at from draft_event where draft = r.id order by id desc limit 1), r.started) end as touched,
                (select label from gesture where revision = r.id and state = 'APPLIED' and r.version is null
                    order by number desc limit 1) as undo,
                (select label from gesture where revision = r.id and state = 'UNDONE' and r.version is null
                    order by number limit 1) as redo
            from revision r
            join configuration c on c.id = r.configuration
            join revision live on live.configuration = r.configuration and live.state = 'ACTIVE'
            where r.state <> 'PURGED'
            """;

    private final Session database;
    private final Lifetimes lifetimes;
    private final Clock clock;

    Views(Session database, Lifetimes lifetimes, Clock clock) {
        this.database = database;
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    Draft draft(UUID id) {
        return shown(database.createNativeQuery(SELECT + "and r.id = :id", Tuple.class)
                .setParameter("id", id)
                .getSingleResult());
    }

    /// A page of drafts that did not become live or are not live yet, newest first.
    ///
    /// @param owner null for everybody's
    /// @param state null for any
    /// @param after the last of the page before; null for the first page
    List<Draft> page(@Nullable String owner, @Nullable State state, @Nullable UUID after, int limit) {
        List<Tuple> rows = database.createNativeQuery(SELECT + """
                                and r.base is not null
                                    and (cast(:owner as text) is null or r.owner = :owner)
                                    and (cast(:state as text) is null and r.version is null or r.state = :state)
                                    and (cast(:state as text) in ('ACTIVE', 'RETIRED') or r.version is null)
                                    and (cast(:after as uuid) is null or (r.started, r.id) <
                                        (select started, id from revision where id = :after))
                                order by r.started desc, r.id desc
                                limit :limit
                                """, Tuple.class)
                .setParameter("owner", owner, String.class)
                .setParameter("state", state == null ? null : state.name(), String.class)
                .setParameter("after", after, UUID.class)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream().map(this::shown).toList();
    }

    Name name(Revision draft) {
        var row = (Object[]) database.createNativeQuery(
                        "select application, environment from configuration where id = :id", Object[].class)
                .setParameter("id", draft.configuration())
                .getSingleResult();
        return new Name((String) row[0], (String) row[1]);
    }

    /// Whether the draft's configuration is archived.
    boolean isArchived(Revision draft) {
        return database.createNativeQuery("select archived from configuration where id = :id", Boolean.class)
                .setParameter("id", draft.configuration())
                .getSingleResult();
    }

    private Draft shown(Tuple row) {
        var edited = row.get("edited", Instant.class);
        var touched = row.get("touched", Instant.class);
        return draft(
                row,
                touched == null ? null : lifetimes.endOf(touched, edited != null),
                touched != null && clock.instant().isAfter(lifetimes.noticeOf(touched, edited != null)));
    }

    private static Draft draft(Tuple row, @Nullable Instant abandonAt, boolean isLeft) {
        return new Draft(
                row.get("id", UUID.class),
                new Name(row.get("application", String.class), row.get("environment", String.class)),
                State.valueOf(row.get("state", String.class)),
                row.get("owner", String.class),
                row.get("base", Integer.class),
                row.get("current", Integer.class),
                row.get("stamp", Long.class),
                row.get("changes", Integer.class),
                row.get("undo", String.class),
                row.get("redo", String.class),
                row.get("version", Integer.class),
                row.get("started", Instant.class),
                row.get("edited", Instant.class),
                row.get("ended", Instant.class),
                abandonAt,
                isLeft);
    }
}
