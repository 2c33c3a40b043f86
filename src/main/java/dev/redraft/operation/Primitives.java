package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.operation.Operation.Delete;
import dev.redraft.operation.Operation.Insert;
import dev.redraft.operation.Operation.Move;
import dev.redraft.operation.Operation.Put;
import dev.redraft.operation.Rules.Merging.Atomic;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Operations taken apart into the smallest ones that commute: a move becomes a removal and an addition, a new value
/// for a whole object or array becomes what differs in it. What the schema wants to be one thing stays one.
final class Primitives {
    private final Document document;
    private final Rules rules;
    private final List<Operation> primitives = new ArrayList<>();

    private Primitives(Document document, Rules rules) {
        this.document = document;
        this.rules = rules;
    }

    /// Takes operations apart, and applies them on the way.
    ///
    /// @param document as it is before them; afterwards, as it is after them
    static List<Operation> of(List<Operation> operations, Document document, Rules rules) {
        var primitives = new Primitives(document, rules);
        operations.forEach(primitives::take);
        return primitives.primitives;
    }

    private void take(Operation operation) {
        if (operation instanceof Move move) {
            var value = document.at(move.from());
            if (value == null) {
                throw Tree.unreachable(move.from());
            }
            take(removal(move, value));
            take(addition(move, value));
            return;
        }
        var whole = atomic(operation.path());
        if (whole != null) {
            var before = document.at(whole);
            document.apply(operation);
            put(whole, before, document.at(whole));
            return;
        }
        document.apply(operation);
        primitives.addAll(refined(operation, rules));
    }

    /// What differs in a container that is put in place of one of its kind; any other operation as it is.
    static List<Operation> refined(Operation operation, Rules rules) {
        return operation instanceof Put(var path, var before, var after, var place) && isContainers(before, after)
                ? Differences.between(path, before, after, rules)
                : List.of(operation);
    }

    private static Operation removal(Move move, Json value) {
        return move.from().last() instanceof Step.Index(var index)
                ? new Delete(move.from().parent(), index, value)
                : new Put(move.from(), value, null, move.origin());
    }

    private static Operation addition(Move move, Json value) {
        return move.to().last() instanceof Step.Index(var index)
                ? new Insert(move.to().parent(), index, value)
                : new Put(move.to(), null, value, move.place());
    }

    private void put(Path path, @Nullable Json before, @Nullable Json after) {
        if (before == null ? after != null : !before.equals(after)) {
            primitives.add(new Put(path, before, after, null));
        }
    }

    /// The outermost of the places that lead there, or the place itself, that is merged as one thing.
    private @Nullable Path atomic(Path path) {
        for (var length = 1; length < path.steps().size(); length++) {
            var prefix = new Path(path.steps().subList(0, length));
            if (rules.merging(prefix) instanceof Atomic) {
                return prefix;
            }
        }
        return null;
    }

    private static boolean isContainers(@Nullable Json before, @Nullable Json after) {
        return (before instanceof JsonObject && after instanceof JsonObject)
                || (before instanceof JsonArray && after instanceof JsonArray);
    }
}
