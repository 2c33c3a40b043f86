package dev.redraft.statistics;

/// What became of a draft.
enum Outcome {
    COMMITTED,
    CANCELLED,
    ABANDONED,
    OPEN
}
