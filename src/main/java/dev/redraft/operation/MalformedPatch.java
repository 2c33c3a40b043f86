package dev.redraft.operation;

import org.jspecify.annotations.Nullable;

/// A patch that no document could take: its form is wrong.
public final class MalformedPatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int operation;
    private final @Nullable String pointer;

    /// @param operation the index of the operation, from 0; -1 for the patch as a whole
    /// @param pointer the pointer that is wrong, or else that of the place; null if there is none
    /// @param sentence what is wrong and what would be right
    public MalformedPatch(int operation, @Nullable String pointer, String sentence) {
        super(sentence, null, false, false);
        this.operation = operation;
        this.pointer = pointer;
    }

    public int operation() {
        return operation;
    }

    public @Nullable String pointer() {
        return pointer;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
