package dev.redraft.operation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Taking back one step in the middle: it is commuted past all later ones and then inverted, as Berlage describes
/// selective undo ("A Selective Undo Mechanism for Graphical User Interfaces Based on Command Objects", 1994).
public final class StepUndo {
    /// So many operations are compared each with each.
    private static final int MOST = 2_000;

    private StepUndo() {}

    /// How it ends.
    public sealed interface Outcome {
        /// These operations take the step back, on top of all others.
        record Undone(List<Operation> operations) implements Outcome {}

        /// A later step stands in the way.
        ///
        /// @param later its index among the later ones
        record Depends(int later) implements Outcome {}
    }

    /// Takes a step back.
    ///
    /// @param document as it is after all steps; afterwards, as it is without this one
    /// @param later the steps that were made after it, oldest first
    public static Outcome of(Document document, List<Operation> step, List<List<Operation>> later) {
        later.reversed().forEach(one -> takeBack(one, document));
        takeBack(step, document);
        var taken = net(Primitives.of(step, document, Rules.NONE));
        var behind = later.stream()
                .map(one -> Primitives.of(one, document, Rules.NONE))
                .toList();
        var moved = taken;
        for (var i = 0; i < behind.size(); i++) {
            moved = moved(moved, behind.get(i));
            if (moved == null) {
                return inAll(taken, behind, i, document);
            }
        }
        return undone(moved, document);
    }

    /// A later step that was taken back itself is in the way, but not together with the one that took it back.
    private static Outcome inAll(List<Operation> taken, List<List<Operation>> later, int obstacle, Document document) {
        var moved = moved(taken, net(later.stream().flatMap(List::stream).toList()));
        return moved == null ? new Outcome.Depends(obstacle) : undone(moved, document);
    }

    /// The net effect, where it does not take long to find.
    private static List<Operation> net(List<Operation> operations) {
        return operations.size() > MOST ? operations : NetEffect.of(operations);
    }

    private static Outcome undone(List<Operation> moved, Document document) {
        return new Outcome.Undone(Witness.of(inverted(moved), document));
    }

    private static void takeBack(List<Operation> step, Document document) {
        inverted(step).forEach(document::apply);
    }

    private static List<Operation> inverted(List<Operation> operations) {
        return operations.reversed().stream().map(Operation::inverse).toList();
    }

    /// The operations as they are after the later ones; null if they do not commute.
    private static @Nullable List<Operation> moved(List<Operation> operations, List<Operation> later) {
        var moved = new ArrayList<>(operations);
        for (var one : later) {
            var passing = one;
            for (var i = moved.size() - 1; i >= 0; i--) {
                var swapped = Commutation.of(moved.get(i), passing);
                if (swapped == null) {
                    return null;
                }
                passing = swapped.first();
                moved.set(i, swapped.second());
            }
        }
        return moved;
    }
}
