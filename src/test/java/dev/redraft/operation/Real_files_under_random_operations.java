package dev.redraft.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.JsonWriter;
import dev.redraft.document.Limits;
import dev.redraft.document.RealFiles;
import dev.redraft.operation.Rebase.Outcome.Collided;
import dev.redraft.operation.Rebase.Outcome.Rebased;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What people really write into files, edited at random; the seed in a message brings the case back.
class Real_files_under_random_operations {
    private static final int DRAFTS = 20;
    private static final int STEPS = 12;

    private static List<Path> files() {
        return RealFiles.all();
    }

    /// A draft of a file: as many steps as fit.
    private static List<List<Operation>> draft(JsonObject base, long seed) {
        var nasty = new Nasty(seed);
        var steps = new ArrayList<List<Operation>>();
        for (var i = 0; i < STEPS; i++) {
            var document = after(base, steps);
            var whole = document.toObject();
            try {
                steps.add(Normaliser.apply(nasty.patch(whole), document, Limits.DEFAULT));
            } catch (NotApplicable | MalformedPatch refused) {
                assertThat(refused.getMessage()).as("seed %d", seed).endsWith(".");
            }
        }
        return steps;
    }

    private static Document after(JsonObject base, List<List<Operation>> steps) {
        var document = Document.of(base);
        steps.forEach(step -> step.forEach(document::apply));
        return document;
    }

    private static void takeBack(List<List<Operation>> steps, Document document) {
        steps.reversed().forEach(step -> step.reversed().forEach(one -> document.apply(one.inverse())));
    }

    private static String text(Document document) {
        return JsonWriter.compact(document.toObject());
    }

    @ParameterizedTest
    @MethodSource("files")
    void are_undone_and_redone_as_they_were_from_every_step(Path file) {
        var base = RealFiles.read(file);
        for (var seed = 0L; seed < DRAFTS; seed++) {
            var steps = draft(base, seed);
            var tip = text(after(base, steps));
            for (var kept = 0; kept <= steps.size(); kept++) {
                var document = after(base, steps);
                var undone = steps.subList(kept, steps.size());
                takeBack(undone, document);
                assertThat(text(document))
                        .as("seed %d, %d steps", seed, kept)
                        .isEqualTo(text(after(base, steps.subList(0, kept))));
                undone.forEach(step -> step.forEach(document::apply));
                assertThat(text(document)).as("seed %d, %d steps", seed, kept).isEqualTo(tip);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void are_merged_so_that_undoing_all_leads_to_what_the_other_draft_made(Path file) {
        var base = RealFiles.read(file);
        for (var seed = 0L; seed < DRAFTS; seed++) {
            var steps = draft(base, seed);
            var live = after(base, draft(base, DRAFTS + seed)).toObject();
            var merge = merged(base, live, steps);
            var document = after(live, merge.steps().applied());
            merge.settling().forEach(document::apply);
            assertThat(document.toObject())
                    .as("seed %d", seed)
                    .isEqualTo(merge.merged().toObject());
            takeBack(List.of(merge.settling()), document);
            takeBack(merge.steps().applied(), document);
            assertThat(text(document)).as("seed %d", seed).isEqualTo(JsonWriter.compact(live));
        }
    }

    /// Conflicts are decided in turn for the draft and for what is live.
    private static Rebased merged(JsonObject base, JsonObject live, List<List<Operation>> applied) {
        var keys = new LinkedHashSet<>(base.members().keySet());
        keys.addAll(live.members().keySet());
        applied.forEach(step -> step.forEach(one -> {
            keys.add(one.path().entryKey());
            if (one instanceof Operation.Move move) {
                keys.add(move.to().entryKey());
            }
        }));
        var basis = new Rebase.Basis(keys, Situation.ranked(base), Situation.ranked(live), 1L << 40);
        var steps = new Rebase.Steps(applied, List.of());
        return switch (Rebase.of(basis, steps, Resolution.Decided.NOTHING, Rules.NONE)) {
            case Rebased rebased -> rebased;
            case Collided(var conflicts) ->
                (Rebased) Rebase.of(basis, steps, new Resolution.Decided(Map.of(), inTurn(conflicts)), Rules.NONE);
        };
    }

    private static Map<String, Resolution> inTurn(List<Conflict> conflicts) {
        var decided = new HashMap<String, Resolution>();
        for (var conflict : conflicts) {
            decided.put(
                    conflict.path().pointer(),
                    decided.size() % 2 == 0 ? new Resolution.Mine() : new Resolution.Theirs());
        }
        return decided;
    }
}
