package dev.redraft.configuration;

import dev.redraft.operation.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The operations of one user action: what undo takes back and redo brings again.
///
/// @param number counts the gestures of a draft from 1
/// @param origin what of the past it takes up; null for what somebody typed
/// @param operations as they were applied
/// @param inverses what takes them back, in the order in which to apply them
public record Gesture(
        int number,
        State state,
        String label,
        @Nullable Origin origin,
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
