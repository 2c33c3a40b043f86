package dev.redraft.history;

import dev.redraft.document.JsonReader;
import dev.redraft.history.Blamed.Step;
import dev.redraft.operation.OperationJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/// The operations of committed versions on some entries, newest first, a few versions at a time. To be called
/// within a transaction.
@ApplicationScoped
class PastOperations {
    private final Session database;

    PastOperations(Session database) {
        this.database = database;
    }

    /// Before which operation the past is meant.
    ///
    /// @param gesture of the version; those before it belong to the past, and of itself what comes before the
    ///     sequence
    record Bound(int version, int gesture, int sequence) {
        static Bound upTo(int version) {
            return new Bound(version, Integer.MAX_VALUE, 0);
        }

        private boolean isWithin() {
            return gesture < Integer.MAX_VALUE;
        }
    }

    /// An operation, with all that is to be said of it.
    record One(Blamed by, Bound bound) {}

    /// What a few versions did.
    ///
    /// @param keys of the entries whose operations these are
    /// @param next where the versions before them begin
    /// @param isLast whether there are none
    record Chunk(Set<String> keys, List<One> operations, Bound next, boolean isLast) {}

    /// The operations of the newest of those versions up to a bound that changed one of the entries. A version
    /// that the bound lies within is always among them: there an entry may have come and gone without a trace.
    Chunk before(UUID configuration, Set<String> keys, Bound bound, int many) {
        var revisions = revisions(configuration, keys, bound, many);
        var oldest = revisions.isEmpty() ? 0 : revisions.getLast().get("version", Integer.class);
        return new Chunk(
                keys,
                revisions.isEmpty() ? List.of() : operations(revisions, keys, bound),
                Bound.upTo(oldest - 1),
                revisions.size() < many);
    }

    private List<Tuple> revisions(UUID configuration, Set<String> keys, Bound bound, int many) {
        return database.createNativeQuery("""
                        select r.id, r.version from revision r
                        where r.configuration = :configuration and r.version = :version and :within
                        union
                        select written.revision, written.since
                        from unnest(:keys) as wanted (key)
                        cross join lateral (
                            select revision, since from entry
                            where configuration = :configuration and key = wanted.key and since < :below
                            order by since desc
                            limit :many) as written
                        order by version desc
                        limit :many
                        """, Tuple.class)
                .setParameter("configuration", configuration)
                .setParameter("version", bound.version())
                .setParameter("within", bound.isWithin())
                .setParameter("below", bound.isWithin() ? bound.version() : bound.version() + 1)
                .setParameter("keys", keys.toArray(String[]::new))
                .setParameter("many", many)
                .getResultList();
    }

    private List<One> operations(List<Tuple> revisions, Set<String> keys, Bound bound) {
        return database.createNativeQuery("""
                        select r.id, r.version, r.owner, r.ended, r.message, r.started < r.ended as drafted,
                            g.number, g.label, g.author, g.at, o.sequence, cast(o.forward as text) as forward
                        from revision r
                        join gesture g on g.revision = r.id and g.state = 'APPLIED'
                        join operation o on o.revision = g.revision and o.gesture = g.number
                        where r.id = any(:revisions)
                            and (r.version, g.number, o.sequence) < (:version, :gesture, :sequence)
                            and (entry_of(o.path) = any(:keys)
                                or o.kind = 'move' and target_of(o.forward) = any(:keys))
                        order by r.version desc, g.number desc, o.sequence desc
                        """, Tuple.class)
                .setParameter(
                        "revisions",
                        revisions.stream().map(row -> row.get("id", UUID.class)).toArray(UUID[]::new))
                .setParameter("version", bound.version())
                .setParameter("gesture", bound.gesture())
                .setParameter("sequence", bound.sequence())
                .setParameter("keys", keys.toArray(String[]::new))
                .getResultStream()
                .map(PastOperations::one)
                .toList();
    }

    private static One one(Tuple row) {
        var step = new Step(
                row.get("number", Integer.class),
                row.get("label", String.class),
                row.get("author", String.class),
                row.get("at", Instant.class));
        var by = new Blamed(
                row.get("version", Integer.class),
                row.get("owner", String.class),
                row.get("ended", Instant.class),
                Objects.requireNonNullElse(row.get("message", String.class), ""),
                row.get("drafted", Boolean.class) ? row.get("id", UUID.class) : null,
                step,
                OperationJson.read(JsonReader.stored(row.get("forward", String.class))));
        return new One(by, new Bound(by.version(), step.number(), row.get("sequence", Integer.class)));
    }
}
