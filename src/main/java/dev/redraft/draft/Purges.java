package dev.redraft.draft;

import dev.redraft.audit.AuditLog;
import dev.redraft.configuration.Name;
import dev.redraft.platform.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/// How drafts that were kept long enough go for good: first out of everybody's sight, then row by row. Several
/// instances may do it at once, and any may be killed at any point.
@ApplicationScoped
class Purges {
    private static final int A_BATCH = 10;
    private static final int ROWS = 2_000;

    private static final String IS_DUE = """
            r.state in ('CANCELLED', 'ABANDONED') and r.version is null
                and r.started < now() - make_interval(secs => :kept) and r.ended < now() - make_interval(secs => :kept)
            """;

    /// Operations before gestures, which would take all of theirs along at once.
    private static final List<String> ROWS_OF_A_DRAFT = List.of(
            "delete from operation where ctid = any(array(select ctid from operation where revision = :draft"
                    + " order by gesture, sequence limit :most))",
            "delete from gesture where ctid = any(array(select ctid from gesture where revision = :draft"
                    + " order by number limit :most))",
            "delete from entry where ctid = any(array(select ctid from entry where revision = :draft"
                    + " order by key limit :most))");

    private final Session database;
    private final Lifetimes lifetimes;
    private final Events events;
    private final AuditLog audit;

    Purges(Session database, Lifetimes lifetimes, Events events, AuditLog audit) {
        this.database = database;
        this.lifetimes = lifetimes;
        this.events = events;
        this.audit = audit;
    }

    /// Takes some drafts that were kept long enough out of everybody's sight: nobody finds or reopens them any
    /// more.
    ///
    /// @return how many; 0 if there are no more
    @RetryOnConflict
    @Transactional
    public int hideSome() {
        var hidden = hide(locked());
        events.keepSummariesAlone(
                hidden.stream().map(draft -> draft.get("id", UUID.class)).toList());
        hidden.forEach(this::tell);
        return hidden.size();
    }

    private List<UUID> locked() {
        return database.createNativeQuery("select r.id from revision r where " + IS_DUE + """
                                order by r.started limit :most for no key update of r skip locked
                                """, UUID.class)
                .setParameter("kept", lifetimes.kept().toSeconds())
                .setParameter("most", A_BATCH)
                .getResultList();
    }

    /// Looks again, now under the lock.
    private List<Tuple> hide(List<UUID> locked) {
        return database.createNativeQuery("""
                                update revision r set state = 'PURGED', stamp = stamp + 1
                                from configuration c
                                where c.id = r.configuration and r.id = any(:locked) and
                                """ + IS_DUE + """
                                returning r.id, r.configuration, r.owner, c.application, c.environment
                                """, Tuple.class)
                .setParameter("locked", locked.toArray(UUID[]::new))
                .setParameter("kept", lifetimes.kept().toSeconds())
                .getResultList();
    }

    private void tell(Tuple draft) {
        var name = new Name(draft.get("application", String.class), draft.get("environment", String.class));
        audit.record(
                AuditLog.REDRAFT,
                "draft-purged",
                draft.get("configuration", UUID.class),
                draft.get("id", UUID.class),
                name.toString(),
                Map.of("owner", draft.get("owner", String.class)));
    }

    /// Deletes some rows of a hidden draft that no other instance is at, and the draft with its last ones.
    ///
    /// @return how many rows, that of the draft included; empty if there is no such draft
    @RetryOnConflict
    @Transactional
    public Optional<Integer> deleteSome() {
        return database.createNativeQuery("""
                        select id from revision where state = 'PURGED' and version is null
                        order by started limit 1 for update skip locked
                        """, UUID.class).getResultList().stream()
                .findFirst()
                .map(this::deleteSomeOf);
    }

    private int deleteSomeOf(UUID draft) {
        var rows = 0;
        for (var delete : ROWS_OF_A_DRAFT) {
            rows += database.createNativeMutationQuery(delete)
                    .setParameter("draft", draft)
                    .setParameter("most", ROWS - rows)
                    .executeUpdate();
        }
        return rows < ROWS ? rows + deleteItself(draft) : rows;
    }

    private int deleteItself(UUID draft) {
        return database.createNativeMutationQuery("delete from revision where id = :draft")
                .setParameter("draft", draft)
                .executeUpdate();
    }
}
