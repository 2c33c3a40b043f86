package dev.redraft.configuration;

import dev.redraft.document.Json;
import dev.redraft.operation.Change;
import dev.redraft.operation.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a revision makes of one entry of its base.
///
/// @param before null if the base has none
/// @param after null if it is removed
public record EntryChange(
        String key, @Nullable Json before, @Nullable Json after) {
    public Change.Kind kind() {
        return new Change(Path.entry(key), before, after).kind();
    }

    /// The places within that differ.
    public List<Change> paths() {
        return Change.between(Path.entry(key), before, after);
    }
}
