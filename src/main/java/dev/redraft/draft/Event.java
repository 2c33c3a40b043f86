package dev.redraft.draft;

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
    COMMITTED
}
