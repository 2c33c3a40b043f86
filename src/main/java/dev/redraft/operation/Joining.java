package dev.redraft.operation;

import dev.redraft.operation.Operation.Increment;
import dev.redraft.operation.Operation.Put;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two steps that set one and the same place, as stepping a number does: together they are one.
public final class Joining {
    private Joining() {}

    /// What both come to: one operation, or none if the value is again what it was.
    ///
    /// @return null if they are not of this kind
    public static @Nullable List<Operation> of(List<Operation> step, List<Operation> next) {
        return step.size() == 1
                        && next.size() == 1
                        && isSet(step.getFirst())
                        && isSet(next.getFirst())
                        && step.getFirst().path().equals(next.getFirst().path())
                ? Combination.of(step.getFirst(), next.getFirst())
                : null;
    }

    private static boolean isSet(Operation operation) {
        return operation instanceof Increment || (operation instanceof Put put && put.after() != null);
    }
}
