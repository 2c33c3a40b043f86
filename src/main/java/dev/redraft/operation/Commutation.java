package dev.redraft.operation;

import dev.redraft.document.Json.JsonNumber;
import dev.redraft.operation.Operation.Delete;
import dev.redraft.operation.Operation.Increment;
import dev.redraft.operation.Operation.Insert;
import dev.redraft.operation.Operation.Move;
import dev.redraft.operation.Operation.Put;
import org.jspecify.annotations.Nullable;

/// The same two changes in the other order. Its one table serves rebase, undo of a step in the middle, and redo.
///
/// @param first does what the second of the two did, before the other
/// @param second does what the first of the two did, after the other
public record Commutation(Operation first, Operation second) {
    /// Swaps two operations of which the second applies to what the first leaves: both orders then lead to the same.
    ///
    /// @return null if one of them depends on the other
    /// @throws IllegalArgumentException if one is a move, which is a removal and an addition: see [Primitives]
    public static @Nullable Commutation of(Operation earlier, Operation later) {
        return switch (earlier) {
            case Insert insert -> ofElement(insert, insert.array(), later);
            case Delete delete -> ofElement(delete, delete.array(), later);
            case Put put -> ofValue(put, later);
            case Increment increment -> ofValue(increment, later);
            case Move move -> throw isMove(move);
        };
    }

    private static @Nullable Commutation ofValue(Operation earlier, Operation later) {
        return switch (later) {
            case Insert insert -> ofValueAndElement(earlier, insert, insert.array());
            case Delete delete -> ofValueAndElement(earlier, delete, delete.array());
            case Put put -> ofValues(earlier, put);
            case Increment increment -> ofValues(earlier, increment);
            case Move move -> throw isMove(move);
        };
    }

    private static @Nullable Commutation ofElement(Operation earlier, Path array, Operation later) {
        return switch (later) {
            case Insert insert -> ofElements(earlier, array, insert, insert.array());
            case Delete delete -> ofElements(earlier, array, delete, delete.array());
            case Put put -> ofElementAndValue(earlier, array, put);
            case Increment increment -> ofElementAndValue(earlier, array, increment);
            case Move move -> throw isMove(move);
        };
    }

    private static @Nullable Commutation ofValues(Operation earlier, Operation later) {
        if (earlier instanceof Increment one
                && later instanceof Increment other
                && one.path().equals(other.path())) {
            return ofIncrements(one, other);
        }
        return earlier.path().isPrefixOf(later.path()) || later.path().isPrefixOf(earlier.path())
                ? null
                : new Commutation(later, earlier);
    }

    private static Commutation ofIncrements(Increment earlier, Increment later) {
        var between = new JsonNumber(earlier.before()).decimal().add(later.by()).toPlainString();
        return new Commutation(
                new Increment(later.path(), later.by(), earlier.before(), between),
                new Increment(earlier.path(), earlier.by(), between, later.after()));
    }

    private static @Nullable Commutation ofValueAndElement(Operation earlier, Operation later, Path array) {
        var path = earlier.path().isPrefixOf(array) ? null : Shift.over(later, earlier.path());
        return path == null ? null : new Commutation(later, Shift.moved(earlier, path));
    }

    private static @Nullable Commutation ofElementAndValue(Operation earlier, Path array, Operation later) {
        var path = later.path().isPrefixOf(array) ? null : Shift.over(earlier.inverse(), later.path());
        return path == null ? null : new Commutation(Shift.moved(later, path), earlier);
    }

    private static @Nullable Commutation ofElements(Operation earlier, Path array, Operation later, Path laterArray) {
        if (array.equals(laterArray)) {
            return ofSiblings(earlier, later);
        }
        var first = Shift.over(earlier.inverse(), laterArray);
        var second = Shift.over(later, array);
        return first == null || second == null
                ? null
                : new Commutation(Shift.moved(later, first), Shift.moved(earlier, second));
    }

    /// Two elements of one array: each is named as it is without the other, or with it.
    private static @Nullable Commutation ofSiblings(Operation earlier, Operation later) {
        var i = Shift.index(earlier);
        var j = Shift.index(later);
        if (earlier instanceof Insert && later instanceof Delete && i == j) {
            return null;
        }
        // What comes second finds its neighbours where the first one left them.
        var isAhead = earlier instanceof Insert ? j <= i : j < i || (later instanceof Insert && j == i);
        var first = isAhead ? j : j + (earlier instanceof Insert ? -1 : 1);
        var second = isAhead ? i + (later instanceof Insert ? 1 : -1) : i;
        return new Commutation(Shift.at(later, first), Shift.at(earlier, second));
    }

    private static IllegalArgumentException isMove(Move move) {
        return new IllegalArgumentException("A move commutes as a removal and an addition: " + move.from());
    }
}
