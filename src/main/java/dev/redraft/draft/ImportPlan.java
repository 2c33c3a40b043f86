package dev.redraft.draft;

import dev.redraft.configuration.Edit;
import dev.redraft.configuration.EntryChange;
import dev.redraft.configuration.WorkingCopy;
import dev.redraft.document.Json;
import dev.redraft.document.Limits;
import dev.redraft.operation.Document;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an import comes to, and on which state of the draft. Where that moved on, it is brought there without
/// overwriting anything: an entry that somebody changed meanwhile keeps what they made of it.
///
/// @param first the draft as the import met it, changed by the whole import
/// @param made what is to be written on the draft with this stamp
/// @param left the keys of entries that the import is about and that others changed meanwhile to something else
record ImportPlan(
        Edit.Import edit,
        WorkingCopy first,
        long stamp,
        WorkingCopy.Made made,
        SequencedSet<String> left,
        Limits limits) {
    static ImportPlan of(Moment moment, Edit.Import edit, Limits limits) {
        var copy = moment.read();
        var made = copy.make(edit, limits, moment.entries());
        return new ImportPlan(edit, copy, moment.stamp(), made, new LinkedHashSet<>(), limits);
    }

    /// The same on the draft as it is at a later moment.
    ImportPlan beside(Moment later) {
        var now = later.read();
        var moved = moved(now);
        var operations = made.operations().stream()
                .filter(operation -> !moved.contains(operation.path().entryKey()))
                .toList();
        var all = new LinkedHashSet<>(left);
        all.addAll(left(moved, now));
        return new ImportPlan(edit, first, later.stamp(), now.make(operations, limits, later.entries()), all, limits);
    }

    /// The keys of entries that are not what they were when the import met them.
    private Set<String> moved(WorkingCopy now) {
        var before = first.current();
        var after = now.current();
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .filter(key -> !isSame(before.get(key), after.get(key)))
                .collect(Collectors.toSet());
    }

    /// Those of them that the import wanted to be something else than they are now, in the order of their keys.
    private List<String> left(Set<String> moved, WorkingCopy now) {
        var meant = meant();
        return moved.stream()
                .filter(key -> meant.test(key)
                        && !isSame(first.document().entry(key), now.document().entry(key)))
                .sorted()
                .toList();
    }

    private Predicate<String> meant() {
        return switch (edit.way()) {
            case REPLACE -> _ -> true;
            case MERGE -> edit.keysBeside(first)::contains;
            case ADD -> WorkingCopy.touchedBy(made.operations())::contains;
        };
    }

    private static boolean isSame(Document.@Nullable Entry one, Document.@Nullable Entry other) {
        return Objects.equals(value(one), value(other));
    }

    private static @Nullable Json value(Document.@Nullable Entry entry) {
        return entry == null ? null : entry.value();
    }

    /// What it changes in the draft, entry by entry.
    List<EntryChange> changes() {
        return first.changes(WorkingCopy.touchedBy(made.operations())).stream()
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }
}
