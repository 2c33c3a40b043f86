package dev.redraft.operation;

import java.util.ArrayList;
import java.util.List;

/// What operations come to in all, as few operations as they can be told with: what was changed and changed
/// back is not there, what was changed twice is changed once.
final class NetEffect {
    private final List<Operation> operations = new ArrayList<>();

    private NetEffect() {}

    /// @param operations in their order, without moves
    static List<Operation> of(List<Operation> operations) {
        var net = new NetEffect();
        operations.forEach(operation -> net.add(operation, net.operations.size()));
        return net.operations;
    }

    /// Adds an operation behind the first ones, by telling it together with the nearest one that it goes
    /// together with. Where there is none it stands last, as it came.
    private void add(Operation operation, int end) {
        var moved = operation;
        var passed = new ArrayList<Operation>();
        for (var i = end - 1; i >= 0; i--) {
            var combined = Combination.of(operations.get(i), moved);
            if (combined != null) {
                combine(i, end, passed, combined);
                return;
            }
            var swapped = Commutation.of(operations.get(i), moved);
            if (swapped == null) {
                break;
            }
            moved = swapped.first();
            passed.addFirst(swapped.second());
        }
        operations.add(end, operation);
    }

    private void combine(int at, int end, List<Operation> passed, List<Operation> combined) {
        var behind = operations.subList(at, end);
        behind.clear();
        behind.addAll(passed);
        combined.forEach(one -> add(one, at));
    }
}
