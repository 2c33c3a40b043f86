package dev.redraft.draft;

import dev.redraft.configuration.Gesture;
import dev.redraft.operation.Operation;
import java.util.List;
import java.util.Set;

/// Some of a draft's entries that can be told from the rest.
///
/// @param keys of the entries to commit, and of those that a move led through and that are as they were
/// @param changes how many of the entries differ from the base
/// @param gestures those that changed one of them, applied or undone
record Part(Set<String> keys, int changes, List<Gesture> gestures) {
    List<Operation> of(Gesture gesture) {
        return operations(gesture, true);
    }

    List<Operation> notOf(Gesture gesture) {
        return operations(gesture, false);
    }

    private List<Operation> operations(Gesture gesture, boolean isPart) {
        return gesture.operations().stream()
                .filter(operation -> keys.contains(operation.path().entryKey()) == isPart)
                .toList();
    }
}
