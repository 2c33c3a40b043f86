package dev.redraft.idempotency;

/// An outcome of a deed that is no success although its transaction stands: it is not kept, so that asking again with
/// the same key tries again.
public interface Declined {}
