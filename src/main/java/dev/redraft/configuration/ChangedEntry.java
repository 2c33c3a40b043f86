package dev.redraft.configuration;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonString;
import dev.redraft.operation.Change;
import dev.redraft.web.TextDifference;
import dev.redraft.web.ValueNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An entry that differs, as a page shows it.
///
/// @param state in a word: changed, added or removed
public record ChangedEntry(String key, String state, List<Place> places) {
    public static ChangedEntry of(EntryChange change) {
        return new ChangedEntry(
                change.key(),
                word(change.kind()),
                change.paths().stream().map(Place::of).toList());
    }

    /// One value, which may lie within an entry: it is called by its path.
    public static ChangedEntry of(Change change) {
        return new ChangedEntry(
                change.path().toString(),
                word(change.kind()),
                Change.between(change.path(), change.before(), change.after()).stream()
                        .map(Place::of)
                        .toList());
    }

    /// How many entries are added, changed and removed, in words.
    public static String tally(List<EntryChange> changes) {
        var counts =
                changes.stream().collect(Collectors.groupingBy(change -> word(change.kind()), Collectors.counting()));
        return Stream.of("changed", "added", "removed")
                .filter(counts::containsKey)
                .map(state -> counts.get(state) + " " + state)
                .collect(Collectors.joining(", "));
    }

    /// One place that differs.
    ///
    /// @param before null if nothing was there
    /// @param after null if nothing is there
    public record Place(
            String path,
            String state,
            @Nullable ValueNode before,
            @Nullable ValueNode after) {
        static Place of(Change change) {
            return new Place(
                    change.path().toString(),
                    word(change.kind()),
                    node(change, change.before()),
                    node(change, change.after()));
        }

        private static @Nullable ValueNode node(Change change, @Nullable Json value) {
            return value == null ? null : ValueNode.of(change.path().toString(), value);
        }

        /// Whether the value becomes one of another type, as "10" does when it becomes 10.
        public boolean isRetyped() {
            return before != null && after != null && !kind(before).equals(kind(after));
        }

        /// Two texts line by line, where they are long; null otherwise.
        public @Nullable TextDifference lines() {
            return before != null
                            && after != null
                            && before.value() instanceof JsonString(var old)
                            && after.value() instanceof JsonString(var young)
                    ? TextDifference.between(old, young)
                    : null;
        }

        private static String kind(ValueNode node) {
            return node.value().kind();
        }
    }

    private static String word(Change.Kind kind) {
        return switch (kind) {
            case ADDED -> "added";
            case REMOVED -> "removed";
            case MODIFIED -> "changed";
        };
    }
}
