package dev.redraft.operation;

import dev.redraft.document.Json.JsonNumber;

/// An increment that leads to a number which may not stand there. It fails; nothing is cut to fit.
public final class OutOfBounds extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final transient JsonNumber left;
    private final int operation;

    /// @param pointer where the number stands
    /// @param left the number that stands there now: what is left to take from
    /// @param sentence which bound would be broken
    OutOfBounds(String pointer, JsonNumber left, String sentence, int operation) {
        super(sentence, null, false, false);
        this.pointer = pointer;
        this.left = left;
        this.operation = operation;
    }

    public String pointer() {
        return pointer;
    }

    public JsonNumber left() {
        return left;
    }

    /// The index of the operation in its patch, from 0.
    public int operation() {
        return operation;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
