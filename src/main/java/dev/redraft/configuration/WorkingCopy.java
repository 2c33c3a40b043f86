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
import org.jspecify.annotations.Nullable;

/// The entries a gesture touches, as they were and as they become.
public final class WorkingCopy {
    private final Map<String, Touched> touched;
    private final Document document;
    private Rules rules = Rules.NONE;

    WorkingCopy(Map<String, Touched> touched, long lastPosition) {
        var present = new HashMap<String, Document.Entry>();
        var homes = new HashMap<String, Long>();
        touched.forEach((key, entry) -> {
            if (entry.current() != null) {
                present.put(key, entry.current());
            }
            if (entry.base() != null) {
                homes.put(key, entry.base().rank());
            }
        });
        this.touched = touched;
        this.document = new Document(present, homes, lastPosition);
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

    /// Makes an edit here.
    ///
    /// @throws Refusal 413 if there would be too many entries
    public Made make(Edit edit, Limits limits, int entries) {
        var operations = new ArrayList<>(edit.applyTo(this, limits));
        var keys = touchedBy(operations);
        keys.forEach(key -> check(key, limits));
        operations.addAll(reordered(keys));
        var rewrite = Rewrite.of(this, keys);
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

    /// Gives the entries that came back to what the base has, but for the order of their members, that order too:
    /// as an operation like any other, so that undo brings back the order as it was.
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
