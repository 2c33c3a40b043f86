package dev.redraft.draft;

import dev.redraft.configuration.EntryChange;
import dev.redraft.document.Json;
import dev.redraft.operation.Change;
import dev.redraft.operation.Path;
import dev.redraft.web.ValueNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A draft as its review shows it.
///
/// @param overlapping the places that commits since the base changed too
/// @param message as it was typed
public record ReviewSheet(
        Draft draft, List<Entry> entries, int current, List<String> overlapping, String message, String complaint) {
    /// So many entries at most are shown; the summary counts the rest.
    private static final int MOST = 500;

    static ReviewSheet of(Draft draft, Reviews.Review review, String message, String complaint) {
        var entries = review.changes().stream().limit(MOST).map(Entry::of).toList();
        return new ReviewSheet(draft, entries, review.current(), review.overlapping(), message, complaint);
    }

    /// One entry that the draft changes.
    public record Entry(String key, String state, List<Place> places) {
        static Entry of(EntryChange change) {
            return new Entry(
                    change.key(),
                    word(change.kind()),
                    change.paths().stream().map(Place::of).toList());
        }
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

    public String title() {
        return "Review " + changes() + " — " + draft.name().application() + " / "
                + draft.name().environment();
    }

    public String changes() {
        return Sheet.count(draft.changes());
    }

    public int notShown() {
        return Math.max(0, draft.changes() - entries.size());
    }

    /// How many entries are added, changed and removed, in words.
    public String tally() {
        return Stream.of("changed", "added", "removed")
                .filter(state -> count(state) > 0)
                .map(state -> count(state) + " " + state)
                .collect(Collectors.joining(", "));
    }

    private long count(String state) {
        return entries.stream().filter(entry -> entry.state().equals(state)).count();
    }

    public boolean isMoved() {
        return draft.base() != current;
    }

    public boolean canCommit() {
        return draft.changes() > 0 && !isMoved();
    }

    /// The version that a commit would make.
    public int version() {
        return draft.base() + 1;
    }

    /// Whether a place was changed by others too.
    public boolean overlaps(String key) {
        var pointer = Path.entry(key).pointer();
        return overlapping.stream().anyMatch(other -> other.equals(pointer) || other.startsWith(pointer + "/"));
    }
}
