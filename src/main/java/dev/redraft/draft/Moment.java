package dev.redraft.draft;

import dev.redraft.configuration.WorkingCopy;
import java.util.function.Supplier;

/// All of a draft as it was when it was read. What was read is understood outside of the transaction that read
/// it.
///
/// @param entries how many it has
/// @param rows gives a working copy of all of them
record Moment(Draft draft, int entries, Supplier<WorkingCopy> rows) {
    long stamp() {
        return draft.stamp();
    }

    WorkingCopy read() {
        return rows.get();
    }
}
