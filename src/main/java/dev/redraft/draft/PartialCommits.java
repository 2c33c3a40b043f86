package dev.redraft.draft;

import dev.redraft.configuration.Revision;
import dev.redraft.configuration.Swap;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;

/// The commit of some of a draft's entries. They leave the draft as a revision of their own, with their steps;
/// the rest stays the draft, on top of the new version. To be called within the transaction of the commit,
/// under its locks.
@ApplicationScoped
class PartialCommits {
    private final Session database;
    private final SplitSteps splitSteps;
    private final Swap swap;

    PartialCommits(Session database, SplitSteps splitSteps, Swap swap) {
        this.database = database;
        this.splitSteps = splitSteps;
        this.swap = swap;
    }

    /// Moves the part to a new revision, which is live from now on.
    void commit(Revision draft, Revision original, Part part, String message, Instant activated) {
        var version = original.baseVersion() + 1;
        var revision = UUID.randomUUID();
        var keys = part.keys().toArray(String[]::new);
        var entries = original.entries() + moreEntries(draft, keys);
        draft.split(version, part.changes());
        insert(revision, draft, part, version, entries, message, activated);
        swap.end(part.keys(), draft.configuration(), version);
        moveEntries(draft.id(), revision, version, keys);
        splitSteps.split(draft.id(), revision, part);
    }

    private int moreEntries(Revision draft, String[] keys) {
        return database.createNativeQuery("""
                        select cast(count(*) filter (where not mine.removed) - count(live.key) as integer)
                        from entry mine
                        left join entry live on live.configuration = mine.configuration and live.key = mine.key
                            and live.since is not null and live.until is null
                        where mine.revision = :draft and mine.since is null and mine.key = any(:keys)
                        """, Integer.class)
                .setParameter("draft", draft.id())
                .setParameter("keys", keys)
                .getSingleResult();
    }

    private void insert(
            UUID revision, Revision draft, Part part, int version, int entries, String message, Instant activated) {
        database.createNativeMutationQuery("""
                        insert into revision (id, configuration, state, version, base, owner, message, entries, changes,
                            gestures, last_position, started, edited, ended)
                        select :id, configuration, 'ACTIVE', :version, :version - 1, owner, :message, :entries, :changes,
                            gestures, last_position, started, edited, :activated
                        from revision where id = :draft
                        """)
                .setParameter("id", revision)
                .setParameter("version", version)
                .setParameter("message", message)
                .setParameter("entries", entries)
                .setParameter("changes", part.changes())
                .setParameter("activated", activated)
                .setParameter("draft", draft.id())
                .executeUpdate();
    }

    private void moveEntries(UUID draft, UUID revision, int version, String[] keys) {
        database.createNativeMutationQuery("""
                        update entry
                        set revision = :revision, since = :version, until = case when removed then :version end
                        where revision = :draft and since is null and key = any(:keys)
                        """)
                .setParameter("revision", revision)
                .setParameter("version", version)
                .setParameter("draft", draft)
                .setParameter("keys", keys)
                .executeUpdate();
    }
}
