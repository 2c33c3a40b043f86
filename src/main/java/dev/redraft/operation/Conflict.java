package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonNumber;
import org.jspecify.annotations.Nullable;

/// A place that both a draft and a commit after its base changed, so that somebody has to decide.
///
/// @param path where it stands in the draft; if it is gone there, where it stands in what is live
/// @param base what stood there when the draft was started; a side that is null is absent
/// @param theirs what is live there
/// @param mine what the draft has there
public record Conflict(
        Path path,
        Kind kind,
        @Nullable Json base,
        @Nullable Json theirs,
        @Nullable Json mine) {
    /// What makes it one.
    public enum Kind {
        /// Both put something else there.
        BOTH_CHANGED,
        /// The draft changed something within what they removed.
        EDITED_IN_REMOVED,
        /// The draft removed something within which they changed something.
        REMOVED_EDITED,
        /// Both added something there, and not the same.
        OCCUPIED,
        /// One side changed something within what the other made a value of another type.
        TYPE_CHANGED,
        /// What the draft adds to a number leads out of the schema's bounds from what the number is by now, or
        /// to more digits than a sum may have.
        OUT_OF_BOUNDS,
        /// It needs another change of the draft that is in conflict.
        DEPENDS
    }

    public String key() {
        return path.entryKey();
    }

    /// What makes the draft's operation collide with theirs.
    static Kind kind(Operation mine, Operation theirs) {
        var own = mine.path();
        var other = theirs.path();
        if (!own.equals(other) && own.isPrefixOf(other)) {
            return within(mine, Kind.REMOVED_EDITED);
        }
        if (!own.equals(other)) {
            return within(theirs, Kind.EDITED_IN_REMOVED);
        }
        if (Combination.before(mine) == null) {
            return Kind.OCCUPIED;
        }
        if (Combination.after(mine) == null) {
            return Kind.REMOVED_EDITED;
        }
        if (Combination.after(theirs) == null) {
            return Kind.EDITED_IN_REMOVED;
        }
        if (mine instanceof Operation.Increment) {
            return Combination.after(theirs) instanceof JsonNumber ? Kind.OUT_OF_BOUNDS : Kind.TYPE_CHANGED;
        }
        return Kind.BOTH_CHANGED;
    }

    /// The outer change removes, or puts another value in place.
    private static Kind within(Operation outer, Kind removal) {
        var before = Combination.before(outer);
        var after = Combination.after(outer);
        if (after == null || before == null) {
            return removal;
        }
        return before.kind().equals(after.kind()) ? Kind.BOTH_CHANGED : Kind.TYPE_CHANGED;
    }
}
