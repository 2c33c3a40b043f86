package dev.redraft.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/// The drafts that ended. What is known of them changes when they are purged alone, so each is read once and
/// kept in memory, where it takes some 300 bytes; a look at them costs by those that were written since the
/// look before. What is in memory was committed, so a transaction that read it may run again.
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
    /// @param oldest the transaction that wrote the oldest row; if that is another one now, or transactions went
    ///     less far than they had, these are not the rows that were read
    /// @param upTo whatever earlier transactions wrote is known; those from this one on may have gone on
    record Extent(long oldest, long upTo) {
        static final Extent NOTHING = new Extent(0, 0);

        boolean isOfThePast(Extent now) {
            return oldest == now.oldest && upTo <= now.upTo;
        }
    }

    /// What is known. To be asked before the snapshot is taken: what a later one saw may be gone for it.
    Extent known() {
        return known;
    }

    /// Each of them once, as this transaction sees them, and perhaps some that ended since. To be called within
    /// a snapshot.
    ///
    /// @param before what was known before the snapshot
    /// @param open those that are open for this transaction; some of them may have ended before, and been
    ///     reopened
    List<Fact> without(Set<UUID> open, Extent before) {
        var now = extent();
        var from = before.isOfThePast(now) ? before.upTo : 0;
        return joined(written(from), from, now, open)
                .orElseGet(() -> joined(written(0), 0, now, open).orElseThrow());
    }

    private Extent extent() {
        var row = database.createNativeQuery("""
                        select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) as going,
                            (select cast(cast(s.written as text) as bigint) from draft_summary s
                            order by s.written limit 1) as oldest
                        """, Tuple.class).getSingleResult();
        return new Extent(Objects.requireNonNullElse(row.get("oldest", Long.class), 0L), row.get("going", Long.class));
    }

    /// Adds what was read to what is known, and gives all of it.
    ///
    /// @param from where the reading began; 0 if everything was read
    /// @return empty if there is a gap between the two, since somebody read everything anew meanwhile
    private synchronized Optional<List<Fact>> joined(List<Fact> read, long from, Extent now, Set<UUID> open) {
        if (from == 0 && !known.isOfThePast(now)) {
            facts.clear();
            known = Extent.NOTHING;
        } else if (from > known.upTo || known.oldest != now.oldest) {
            return Optional.empty();
        }
        read.forEach(fact -> facts.merge(fact.draft(), fact, Fact::or));
        known = new Extent(now.oldest, Math.max(known.upTo, now.upTo));
        var all = facts.values();
        return Optional.of(
                open.stream().anyMatch(facts::containsKey)
                        ? all.stream()
                                .filter(fact -> !open.contains(fact.draft()))
                                .toList()
                        : List.copyOf(all));
    }

    /// By a transaction and all that may have gone on when it did. Numbers beyond the snapshot are of another
    /// server, from which the database was copied: such rows are the oldest there are.
    private List<Fact> written(long from) {
        return database.createNativeQuery("""
                        select s.draft, c.application, c.environment, s.owner, s.outcome, s.started, s.first_edited,
                            s.first_reviewed, s.ended, s.edits, s.undos, s.conflicts, s.reopened, s.active_ms,
                            s.last_step, s.purged,
                            case when s.written < pg_snapshot_xmax(pg_current_snapshot())
                                then cast(cast(s.written as text) as bigint) else 0 end as written
                        from draft_summary s join configuration c on c.id = s.configuration
                        where s.written >= cast(cast(:from as text) as xid8)
                            and (:from = '0' or s.written < pg_snapshot_xmax(pg_current_snapshot()))
                        """, Tuple.class)
                .setParameter("from", Long.toString(from))
                .getResultStream()
                .map(Fact::of)
                .toList();
    }

    /// Reads all of them again, for whoever does not trust this memory.
    synchronized void forget() {
        facts.clear();
        known = Extent.NOTHING;
    }
}
