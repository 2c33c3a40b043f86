package dev.redraft.configuration;

import dev.redraft.document.Json;
import dev.redraft.document.JsonWriter;
import dev.redraft.document.Limits;
import dev.redraft.operation.Document;
import dev.redraft.operation.Operation;
import dev.redraft.operation.Operation.Move;
import dev.redraft.operation.Operation.Put;
import dev.redraft.operation.Path;
import dev.redraft.operation.Rules;
import dev.redraft.platform.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The entries a gesture touches, as they were and as they become.
public final class WorkingCopy {
    private final Map<String, Touched> touched;
    private final Document document;
    private Rules rules = Rules.NONE;

    WorkingCopy(Map<String, Touched> touched, long lastPosition) {
        this.touched = touched;
        var homes = new HashMap<String, Long>();
        base().forEach((key, entry) -> homes.put(key, entry.rank()));
        this.document = new Document(current(), homes, lastPosition);
    }

    private WorkingCopy(Map<String, Touched> touched, Document document) {
        this.touched = touched;
        this.document = document;
    }

    /// The entries of a draft as they become on another base.
    ///
    /// @param live the same entries on that base
    /// @param merged what they become
    public WorkingCopy onto(WorkingCopy live, Document merged) {
        var rebased = new HashMap<String, Touched>();
        touched.forEach((key, mine) -> rebased.put(key, mine.onto(live.touched(key))));
        live.touched.forEach((key, theirs) -> rebased.putIfAbsent(key, Touched.NOTHING.onto(theirs)));
        return new WorkingCopy(rebased, merged);
    }

    /// What the entries are now.
    public Map<String, Document.Entry> current() {
        return present(Touched::current);
    }

    /// What the base has of them.
    public Map<String, Document.Entry> base() {
        return present(Touched::base);
    }

    private Map<String, Document.Entry> present(Function<Touched, Document.@Nullable Entry> side) {
        var present = new HashMap<String, Document.Entry>();
        touched.forEach((key, entry) -> {
            if (side.apply(entry) instanceof Document.Entry there) {
                present.put(key, there);
            }
        });
        return present;
    }

    /// The same, changed by these rules.
    public WorkingCopy under(Rules newRules) {
        rules = newRules;
        return this;
    }

    Rules rules() {
        return rules;
    }

    /// What becomes of the entries with these keys.
    public List<EntryChange> changes(Collection<String> keys) {
        return keys.stream()
                .map(key -> new EntryChange(key, value(touched(key).current()), value(document.entry(key))))
                .toList();
    }

    private static @Nullable Json value(Document.@Nullable Entry entry) {
        return entry == null ? null : entry.value();
    }

    /// What the operations change.
    public Document document() {
        return document;
    }

    /// The entry as it was before.
    public Touched touched(String key) {
        return touched.getOrDefault(key, Touched.NOTHING);
    }

    /// Refuses entries that are larger than they may be.
    public void require(Limits limits) {
        touched.keySet().forEach(key -> check(key, limits));
    }

    /// Makes an edit here.
    ///
    /// @throws Refusal 413 if there would be too many entries
    public Made make(Edit edit, Limits limits, int entries) {
        var operations = new ArrayList<>(edit.applyTo(this, limits));
        var keys = touchedBy(operations);
        keys.forEach(key -> check(key, limits));
        operations.addAll(reordered(keys));
        return made(operations, Rewrite.of(this, keys), limits, entries);
    }

    /// Makes an edit here of which it is known what it does.
    ///
    /// @throws Refusal 413 if there would be too many entries
    public Made make(List<Operation> operations, Limits limits, int entries) {
        return made(operations, apply(operations), limits, entries);
    }

    private static Made made(List<Operation> operations, Rewrite rewrite, Limits limits, int entries) {
        if (entries + rewrite.moreEntries() > limits.entries()) {
            throw new Refusal(
                    413, "too-large", "A configuration has at most " + limits.entries() + " entries. Split it.");
        }
        return new Made(operations, rewrite);
    }

    /// An edit as it was made: what to log, and what to do to the rows.
    public record Made(List<Operation> operations, Rewrite rewrite) {
        /// Whether nothing changed in the end, so that there is nothing to log either.
        public boolean isNothing() {
            return !rewrite.isChange();
        }
    }

    /// Applies operations that were made before, strictly.
    public Rewrite apply(List<Operation> operations) {
        operations.forEach(document::apply);
        return Rewrite.of(this, touchedBy(operations));
    }

    /// The keys of the entries that operations change.
    public static SequencedSet<String> touchedBy(List<Operation> operations) {
        var keys = new LinkedHashSet<String>();
        for (var operation : operations) {
            keys.add(operation.path().entryKey());
            if (operation instanceof Move move) {
                keys.add(move.to().entryKey());
            }
        }
        return keys;
    }

    private void check(String key, Limits limits) {
        var entry = document.entry(key);
        if (entry != null) {
            limits.requireEntry(key, entry.value());
        }
    }

    /// Gives the entries that came back to what the base has, but for the order of their members, that order
    /// too: as an operation like any other, so that undo brings back the order as it was.
    private List<Operation> reordered(SequencedSet<String> keys) {
        var reordered =
                keys.stream().map(this::reordering).flatMap(Optional::stream).toList();
        reordered.forEach(document::apply);
        return reordered;
    }

    private Optional<Operation> reordering(String key) {
        var base = touched(key).base();
        var entry = document.entry(key);
        return base != null && entry != null && isReordered(base.value(), entry.value())
                ? Optional.of(new Put(Path.entry(key), entry.value(), base.value(), null))
                : Optional.empty();
    }

    private static boolean isReordered(Json one, Json other) {
        return one.equals(other) && !JsonWriter.compact(one).equals(JsonWriter.compact(other));
    }
}
