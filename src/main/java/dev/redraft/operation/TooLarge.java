package dev.redraft.operation;

/// A patch that asks for more than we take.
public final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int operation;

    /// @param operation the index of the operation, from 0; -1 for the patch as a whole
    /// @param sentence what is too large, and what the limit is
    public TooLarge(int operation, String sentence) {
        super(sentence, null, false, false);
        this.operation = operation;
    }

    public int operation() {
        return operation;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
