package dev.redraft.configuration;

import dev.redraft.operation.Operation;
import java.time.Instant;
import java.util.List;

/// The operations of one user action: what undo takes back and redo brings again.
///
/// @param number counts the gestures of a draft from 1
/// @param operations as they were applied
/// @param inverses what takes them back, in the order in which to apply them
public record Gesture(
        int number,
        State state,
        String label,
        String author,
        Instant at,
        List<Operation> operations,
        List<Operation> inverses) {
    /// Whether a gesture counts.
    public enum State {
        APPLIED,
        UNDONE,
        DISCARDED
    }
}
