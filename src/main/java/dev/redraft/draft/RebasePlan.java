package dev.redraft.draft;

import dev.redraft.configuration.EntryChange;
import dev.redraft.configuration.Gesture;
import dev.redraft.configuration.WorkingCopy;
import dev.redraft.document.Json;
import dev.redraft.operation.Conflict;
import dev.redraft.operation.Document;
import dev.redraft.operation.Operation;
import dev.redraft.operation.Path;
import dev.redraft.operation.Rebase;
import dev.redraft.operation.Resolution;
import dev.redraft.operation.Rules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that a rebase needs to know, as it was read: the entries that the draft and a later commit both changed,
/// those that moves tie to them, and the draft's steps on them. Nothing else of the draft takes part.
///
/// @param stamp of the draft when it was read
/// @param base the version the draft is based on
/// @param current the version it is to be based on
/// @param theirs who changed an entry last, by key, and in which version
/// @param gestures the draft's gestures with their operations on these entries, oldest first
/// @param mine the entries as the draft has them
/// @param live the entries as they are live
/// @param entriesBefore how many entries the base has
/// @param entriesNow how many entries are live
record RebasePlan(
        UUID draft,
        long stamp,
        int base,
        int current,
        SequencedMap<String, Author> theirs,
        Rebase.Basis basis,
        List<Gesture> gestures,
        WorkingCopy mine,
        WorkingCopy live,
        int entriesBefore,
        int entriesNow,
        Rules rules) {
    /// Who changed an entry last.
    record Author(String name, int version) {
        /// Whoever changed an entry of which only a move says that it belongs to another.
        static final Author NOBODY = new Author("", 0);
    }

    /// Works it out; this reads nothing and changes nothing.
    Rebase.Outcome outcome(Resolution.Decided decided) {
        var steps = new Rebase.Steps(operations(Gesture.State.APPLIED), operations(Gesture.State.UNDONE));
        return Rebase.of(basis, steps, decided, rules);
    }

    List<Gesture> in(Gesture.State state) {
        return gestures.stream().filter(gesture -> gesture.state() == state).toList();
    }

    private List<List<Operation>> operations(Gesture.State state) {
        return in(state).stream().map(Gesture::operations).toList();
    }

    /// The keys of the entries that both changed.
    List<String> merged() {
        return List.copyOf(theirs.keySet());
    }

    /// What the draft will change in these entries of what is live.
    List<EntryChange> changes(Document merged) {
        return basis.keys().stream()
                .map(key -> new EntryChange(key, value(basis.live().get(key)), merged.at(Path.entry(key))))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    private static @Nullable Json value(Document.@Nullable Entry entry) {
        return entry == null ? null : entry.value();
    }

    /// The same with live left as it is wherever somebody has to decide.
    List<EntryChange> mergedBeside(List<Conflict> conflicts) {
        var theirs = new HashMap<String, Resolution>();
        conflicts.forEach(conflict -> theirs.put(conflict.key(), new Resolution.Theirs()));
        return switch (outcome(new Resolution.Decided(theirs, Map.of()))) {
            case Rebase.Outcome.Rebased rebased -> changes(rebased.merged());
            case Rebase.Outcome.Collided _ -> List.of();
        };
    }

    /// Whether the draft stands on what is live already.
    boolean isNothing() {
        return base == current;
    }

    /// How many entries the draft has once its entries here are these.
    int entries(int draftEntries, Map<String, ?> merged) {
        var more = draftEntries - entriesBefore;
        var moreHere = mine.current().size() - mine.base().size();
        return entriesNow + more - moreHere + merged.size() - live.current().size();
    }
}
