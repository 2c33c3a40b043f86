package dev.redraft.draft;

import java.util.Set;

/// What can happen to a draft, as the statistics count it.
enum Event {
    STARTED,
    FIRST_EDIT,
    EDITED,
    UNDONE,
    REDONE,
    REVERTED,
    REVIEWED,
    BASE_MOVED,
    CONFLICT,
    REBASED,
    CANCELLED,
    ABANDONED,
    REOPENED,
    TAKEN_OVER,
    PARTLY_COMMITTED,
    COMMITTED;

    private static final Set<Event> BY_ITSELF =
            Set.of(FIRST_EDIT, EDITED, UNDONE, REDONE, REVERTED, REVIEWED, BASE_MOVED, CONFLICT, REBASED);

    /// Whether others see it: who edits, and what is live. What goes on within a draft they do not.
    boolean isSeenByOthers() {
        return !BY_ITSELF.contains(this);
    }
}
