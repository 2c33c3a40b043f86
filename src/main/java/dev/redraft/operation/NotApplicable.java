package dev.redraft.operation;

/// The operation is well-formed, but the document is not in a state that allows it.
public final class NotApplicable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final int operation;

    /// @param pointer the place that is in the way
    /// @param sentence what is the matter there
    public NotApplicable(String pointer, String sentence) {
        this(pointer, sentence, -1);
    }

    private NotApplicable(String pointer, String sentence, int operation) {
        super(sentence, null, false, false);
        this.pointer = pointer;
        this.operation = operation;
    }

    NotApplicable inOperation(int index) {
        return new NotApplicable(pointer, sentence(), index);
    }

    /// The index of the operation in its patch, from 0; -1 if it came in none.
    public int operation() {
        return operation;
    }

    public String pointer() {
        return pointer;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
