package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One place that differs between two values, as a person reads it.
///
/// @param path an element that is gone has its old index, any other its new one
/// @param before null if nothing was there
/// @param after null if nothing is there
public record Change(
        Path path, @Nullable Json before, @Nullable Json after) {
    /// How a place differs.
    public enum Kind {
        ADDED,
        REMOVED,
        MODIFIED
    }

    public Kind kind() {
        if (before == null) {
            return Kind.ADDED;
        }
        return after == null ? Kind.REMOVED : Kind.MODIFIED;
    }

    /// Whether one of the two changes lies within the other.
    public boolean overlaps(Change other) {
        return path.isPrefixOf(other.path) || other.path.isPrefixOf(path);
    }

    /// The places that differ, as deep down as both sides have containers of one kind; a side that is null is absent.
    public static List<Change> between(Path path, @Nullable Json before, @Nullable Json after) {
        var changes = new ArrayList<Change>();
        collect(path, before, after, changes);
        return changes;
    }

    private static void collect(Path path, @Nullable Json before, @Nullable Json after, List<Change> changes) {
        if (before instanceof JsonObject old && after instanceof JsonObject young) {
            old.members()
                    .forEach((name, value) ->
                            collect(path.member(name), value, young.members().get(name), changes));
            young.members().forEach((name, value) -> {
                if (!old.members().containsKey(name)) {
                    changes.add(new Change(path.member(name), null, value));
                }
            });
        } else if (before instanceof JsonArray old && after instanceof JsonArray young) {
            collectElements(path, old, young, changes);
        } else if (before == null ? after != null : !before.equals(after)) {
            changes.add(new Change(path, before, after));
        }
    }

    private static void collectElements(Path path, JsonArray before, JsonArray after, List<Change> changes) {
        var differing = Alignment.differing(before.elements(), after.elements());
        if (differing == null) {
            changes.add(new Change(path, before, after));
            return;
        }
        for (var pair : differing) {
            var old = pair.before() < 0 ? null : before.elements().get(pair.before());
            var young = pair.after() < 0 ? null : after.elements().get(pair.after());
            collect(path.element(young == null ? pair.before() : pair.after()), old, young, changes);
        }
    }
}
