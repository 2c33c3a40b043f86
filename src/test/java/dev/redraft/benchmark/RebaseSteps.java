package dev.redraft.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.redraft.document.JsonReader;
import dev.redraft.document.Limits;
import dev.redraft.operation.Document;
import dev.redraft.operation.Normaliser;
import dev.redraft.operation.PatchReader;
import dev.redraft.operation.Rebase;
import dev.redraft.operation.Rebase.Outcome.Rebased;
import dev.redraft.operation.Resolution.Decided;
import dev.redraft.operation.Rules;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The steps of a draft go over to a base where the three largest entries, which they change, were changed elsewhere;
/// no library can do that.
public class RebaseSteps {
    private static final LinkedHashSet<String> KEYS = new LinkedHashSet<>(List.of("services", "routes", "addresses"));

    private static final String THEIRS = """
        [{"op": "replace", "path": "/services/service-3/replicas", "value": 7},
        {"op": "add", "path": "/services/another", "value": {}}, {"op": "remove", "path": "/routes/398"},
        {"op": "add", "path": "/routes/1", "value": {"id": -1}},
        {"op": "remove", "path": "/addresses/2990"}]""";

    /// The steps, one operation each, and both bases.
    @State(Scope.Benchmark)
    public static class Draft {
        private Rebase.Basis basis = new Rebase.Basis(new LinkedHashSet<>(), Map.of(), Map.of(), 0);
        private Rebase.Steps steps = new Rebase.Steps(List.of(), List.of());

        @Setup
        public void prepare(Originals originals, Patch patch) {
            var base = Document.of(originals.document);
            var live = Document.of(originals.document);
            var theirs = JsonReader.value(THEIRS.getBytes(UTF_8), Limits.DEFAULT);
            Normaliser.apply(PatchReader.read(theirs), live, Limits.DEFAULT);
            basis = new Rebase.Basis(KEYS, entries(base), entries(live), live.lastRank());
            var applied = patch.logged.stream()
                    .filter(operation -> KEYS.contains(operation.path().entryKey()))
                    .map(List::of)
                    .toList();
            steps = new Rebase.Steps(applied, List.of());
            if (!(Rebase.of(basis, steps, Decided.NOTHING, Rules.NONE) instanceof Rebased)) {
                throw new IllegalStateException("The sides are to change different places.");
            }
        }

        private static Map<String, Document.Entry> entries(Document document) {
            var entries = new HashMap<String, Document.Entry>();
            KEYS.forEach(key -> entries.put(key, Objects.requireNonNull(document.entry(key))));
            return entries;
        }
    }

    @Benchmark
    public Rebase.Outcome ours(Draft draft) {
        return Rebase.of(draft.basis, draft.steps, Decided.NOTHING, Rules.NONE);
    }
}
