package dev.redraft.benchmark;

import dev.redraft.document.Json.JsonObject;
import dev.redraft.operation.Document;
import dev.redraft.operation.Operation;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// What was logged is taken back, which no library can.
public class Invert {
    /// The document after the patch.
    @State(Scope.Benchmark)
    public static class Patched {
        private JsonObject document;

        @Setup
        public void prepare(Originals originals, Patch patch) {
            var copy = Document.of(originals.document);
            patch.logged.forEach(copy::apply);
            document = copy.toObject();
        }
    }

    /// The inverses alone.
    @Benchmark
    public List<Operation> ours(Patch patch) {
        return patch.inverted();
    }

    /// As undo does it: the inverses are applied to the whole.
    @Benchmark
    public JsonObject ours_applied(Patched patched, Patch patch) {
        var copy = Document.of(patched.document);
        patch.inverted().forEach(copy::apply);
        return copy.toObject();
    }
}
