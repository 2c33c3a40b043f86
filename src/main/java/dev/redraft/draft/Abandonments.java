package dev.redraft.draft;

import dev.redraft.audit.AuditLog;
import dev.redraft.configuration.Name;
import dev.redraft.platform.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/// How drafts end to which nobody came back. Any number of instances may do it at once: each takes what no
/// other one has, and passes by whatever draft somebody works on right now.
@ApplicationScoped
class Abandonments {
    private static final int A_BATCH = 10;

    /// Its newest event is one look at an index. What somebody does stands there, whatever it was: an edit, an
    /// undo, a review, a refused commit, a reopening, a takeover.
    private static final String IS_LEFT = """
            r.state = 'DRAFT' and r.version is null
                and r.started < now() - make_interval(secs => :untouched)
                and coalesce((select e.at from draft_event e where e.draft = r.id order by e.id desc limit 1), r.started)
                    < now() - make_interval(secs => case when r.edited is null then :untouched else :idle end)
            """;

    private final Session database;
    private final Lifetimes lifetimes;
    private final Events events;
    private final AuditLog audit;

    Abandonments(Session database, Lifetimes lifetimes, Events events, AuditLog audit) {
        this.database = database;
        this.lifetimes = lifetimes;
        this.events = events;
        this.audit = audit;
    }

    /// Gives up some drafts that were left alone for too long.
    ///
    /// @return how many; 0 if there are no more
    @RetryOnConflict
    @Transactional
    public int giveUpSome() {
        var abandoned = abandon(locked());
        abandoned.forEach(this::tell);
        events.summarise(ids(abandoned));
        return abandoned.size();
    }

    /// Drafts that were left alone when this looked, locked if nobody else has them.
    private List<UUID> locked() {
        return about(database.createNativeQuery("select r.id from revision r where " + IS_LEFT + """
                                order by r.started limit :most for no key update of r skip locked
                                """, UUID.class))
                .setParameter("most", A_BATCH)
                .getResultList();
    }

    /// Looks again, now under the lock: a statement of its own sees what was done until the lock was taken.
    private List<Tuple> abandon(List<UUID> locked) {
        return about(database.createNativeQuery("""
                                update revision r
                                set state = 'ABANDONED', ended = clock_timestamp(), stamp = stamp + 1
                                from configuration c
                                where c.id = r.configuration and r.id = any(:locked) and
                                """ + IS_LEFT + """
                                returning r.id, r.configuration, r.owner, r.stamp, r.ended, c.application, c.environment
                                """, Tuple.class))
                .setParameter("locked", locked.toArray(UUID[]::new))
                .getResultList();
    }

    private <T> NativeQuery<T> about(NativeQuery<T> query) {
        return query.setParameter("untouched", lifetimes.untouched().toSeconds())
                .setParameter("idle", lifetimes.idle().toSeconds());
    }

    private void tell(Tuple draft) {
        var id = draft.get("id", UUID.class);
        var configuration = draft.get("configuration", UUID.class);
        var owner = draft.get("owner", String.class);
        var ended = draft.get("ended", Instant.class);
        events.recordAbandonment(id, configuration, owner, draft.get("stamp", Long.class), ended);
        var name = new Name(draft.get("application", String.class), draft.get("environment", String.class));
        audit.record(AuditLog.REDRAFT, "draft-abandoned", configuration, id, name.toString(), Map.of("owner", owner));
    }

    private static List<UUID> ids(List<Tuple> drafts) {
        return drafts.stream().map(draft -> draft.get("id", UUID.class)).toList();
    }
}
