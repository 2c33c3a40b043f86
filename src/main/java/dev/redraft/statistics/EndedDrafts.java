package dev.redraft.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/// The drafts that ended. What is known of them does not change, so each is read once and kept in memory, where
/// it takes some 300 bytes; a look at them costs by those that ended since the look before.
@ApplicationScoped
class EndedDrafts {
    private final Session database;
    /// In the order in which they were read, which is that of their places in memory: thousands of them are
    /// visited at once, and elsewhere the next one is not at hand.
    private final Map<UUID, Fact> facts = new LinkedHashMap<>();

    private volatile Extent known = Extent.NOTHING;

    EndedDrafts(Session database) {
        this.database = database;
    }

    /// What was read so far.
    ///
    /// @param oldest the transaction that wrote the oldest row there was; another one is oldest if the rows are
    ///     not those that were read, because somebody put a copy of the database in its place
    /// @param upTo whatever earlier transactions wrote is known; those from this one on may have gone on
    private record Extent(long oldest, long upTo) {
        static final Extent NOTHING = new Extent(0, 0);
    }

    /// Each of them once, as this transaction sees them, and perhaps some that ended since. To be called within
    /// a snapshot.
    ///
    /// @param open those that are open for this transaction; some of them may have ended before, and been
    ///     reopened
    List<Fact> without(Collection<UUID> open) {
        var now = database.createNativeQuery("""
                        select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) as going,
                            (select cast(cast(s.written as text) as bigint) from draft_summary s order by s.written limit 1)
                                as oldest
                        """, Tuple.class).getSingleResult();
        var seen =
                new Extent(Objects.requireNonNullElse(now.get("oldest", Long.class), 0L), now.get("going", Long.class));
        var before = known;
        var from = before.oldest == seen.oldest ? before.upTo : 0;
        if (!isJoined(written(from), from, seen)) {
            isJoined(written(0), 0, seen);
        }
        return without(Set.copyOf(open));
    }

    /// Whether nothing is missing between what is known and what was read, which there is if somebody forgot all
    /// meanwhile.
    private synchronized boolean isJoined(List<Fact> read, long from, Extent seen) {
        if (from == 0 && known.oldest != seen.oldest) {
            facts.clear();
            known = new Extent(seen.oldest, 0);
        }
        var isJoined = known.oldest == seen.oldest && from <= known.upTo;
        if (isJoined) {
            read.forEach(fact -> facts.merge(fact.draft(), fact, Fact::or));
            known = new Extent(seen.oldest, Math.max(known.upTo, seen.upTo));
        }
        return isJoined;
    }

    private synchronized List<Fact> without(Set<UUID> open) {
        return open.stream().anyMatch(facts::containsKey)
                ? facts.values().stream()
                        .filter(fact -> !open.contains(fact.draft()))
                        .toList()
                : List.copyOf(facts.values());
    }

    /// By a transaction and all that may have gone on when it did. Numbers beyond the snapshot are of another
    /// server, from which the database was copied.
    private List<Fact> written(long from) {
        return database.createNativeQuery("""
                        select s.draft, c.application, c.environment, s.owner, s.outcome, s.started, s.first_edited,
                            s.first_reviewed, s.ended, s.edits, s.undos, s.conflicts, s.reopened, s.active_ms,
                            s.last_step, cast(cast(s.written as text) as bigint) as written
                        from draft_summary s join configuration c on c.id = s.configuration
                        where s.written >= cast(cast(:from as text) as xid8)
                            and (:from = '0' or s.written < pg_snapshot_xmax(pg_current_snapshot()))
                        """, Tuple.class)
                .setParameter("from", Long.toString(from))
                .getResultStream()
                .map(Fact::of)
                .toList();
    }

    /// Reads all of them again.
    synchronized void forget() {
        facts.clear();
        known = Extent.NOTHING;
    }
}
