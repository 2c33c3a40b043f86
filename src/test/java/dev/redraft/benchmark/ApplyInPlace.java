package dev.redraft.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.flipkart.zjsonpatch.JsonPatch;
import dev.redraft.document.Limits;
import dev.redraft.operation.Document;
import dev.redraft.operation.Normaliser;
import dev.redraft.operation.Operation;
import dev.redraft.operation.PatchReader;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The document is a working copy, made anew before each call and outside of its time.
public class ApplyInPlace {
    /// Our working copy.
    @State(Scope.Thread)
    public static class Ours {
        private Document copy;

        @Setup(Level.Invocation)
        public void copy(Originals originals) {
            copy = Document.of(originals.document);
        }
    }

    /// Their working copy.
    @State(Scope.Thread)
    public static class Theirs {
        private JsonNode copy;

        @Setup(Level.Invocation)
        public void copy(Originals originals) {
            copy = originals.theirDocument.deepCopy();
        }
    }

    /// With the witnesses, of which the inverse is made.
    @Benchmark
    public List<Operation> ours(Ours ours, Patch patch) {
        return Normaliser.apply(PatchReader.read(patch.ours), ours.copy, Limits.DEFAULT);
    }

    /// As redo does it: each operation checks its witness.
    @Benchmark
    public Document ours_logged(Ours ours, Patch patch) {
        patch.logged.forEach(ours.copy::apply);
        return ours.copy;
    }

    @Benchmark
    public JsonNode theirs(Theirs theirs, Patch patch) {
        JsonPatch.applyInPlace(patch.theirs, theirs.copy);
        return theirs.copy;
    }
}
