package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.operation.Operation.Delete;
import dev.redraft.operation.Operation.Increment;
import dev.redraft.operation.Operation.Insert;
import dev.redraft.operation.Operation.Move;
import dev.redraft.operation.Operation.Place;
import dev.redraft.operation.Operation.Put;
import dev.redraft.operation.Step.Index;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two operations, one right after the other, told as one. Neither is a move.
final class Combination {
    private Combination() {}

    /// The one operation that does what both do, or none if they undo each other; null if it takes both.
    static @Nullable List<Operation> of(Operation earlier, Operation later) {
        var path = earlier.path();
        if (path.equals(later.path())) {
            return meet(earlier, later) && !isOther(earlier, later) ? ofOnePlace(earlier, later) : null;
        }
        if (after(earlier) instanceof Json value && path.isPrefixOf(later.path())) {
            return told(path, before(earlier), applied(value, path, later), place(earlier));
        }
        return before(later) instanceof Json value && later.path().isPrefixOf(path)
                ? told(later.path(), applied(value, later.path(), earlier.inverse()), after(later), place(later))
                : null;
    }

    /// Whether both come to nothing; the text of a number does not count.
    static boolean isNothing(Operation earlier, Operation later) {
        return earlier.path().equals(later.path()) && meet(earlier, later) && isSame(before(earlier), after(later));
    }

    /// Whether the later one changes what the earlier one left, rather than what stands there instead.
    private static boolean meet(Operation earlier, Operation later) {
        return (after(earlier) == null) == (before(later) == null);
    }

    /// An element that comes where one went is another one, unless it is the same again.
    private static boolean isOther(Operation earlier, Operation later) {
        return earlier instanceof Delete(var array, var index, var gone)
                && later instanceof Insert insert
                && !gone.equals(insert.value());
    }

    private static List<Operation> ofOnePlace(Operation earlier, Operation later) {
        if (earlier instanceof Increment one && later instanceof Increment other) {
            var by = one.by().add(other.by());
            if (by.signum() != 0) {
                return List.of(new Increment(one.path(), by, one.before(), other.after()));
            }
        }
        return told(
                earlier.path(), before(earlier), after(later), before(earlier) == null ? place(earlier) : place(later));
    }

    private static List<Operation> told(Path path, @Nullable Json before, @Nullable Json after, @Nullable Place place) {
        if (before == null ? after == null : before.equals(after)) {
            return List.of();
        }
        if (path.last() instanceof Index(var index)) {
            if (before == null && after != null) {
                return List.of(new Insert(path.parent(), index, after));
            }
            if (before != null && after == null) {
                return List.of(new Delete(path.parent(), index, before));
            }
        }
        return List.of(new Put(path, before, after, place));
    }

    static boolean isSame(@Nullable Json one, @Nullable Json other) {
        return one == null ? other == null : other != null && one.sameValueAs(other);
    }

    /// What stood at the operation's path before it; null if nothing did.
    static @Nullable Json before(Operation operation) {
        return switch (operation) {
            case Put put -> put.before();
            case Insert _ -> null;
            case Delete delete -> delete.value();
            case Increment increment -> new JsonNumber(increment.before());
            case Move move -> throw isMove(move);
        };
    }

    /// What stands at the operation's path after it; null if nothing does.
    static @Nullable Json after(Operation operation) {
        return switch (operation) {
            case Put put -> put.after();
            case Insert insert -> insert.value();
            case Delete _ -> null;
            case Increment increment -> new JsonNumber(increment.after());
            case Move move -> throw isMove(move);
        };
    }

    private static @Nullable Place place(Operation operation) {
        return operation instanceof Put put ? put.place() : null;
    }

    /// The value that stands at the prefix, after an operation within it.
    private static Json applied(Json value, Path prefix, Operation operation) {
        var alone = new Document(Map.of("", new Document.Entry(value, 0)), Map.of(), 0);
        alone.apply(Shift.within(operation, prefix));
        return alone.at(Path.entry("")) instanceof Json changed ? changed : value;
    }

    private static IllegalArgumentException isMove(Move move) {
        return new IllegalArgumentException("A move has no one place: " + move.from());
    }
}
