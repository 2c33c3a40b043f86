package dev.redraft.configuration;

import dev.redraft.document.JsonReader;
import dev.redraft.operation.Operation;
import dev.redraft.operation.OperationJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// The log of what was done to revisions: gestures and their operations, each with its inverse. Each method is
/// one statement. To be called within a transaction that holds the revision's lock.
@ApplicationScoped
public class Gestures {
    private static final String SELECT = """
            select g.number, g.state, g.label, g.origin, g.origin_version, g.author, g.at,
                cast(o.forward as text) as forward, cast(o.inverse as text) as inverse
            from gesture g
            left join operation o on o.revision = g.revision and o.gesture = g.number
            where g.revision = :revision
            """;

    private final Session database;

    Gestures(Session database) {
        this.database = database;
    }

    /// The newest applied gesture; none if all is undone.
    public List<Gesture> newestApplied(UUID revision) {
        return read("""
                and g.number = (
                    select max(number) from gesture where revision = :revision and state = 'APPLIED')
                order by g.number desc, o.sequence
                """, Map.of("revision", revision));
    }

    /// The gesture that was undone last; none if there is nothing to redo.
    public List<Gesture> oldestUndone(UUID revision) {
        return read("""
                and g.number = (
                    select min(number) from gesture where revision = :revision and state = 'UNDONE')
                order by g.number, o.sequence
                """, Map.of("revision", revision));
    }

    /// The keys of the entries that the gesture is about which undo would take back next, or redo bring again.
    ///
    /// @param state applied for undo, undone for redo
    public List<String> keys(UUID revision, Gesture.State state, int limit) {
        return database.createNativeQuery("""
                        select distinct key from (
                            select unnest(array[entry_of(path), target_of(forward)]) as key
                            from operation
                            where revision = :revision and gesture = (
                                select case when :state = 'UNDONE' then min(number) else max(number) end
                                from gesture where revision = :revision and state = :state)) as touched
                        where key is not null
                        limit :limit
                        """, String.class)
                .setParameter("revision", revision)
                .setParameter("state", state.name())
                .setParameter("limit", limit)
                .getResultList();
    }

    /// The applied gestures from this number on, newest first.
    public List<Gesture> appliedFrom(UUID revision, int number) {
        return read(
                "and g.state = 'APPLIED' and g.number >= :number order by g.number desc, o.sequence",
                Map.of("revision", revision, "number", number));
    }

    /// The undone gestures up to this number, oldest first.
    public List<Gesture> undoneUpTo(UUID revision, int number) {
        return read(
                "and g.state = 'UNDONE' and g.number <= :number order by g.number, o.sequence",
                Map.of("revision", revision, "number", number));
    }

    /// The applied and undone gestures that changed one of these entries, oldest first, with their operations
    /// on them and no others.
    public List<Gesture> touching(UUID revision, Collection<String> keys) {
        return read(
                "and g.state <> 'DISCARDED' and entry_of(o.path) = any(:keys) order by g.number, o.sequence",
                Map.of("revision", revision, "keys", keys.toArray(String[]::new)));
    }

    /// The applied and undone gestures that changed one of these entries, or moved something there, oldest
    /// first and whole.
    public List<Gesture> wholeTouching(UUID revision, Collection<String> keys) {
        return read("""
                and g.state <> 'DISCARDED' and exists (
                    select 1 from operation t
                    where t.revision = g.revision and t.gesture = g.number
                        and (entry_of(t.path) = any(:keys) or t.kind = 'move' and target_of(t.forward) = any(:keys)))
                order by g.number, o.sequence
                """, Map.of("revision", revision, "keys", keys.toArray(String[]::new)));
    }

    /// All gestures, newest last.
    public List<Gesture> all(UUID revision) {
        return read("order by g.number, o.sequence", Map.of("revision", revision));
    }

    /// A gesture by its name alone.
    public record Step(
            int number,
            Gesture.State state,
            String label,
            @Nullable Origin origin,
            String author,
            Instant at) {}

    /// The newest gestures by name, newest first.
    public List<Step> steps(UUID revision, int limit) {
        return database.createNativeQuery("""
                        select number, state, label, origin, origin_version, author, at
                        from gesture where revision = :revision
                        order by number desc limit :limit
                        """, Tuple.class)
                .setParameter("revision", revision)
                .setParameter("limit", limit)
                .getResultStream()
                .map(row -> new Step(
                        row.get("number", Integer.class),
                        Gesture.State.valueOf(row.get("state", String.class)),
                        row.get("label", String.class),
                        Origin.of(row),
                        row.get("author", String.class),
                        row.get("at", Instant.class)))
                .toList();
    }

    private List<Gesture> read(String condition, Map<String, Object> parameters) {
        var query = database.createNativeQuery(SELECT + condition, Tuple.class);
        parameters.forEach(query::setParameter);
        var gestures = new ArrayList<Gesture>();
        List<Tuple> rows = query.getResultList();
        for (var row : rows) {
            var number = row.get("number", Integer.class);
            if (gestures.isEmpty() || gestures.getLast().number() != number) {
                gestures.add(gesture(row));
            }
            if (row.get("forward") != null) {
                gestures.getLast().operations().add(operation(row, "forward"));
                gestures.getLast().inverses().addFirst(operation(row, "inverse"));
            }
        }
        return gestures;
    }

    private static Gesture gesture(Tuple row) {
        return new Gesture(
                row.get("number", Integer.class),
                Gesture.State.valueOf(row.get("state", String.class)),
                row.get("label", String.class),
                Origin.of(row),
                row.get("author", String.class),
                row.get("at", Instant.class),
                new ArrayList<>(),
                new ArrayList<>());
    }

    private static Operation operation(Tuple row, String column) {
        return OperationJson.read(JsonReader.stored(row.get(column, String.class)));
    }
}
