package dev.redraft.configuration;

import dev.redraft.document.JsonReader;
import dev.redraft.document.JsonWriter;
import dev.redraft.operation.Label;
import dev.redraft.operation.Operation;
import dev.redraft.operation.OperationJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hibernate.Session;

/// The log of what was done to revisions: gestures and their operations, each with its inverse. Each method is one
/// statement. To be called within a transaction that holds the revision's lock.
@ApplicationScoped
public class Gestures {
    private static final String SELECT = """
            select g.number, g.state, g.label, g.author, g.at,
                cast(o.forward as text) as forward, cast(o.inverse as text) as inverse
            from gesture g
            left join operation o on o.revision = g.revision and o.gesture = g.number
            where g.revision = :revision
            """;

    private final Session database;

    Gestures(Session database) {
        this.database = database;
    }

    /// Logs a new gesture; those undone before it are discarded, and stay.
    public void log(UUID revision, int number, List<Operation> operations, String author, Instant at) {
        database.createNativeMutationQuery("""
                        with discarded as (
                            update gesture set state = 'DISCARDED' where revision = :revision and state = 'UNDONE'),
                        made as (
                            insert into gesture (revision, number, label, author, at)
                            values (:revision, :number, :label, :author, :at))
                        insert into operation (revision, gesture, sequence, kind, path, forward, inverse)
                        select :revision, :number, sequence, kind, cast(path as json), cast(forward as json),
                            cast(inverse as json)
                        from unnest(:sequences, :kinds, :paths, :forwards, :inverses)
                            as logged (sequence, kind, path, forward, inverse)
                        """)
                .setParameter("revision", revision)
                .setParameter("number", number)
                .setParameter("label", Label.of(operations))
                .setParameter("author", author)
                .setParameter("at", at)
                .setParameter(
                        "sequences",
                        IntStream.range(0, operations.size()).boxed().toArray(Integer[]::new))
                .setParameter("kinds", each(operations, OperationJson::kind))
                .setParameter(
                        "paths",
                        each(
                                operations,
                                operation -> JsonWriter.compact(operation.path().toJson())))
                .setParameter("forwards", each(operations, Gestures::text))
                .setParameter("inverses", each(operations, operation -> text(operation.inverse())))
                .executeUpdate();
    }

    private static String[] each(List<Operation> operations, Function<Operation, String> column) {
        return operations.stream().map(column).toArray(String[]::new);
    }

    private static String text(Operation operation) {
        return JsonWriter.compact(OperationJson.write(operation));
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

    /// All gestures, newest last.
    public List<Gesture> all(UUID revision) {
        return read("order by g.number, o.sequence", Map.of("revision", revision));
    }

    /// A gesture by its name alone.
    public record Step(int number, Gesture.State state, String label, String author, Instant at) {}

    /// The newest gestures by name, newest first.
    public List<Step> steps(UUID revision, int limit) {
        return database.createNativeQuery("""
                        select number, state, label, author, at
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
            gestures.getLast().operations().add(operation(row, "forward"));
            gestures.getLast().inverses().addFirst(operation(row, "inverse"));
        }
        return gestures;
    }

    private static Gesture gesture(Tuple row) {
        return new Gesture(
                row.get("number", Integer.class),
                Gesture.State.valueOf(row.get("state", String.class)),
                row.get("label", String.class),
                row.get("author", String.class),
                row.get("at", Instant.class),
                new ArrayList<>(),
                new ArrayList<>());
    }

    private static Operation operation(Tuple row, String column) {
        return OperationJson.read(JsonReader.stored(row.get(column, String.class)));
    }

    /// Marks gestures as undone, or as applied again.
    public void mark(UUID revision, List<Gesture> gestures, Gesture.State state) {
        database.createNativeMutationQuery(
                        "update gesture set state = :state where revision = :revision and number = any(:numbers)")
                .setParameter("state", state.name())
                .setParameter("revision", revision)
                .setParameter("numbers", gestures.stream().map(Gesture::number).toArray(Integer[]::new))
                .executeUpdate();
    }
}
