package dev.redraft.operation;

import static dev.redraft.operation.Quoted.json;
import static dev.redraft.operation.Quoted.object;
import static dev.redraft.operation.Quoted.text;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A draft as a test tells it: a base, steps, and what others made of the base meanwhile.
final class Drafted {
    private final JsonObject base;
    private final Document document;
    private final List<List<Operation>> applied = new ArrayList<>();
    private final List<List<Operation>> undone = new ArrayList<>();
    private final Map<String, Resolution> entries = new HashMap<>();
    private final Map<String, Resolution> paths = new HashMap<>();
    private Rules rules = Rules.NONE;
    private JsonObject live = JsonObject.EMPTY;

    private Drafted(JsonObject base) {
        this.base = base;
        this.document = Document.of(base);
    }

    static Drafted on(String base) {
        return new Drafted(object(base));
    }

    /// A step of these operations.
    Drafted step(String operations) {
        applied.add(made(operations));
        return this;
    }

    /// A step that was made after all others and then undone; the one to be redone first comes first.
    Drafted undoneStep(String operations) {
        undone.add(made(operations));
        return this;
    }

    /// A step that sets one value.
    Drafted set(String pointer, String value) {
        return step("{'op':'add','path':'" + pointer + "','value':" + value + "}");
    }

    private List<Operation> made(String operations) {
        return Normaliser.apply(PatchReader.read(json("[" + operations + "]")), document, Limits.DEFAULT);
    }

    /// What is live by now.
    Drafted against(String whole) {
        live = object(whole);
        return this;
    }

    Drafted under(Rules some) {
        rules = some;
        return this;
    }

    Drafted resolved(String pointer, Resolution resolution) {
        paths.put(pointer, resolution);
        return this;
    }

    Drafted resolvedEntry(String key, Resolution resolution) {
        entries.put(key, resolution);
        return this;
    }

    Rebase.Outcome rebased() {
        var keys = new LinkedHashSet<>(base.members().keySet());
        keys.addAll(live.members().keySet());
        keys.addAll(document.toObject().members().keySet());
        applied.forEach(step -> step.forEach(one -> keys.add(one.path().entryKey())));
        undone.forEach(step -> step.forEach(one -> keys.add(one.path().entryKey())));
        var basis = new Rebase.Basis(keys, Situation.ranked(base), Situation.ranked(live), 1L << 40);
        return Rebase.of(basis, new Rebase.Steps(applied, undone), new Resolution.Decided(entries, paths), rules);
    }

    Rebase.Outcome.Rebased merge() {
        return switch (rebased()) {
            case Rebase.Outcome.Rebased rebased -> rebased;
            case Rebase.Outcome.Collided(var conflicts) -> throw new AssertionError(shown(conflicts));
        };
    }

    /// What comes of it, once it has been checked that undoing all of it leads to what is live.
    String merged() {
        var merge = merge();
        var replayed = Document.of(live);
        merge.steps().applied().forEach(step -> step.forEach(replayed::apply));
        merge.settling().forEach(replayed::apply);
        var merged = text(replayed.toObject());
        merge.settling().reversed().forEach(one -> replayed.apply(one.inverse()));
        for (var step : merge.steps().applied().reversed()) {
            step.reversed().forEach(one -> replayed.apply(one.inverse()));
        }
        if (!text(replayed.toObject()).equals(text(live))) {
            throw new AssertionError("Undoing all led to " + text(replayed.toObject()));
        }
        if (!merge.merged().toObject().equals(object(merged))) {
            throw new AssertionError("It was to be " + text(merge.merged().toObject()) + " but is " + merged);
        }
        return merged;
    }

    /// The conflicts as `KIND path: base, theirs, mine`.
    List<String> conflicts() {
        return switch (rebased()) {
            case Rebase.Outcome.Rebased rebased ->
                throw new AssertionError("No conflict: " + text(rebased.merged().toObject()));
            case Rebase.Outcome.Collided(var conflicts) -> shown(conflicts);
        };
    }

    private static List<String> shown(List<Conflict> conflicts) {
        return conflicts.stream()
                .map(one -> "%s %s: %s, %s, %s"
                        .formatted(
                                one.kind(),
                                one.path().pointer(),
                                side(one.base()),
                                side(one.theirs()),
                                side(one.mine())))
                .toList();
    }

    private static String side(@Nullable Json value) {
        return value == null ? "absent" : text(value);
    }
}
