package dev.redraft.draft;

import dev.redraft.configuration.ChangedEntry;
import dev.redraft.operation.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A draft as its review shows it.
///
/// @param overlapping the places that commits since the base changed too
/// @param form as it was sent
public record ReviewSheet(
        Draft draft,
        List<ChangedEntry> entries,
        int current,
        List<String> overlapping,
        ReviewForm form,
        String complaint) {
    /// So many entries at most are shown; the summary counts the rest.
    private static final int MOST = 500;

    static ReviewSheet of(Draft draft, Reviews.Review review, ReviewForm form, String complaint) {
        var entries =
                review.changes().stream().limit(MOST).map(ChangedEntry::of).toList();
        return new ReviewSheet(draft, entries, review.current(), review.overlapping(), form, complaint);
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

    /// The message as it was typed.
    public String message() {
        return form.words();
    }

    /// Whether some of the entries can be committed without the others: all of them have to be in sight.
    public boolean canChoose() {
        return entries.size() > 1 && notShown() == 0;
    }

    public boolean isTicked(String key) {
        return form.isTicked(key);
    }

    /// Whether it can be brought up to date on the way: nobody has to decide anything.
    public boolean canUpdate() {
        return draft.changes() > 0 && isMoved() && overlapping.isEmpty();
    }

    public boolean isMoved() {
        return draft.base() != current;
    }

    public boolean canCommit() {
        return draft.changes() > 0 && !isMoved();
    }

    /// The version that a commit would make.
    public int version() {
        return current + 1;
    }

    /// Whether a place was changed by others too.
    public boolean overlaps(String key) {
        var pointer = Path.entry(key).pointer();
        return overlapping.stream().anyMatch(other -> other.equals(pointer) || other.startsWith(pointer + "/"));
    }
}
