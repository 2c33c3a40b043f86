package dev.redraft.draft;

/// Tells that a draft as it is now was not held yet to the schema as it is now. Nothing happened.
public final class Unvalidated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unvalidated() {
        super("The draft was not held to its schema yet", null, false, false);
    }
}
