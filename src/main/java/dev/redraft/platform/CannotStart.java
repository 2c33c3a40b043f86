package dev.redraft.platform;

/// A foreseeable reason why Redraft cannot start: one sentence for the operator, with the way out, and no stack
/// trace.
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param sentence what is wrong, where, and what to do about it
    public CannotStart(String sentence) {
        super(sentence, null, false, false);
    }
}
