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
    CANCELLED,
    REOPENED,
    TAKEN_OVER,
    COMMITTED
}
