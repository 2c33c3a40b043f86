package dev.redraft.document;

/// How much we take: whatever is larger is refused before it costs much.
///
/// @param valueBytes of one entry's value, written as compact JSON in UTF-8
/// @param keyBytes of one entry's key in UTF-8
/// @param entries of one document
/// @param bodyBytes of the text a document is read from
/// @param depth of the containers in each other, the document itself being the first
/// @param digits of one number, before its exponent
/// @param exponent of one number, on either side of zero
public record Limits(int valueBytes, int keyBytes, int entries, int bodyBytes, int depth, int digits, int exponent) {
    /// What a configuration gets where no setting says otherwise.
    public static final Limits DEFAULT = new Limits(1 << 20, 512, 1_000_000, 64 << 20, 64, 40, 308);

    /// For texts we wrote ourselves; the depth alone is bounded, to spare the stack.
    static final Limits NONE = new Limits(
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            1_000,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE);

    /// The same for a text in which what is meant stands so many containers deep.
    public Limits within(int containers) {
        return new Limits(valueBytes, keyBytes, entries, bodyBytes, depth + containers, digits, exponent);
    }

    /// Holds an entry that came by another way than a document (an operation, a form) to the rules of a document's
    /// entry: key, size, depth, numbers and text. Throws [Unreadable] without a place.
    public void requireEntry(String key, Json value) {
        var rules = new Rules(this, () -> null);
        rules.key(key);
        rules.content(value, 1);
        rules.size(key, value, () -> null);
    }
}
