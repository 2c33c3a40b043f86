package dev.redraft.schema;

import dev.redraft.operation.Path;

/// One place of a configuration that does not pass its schema.
///
/// @param path an RFC 6901 pointer; of what is missing, where it should be
/// @param key of the entry the place lies in; empty if it is the configuration as a whole
/// @param sentence what is the matter, to be read behind the path: "must be at most 100, but is 500"
/// @param rule tells problems apart: where the rule stands in the schema, or which values stand twice
public record SchemaProblem(String path, String key, String sentence, String rule) {
    private static final String TWICE = "x-unique ";
    private static final String UNCHECKED = "unchecked";

    static SchemaProblem twice(String path, String key, String sentence, String values) {
        return new SchemaProblem(path, key, sentence, TWICE + values);
    }

    /// It could not be found out whether it passes.
    static SchemaProblem unchecked(String key, String sentence) {
        return new SchemaProblem(key.isEmpty() ? "" : Path.entry(key).pointer(), key, sentence, UNCHECKED);
    }

    /// Whether nobody knows if the place passes, so that it cannot be taken for passing.
    public boolean isUnchecked() {
        return rule.equals(UNCHECKED);
    }

    /// Whether the same value stands somewhere else too, where `x-unique` allows it once.
    public boolean isDuplicate() {
        return rule.startsWith(TWICE);
    }

    /// Whether a whole entry is missing, so that none can show it.
    public boolean isOfMissingEntry() {
        return rule.endsWith("/required")
                && !isOfWhole()
                && path.equals(Path.entry(key).pointer());
    }

    /// Whether it is the configuration as a whole that does not pass, and no entry of it.
    public boolean isOfWhole() {
        return key.isEmpty();
    }
}
