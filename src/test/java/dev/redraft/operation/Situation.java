package dev.redraft.operation;

import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// A draft whose base moved, as a seed decides it.
///
/// @param applied the draft's steps, oldest first
/// @param undone those that were undone, in the order of redo
record Situation(
        long seed,
        JsonObject base,
        JsonObject live,
        List<List<Operation>> applied,
        List<List<Operation>> undone,
        JsonObject mine) {
    static Situation of(long seed) {
        var nasty = new Nasty(seed);
        var base = nasty.document();
        var document = Document.of(base);
        var applied = new ArrayList<List<Operation>>();
        steps(nasty, (int) (seed % 4), document, applied);
        var mine = document.toObject();
        var undone = new ArrayList<List<Operation>>();
        steps(nasty, (int) (seed % 3), document, undone);
        var theirs = Document.of(base);
        steps(nasty, 1 + (int) (seed % 2), theirs, new ArrayList<>());
        return new Situation(seed, base, theirs.toObject(), applied, undone, mine);
    }

    /// Makes as many steps as fit; one that does not fit leaves nothing.
    private static void steps(Nasty nasty, int count, Document document, List<List<Operation>> steps) {
        for (var i = 0; i < count; i++) {
            var before = document.toObject();
            var patch = nasty.patch(before);
            try {
                var trial = Document.of(before);
                var operations = Normaliser.apply(patch, trial, Limits.DEFAULT);
                operations.forEach(document::apply);
                if (!operations.isEmpty()) {
                    steps.add(operations);
                }
            } catch (NotApplicable | MalformedPatch refused) {
                assert refused.getMessage() != null;
            }
        }
    }

    Rebase.Basis basis() {
        return basis(base, live);
    }

    static Rebase.Basis basis(JsonObject base, JsonObject live) {
        var keys = new LinkedHashSet<>(List.of("0", "1", "-", "", "~", "/", "x=y", "a"));
        keys.addAll(base.members().keySet());
        keys.addAll(live.members().keySet());
        return new Rebase.Basis(keys, ranked(base), ranked(live), 1L << 40);
    }

    static Map<String, Document.Entry> ranked(JsonObject whole) {
        var entries = new HashMap<String, Document.Entry>();
        var rank = 0L;
        for (var member : whole.members().entrySet()) {
            rank += Document.RANK_STEP;
            entries.put(member.getKey(), new Document.Entry(member.getValue(), rank));
        }
        return entries;
    }

    Rebase.Outcome rebased(Resolution.Decided decided) {
        return Rebase.of(basis(), new Rebase.Steps(applied, undone), decided, Rules.NONE);
    }
}
