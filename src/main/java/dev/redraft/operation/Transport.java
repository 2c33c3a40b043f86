package dev.redraft.operation;

import dev.redraft.document.Json.JsonNumber;
import dev.redraft.operation.Operation.Increment;
import dev.redraft.operation.Operation.Put;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Carries the operations of one entry from an old base over to a new one. It holds what leads from the state
/// that the carried operations came to back to the state that the original ones came to: at first, what takes
/// the new base back to the old one. That holds after each operation, whether it was carried or left out.
final class Transport {
    private final Rules rules;
    private List<Back> back;

    /// One operation of the way back.
    ///
    /// @param isOwn whether it is one that was left out, rather than the inverse of one of theirs
    private record Back(Operation operation, boolean isOwn) {}

    /// What becomes of an operation.
    sealed interface Outcome {
        /// It is made on the new base like this; by no operation at all if theirs did the same.
        record Carried(List<Operation> operations) implements Outcome {}

        /// It was left out, because it depends on another.
        ///
        /// @param operation as it stood right after the one that stopped it
        /// @param obstacle the inverse of one of theirs, or one that was left out before
        record Stopped(Operation operation, Operation obstacle, boolean isOwn) implements Outcome {}
    }

    /// @param theirs what leads from the old base to the new one
    Transport(List<Operation> theirs, Rules rules) {
        this(rules, theirs.reversed().stream().map(Transport::inverse).toList());
    }

    private Transport(Rules rules, List<Back> back) {
        this.rules = rules;
        this.back = back;
    }

    private static Back inverse(Operation operation) {
        return new Back(operation.inverse(), false);
    }

    /// What leads back, in the order in which it applies.
    List<Operation> back() {
        return back.stream().map(Back::operation).toList();
    }

    /// Takes note that a carried operation was not made after all.
    void leaveOut(List<Operation> carried) {
        back = joined(
                carried.stream().map(operation -> new Back(operation, true)).toList(), back);
    }

    /// Carries an operation that applies to the old state.
    Outcome carry(Operation operation) {
        var outcome = tried(operation);
        if (outcome instanceof Outcome.Stopped) {
            back = joined(back, List.of(new Back(operation, true)));
        }
        return outcome;
    }

    private Outcome tried(Operation operation) {
        var moved = operation;
        var passed = new ArrayList<Back>();
        for (var i = back.size() - 1; i >= 0; i--) {
            var one = back.get(i);
            if (Combination.isNothing(one.operation(), moved)) {
                back = joined(back.subList(0, i), passed);
                return new Outcome.Carried(List.of());
            }
            var together = one.isOwn() ? together(one.operation(), moved, i, passed) : null;
            if (together != null) {
                return together;
            }
            var swapped = swapped(one.operation(), moved);
            if (swapped == null) {
                return new Outcome.Stopped(moved, one.operation(), one.isOwn());
            }
            moved = swapped.first();
            passed.addFirst(new Back(swapped.second(), one.isOwn()));
        }
        back = passed;
        return new Outcome.Carried(List.of(moved));
    }

    /// Carries an operation together with the one that was left out before it, where both together can go on.
    private @Nullable Outcome together(Operation leftOut, Operation operation, int at, List<Back> passed) {
        var combined = Combination.of(leftOut, operation);
        if (combined == null) {
            return null;
        }
        var rest = new Transport(rules, back.subList(0, at));
        var carried = new ArrayList<Operation>();
        for (var part : combined.stream()
                .flatMap(one -> Primitives.refined(one, rules).stream())
                .toList()) {
            if (!(rest.carry(part) instanceof Outcome.Carried(var operations))) {
                return null;
            }
            carried.addAll(operations);
        }
        back = joined(rest.back, passed);
        return new Outcome.Carried(carried);
    }

    /// A relative change carries over to whatever number is there; anything else as the table says.
    private static @Nullable Commutation swapped(Operation one, Operation moved) {
        if (moved instanceof Increment increment
                && one instanceof Put(var path, var before, var after, var place)
                && path.equals(increment.path())
                && before instanceof JsonNumber from
                && after instanceof JsonNumber) {
            var sum = from.decimal().add(increment.by()).toPlainString();
            if (Numbers.isTooLong(sum)) {
                return null;
            }
            return new Commutation(
                    new Increment(path, increment.by(), from.text(), sum),
                    new Put(path, new JsonNumber(sum), new JsonNumber(increment.after()), place));
        }
        return Commutation.of(one, moved);
    }

    private static List<Back> joined(List<Back> one, List<Back> other) {
        var joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }
}
