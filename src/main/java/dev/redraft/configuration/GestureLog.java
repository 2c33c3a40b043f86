package dev.redraft.configuration;

import dev.redraft.document.JsonWriter;
import dev.redraft.operation.Label;
import dev.redraft.operation.Operation;
import dev.redraft.operation.OperationJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Writes the log of what is done to revisions. Each method is one statement. To be called within a transaction
/// that holds the revision's lock.
@ApplicationScoped
public class GestureLog {
    private final Session database;

    GestureLog(Session database) {
        this.database = database;
    }

    /// Logs a new gesture; those undone before it are discarded, and stay.
    public void log(UUID revision, int number, List<Operation> operations, String author, Instant at) {
        log(revision, number, Label.of(operations), operations, author, at);
    }

    /// The same, with a label that says what it was made for.
    public void log(UUID revision, int number, String label, List<Operation> operations, String author, Instant at) {
        log(revision, number, label, null, operations, author, at);
    }

    /// The same for a gesture that may take up the past.
    public void log(
            UUID revision,
            int number,
            String label,
            @Nullable Origin origin,
            List<Operation> operations,
            String author,
            Instant at) {
        database.createNativeMutationQuery("""
                        with discarded as (
                            update gesture set state = 'DISCARDED' where revision = :revision and state = 'UNDONE'),
                        made as (
                            insert into gesture (revision, number, label, author, at, origin, origin_version)
                            values (:revision, :number, :label, :author, :at, :origin, :originVersion))
                        insert into operation (revision, gesture, sequence, kind, path, forward, inverse)
                        select :revision, :number, sequence, kind, cast(path as json), cast(forward as json),
                            cast(inverse as json)
                        from unnest(:sequences, :kinds, :paths, :forwards, :inverses)
                            as logged (sequence, kind, path, forward, inverse)
                        """)
                .setParameter("revision", revision)
                .setParameter("number", number)
                .setParameter("label", label)
                .setParameter("author", author)
                .setParameter("at", at)
                .setParameter("origin", origin == null ? null : origin.kind().name(), String.class)
                .setParameter("originVersion", origin == null ? null : origin.version(), Integer.class)
                .setParameter(
                        "sequences",
                        IntStream.range(0, operations.size()).boxed().toArray(Integer[]::new))
                .setParameter("kinds", each(operations, OperationJson::kind))
                .setParameter("paths", each(operations, GestureLog::path))
                .setParameter("forwards", each(operations, GestureLog::text))
                .setParameter("inverses", each(operations, operation -> text(operation.inverse())))
                .executeUpdate();
    }

    /// Puts operations in place of the ones that gestures had on some entries.
    ///
    /// @param gestures each number with its new operations on these entries; none for a gesture that came
    /// to nothing
    public void replace(UUID revision, Collection<String> keys, Map<Integer, List<Operation>> gestures) {
        var numbers = new ArrayList<Integer>();
        var operations = new ArrayList<Operation>();
        gestures.forEach((number, made) -> made.forEach(operation -> {
            numbers.add(number);
            operations.add(operation);
        }));
        database.createNativeMutationQuery("""
                        with gone as (
                            delete from operation
                            where revision = :revision and gesture = any(:replaced) and entry_of(path) = any(:keys)
                            returning gesture, sequence)
                        insert into operation (revision, gesture, sequence, kind, path, forward, inverse)
                        select :revision, made.gesture, place + coalesce(
                                (select max(sequence) from operation
                                 where revision = :revision and gesture = made.gesture), 0),
                            kind, cast(path as json), cast(forward as json), cast(inverse as json)
                        from unnest(:numbers, :kinds, :paths, :forwards, :inverses) with ordinality
                            as made (gesture, kind, path, forward, inverse, place)
                        """)
                .setParameter("revision", revision)
                .setParameter("replaced", gestures.keySet().toArray(Integer[]::new))
                .setParameter("keys", keys.toArray(String[]::new))
                .setParameter("numbers", numbers.toArray(Integer[]::new))
                .setParameter("kinds", each(operations, OperationJson::kind))
                .setParameter("paths", each(operations, GestureLog::path))
                .setParameter("forwards", each(operations, GestureLog::text))
                .setParameter("inverses", each(operations, operation -> text(operation.inverse())))
                .executeUpdate();
    }

    private static String[] each(List<Operation> operations, Function<Operation, String> column) {
        return operations.stream().map(column).toArray(String[]::new);
    }

    private static String path(Operation operation) {
        return JsonWriter.compact(operation.path().toJson());
    }

    private static String text(Operation operation) {
        return JsonWriter.compact(OperationJson.write(operation));
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

    /// Discards undone gestures from this number on: what they would redo is no longer there.
    public void discardUndoneFrom(UUID revision, int number) {
        database.createNativeMutationQuery("""
                        update gesture set state = 'DISCARDED'
                        where revision = :revision and state = 'UNDONE' and number >= :number
                        """)
                .setParameter("revision", revision)
                .setParameter("number", number)
                .executeUpdate();
    }

    /// Puts one operation in place of the one of a gesture. A gesture that comes to nothing is discarded.
    public void amend(UUID revision, int number, List<Operation> operation, Instant at) {
        if (operation.isEmpty()) {
            database.createNativeMutationQuery(
                            "update gesture set state = 'DISCARDED' where revision = :revision and number = :number")
                    .setParameter("revision", revision)
                    .setParameter("number", number)
                    .executeUpdate();
            return;
        }
        var amended = operation.getFirst();
        database.createNativeMutationQuery("""
                        with named as (
                            update gesture set label = :label, at = :at where revision = :revision and number = :number)
                        update operation
                        set kind = :kind, forward = cast(:forward as json), inverse = cast(:inverse as json)
                        where revision = :revision and gesture = :number
                        """)
                .setParameter("label", Label.of(operation))
                .setParameter("at", at)
                .setParameter("revision", revision)
                .setParameter("number", number)
                .setParameter("kind", OperationJson.kind(amended))
                .setParameter("forward", text(amended))
                .setParameter("inverse", text(amended.inverse()))
                .executeUpdate();
    }
}
