package dev.redraft.operation;

import dev.redraft.document.Json.JsonNumber;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rules of a schema, but that some entries are merged as one thing.
record WholeEntries(Set<String> keys, Rules rules) implements Rules {
    @Override
    public @Nullable String outOfBounds(Path path, JsonNumber number) {
        return rules.outOfBounds(path, number);
    }

    @Override
    public Merging merging(Path path) {
        return path.isEntry() && keys.contains(path.entryKey()) ? new Merging.Atomic() : rules.merging(path);
    }
}
