package dev.redraft.draft;

import dev.redraft.configuration.EntryChange;
import dev.redraft.configuration.PastEntries.Past;
import dev.redraft.configuration.WorkingCopy;
import dev.redraft.document.Json;
import dev.redraft.operation.Conflict;
import dev.redraft.operation.Document;
import dev.redraft.operation.Normaliser;
import dev.redraft.operation.Operation;
import dev.redraft.operation.Path;
import dev.redraft.operation.Rebase;
import dev.redraft.operation.Resolution;
import dev.redraft.operation.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that a way back needs to know, as it was read: the entries that it may change, as they are and as they
/// were.
///
/// @param live the version that is live
/// @param stamp of the draft that it goes into; 0 where there is none yet
/// @param past the entries as they shall be again
/// @param committed the same as the version made them that is to be taken back; of a roll back, as they shall be
/// @param now as they are live, or in the draft
record WayBackPlan(
        WayBack way,
        UUID configuration,
        int live,
        long stamp,
        Past past,
        Past committed,
        WorkingCopy now,
        long lastRank,
        Rules rules) {
    /// What it comes to.
    sealed interface Outcome {
        /// These operations lead there from how things are.
        record Clear(List<Operation> operations) implements Outcome {}

        /// What is to be taken back was changed again since.
        ///
        /// @param operations what takes it back where nothing came after it
        record Collided(List<Conflict> conflicts, List<Operation> operations) implements Outcome {}
    }

    /// Works it out; this reads nothing and changes nothing.
    Outcome outcome() {
        return switch (way) {
            case WayBack.RollBack _ -> new Outcome.Clear(leading(now.current()));
            case WayBack.UndoCommit _ -> outcome(Resolution.Decided.NOTHING);
        };
    }

    /// A three-way merge: what the version made, what became of that since, and what it was made of.
    private Outcome outcome(Resolution.Decided decided) {
        var back = leading(committed.there());
        var basis = new Rebase.Basis(past.keys(), committed.there(), now.current(), lastRank);
        return switch (Rebase.of(basis, new Rebase.Steps(List.of(back), List.of()), decided, rules)) {
            case Rebase.Outcome.Collided(var conflicts) -> new Outcome.Collided(conflicts, back);
            case Rebase.Outcome.Rebased rebased -> new Outcome.Clear(inOneStep(rebased));
        };
    }

    private static List<Operation> inOneStep(Rebase.Outcome.Rebased rebased) {
        var operations = new ArrayList<Operation>();
        rebased.steps().applied().forEach(operations::addAll);
        operations.addAll(rebased.settling());
        return operations;
    }

    /// The least operations that lead from these entries to what was. What comes back stands where it stood.
    private List<Operation> leading(Map<String, Document.Entry> from) {
        var homes = new HashMap<String, Long>();
        past.there().forEach((key, entry) -> homes.put(key, entry.rank()));
        var document = new Document(from, homes, lastRank);
        var operations = new ArrayList<Operation>();
        for (var key : past.keys()) {
            operations.addAll(
                    Normaliser.become(document, key, value(past.there().get(key))));
        }
        return operations;
    }

    /// What it changes; where somebody has to decide, all else that it changes.
    List<EntryChange> changes(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Clear(var operations) -> changes(operations);
            case Outcome.Collided(var conflicts, var _) ->
                outcome(leftAsTheyAre(conflicts)) instanceof Outcome.Clear(var operations)
                        ? changes(operations)
                        : List.of();
        };
    }

    private static Resolution.Decided leftAsTheyAre(List<Conflict> conflicts) {
        var decided = new HashMap<String, Resolution>();
        conflicts.forEach(conflict -> decided.put(conflict.key(), new Resolution.Theirs()));
        return new Resolution.Decided(decided, Map.of());
    }

    private List<EntryChange> changes(List<Operation> operations) {
        var is = now.current();
        var document = new Document(is, Map.of(), lastRank);
        operations.forEach(document::apply);
        return past.keys().stream()
                .map(key -> new EntryChange(key, value(is.get(key)), document.at(Path.entry(key))))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    private static @Nullable Json value(Document.@Nullable Entry entry) {
        return entry == null ? null : entry.value();
    }

    /// The conflicts, each with the version that last changed its entry.
    List<Rebases.Signed> conflicts(Outcome outcome) {
        return outcome instanceof Outcome.Collided(var conflicts, var _)
                ? conflicts.stream().map(this::signed).toList()
                : List.of();
    }

    private Rebases.Signed signed(Conflict conflict) {
        var since = now.touched(conflict.key()).since();
        return new Rebases.Signed(conflict, "", since == null ? live : since);
    }
}
