package dev.redraft.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.redraft.configuration.EntryChange;
import dev.redraft.operation.Change;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is to be told of an import: counts and keys, and no value.
///
/// @param stamp of the draft that was looked at, or that the import led to
/// @param left the keys of entries that others changed meanwhile and that stay as they made them
/// @param moreLeft how many more there are than are named
/// @param notes sentences that say what of the file is not kept
public record ImportFacts(
        long stamp,
        int changed,
        int added,
        int removed,
        @JsonInclude(Include.NON_EMPTY) @Nullable List<String> left,
        int moreLeft,
        @JsonInclude(Include.NON_EMPTY) @Nullable List<String> notes) {
    private static final int MOST = 1_000;

    static ImportFacts of(long stamp, List<EntryChange> changes, SequencedSet<String> left, List<String> notes) {
        Map<Change.Kind, Long> counts =
                changes.stream().collect(Collectors.groupingBy(EntryChange::kind, Collectors.counting()));
        return new ImportFacts(
                stamp,
                counts.getOrDefault(Change.Kind.MODIFIED, 0L).intValue(),
                counts.getOrDefault(Change.Kind.ADDED, 0L).intValue(),
                counts.getOrDefault(Change.Kind.REMOVED, 0L).intValue(),
                left.stream().limit(MOST).toList(),
                Math.max(0, left.size() - MOST),
                notes);
    }

    /// The keys to name.
    public List<String> leftKeys() {
        return left == null ? List.of() : left;
    }

    /// How many there are, named or not.
    public int leftTotal() {
        return leftKeys().size() + moreLeft;
    }

    /// What to say of the file.
    public List<String> sentences() {
        return notes == null ? List.of() : notes;
    }

    /// How many entries are changed, added and removed, in words; empty if none is.
    public String tally() {
        return Stream.of(word(changed, "changed"), word(added, "added"), word(removed, "removed"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String word(int number, String what) {
        return number == 0 ? "" : String.format(Locale.ROOT, "%,d %s", number, what);
    }
}
