package dev.redraft.schema;

/// A text that is JSON, but no schema we take.
public final class InvalidSchema extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    /// @param pointer where in the schema, by RFC 6901
    /// @param sentence what is wrong there and what would be right
    InvalidSchema(String pointer, String sentence) {
        super(sentence, null, false, false);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
