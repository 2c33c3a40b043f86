package dev.redraft.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.flipkart.zjsonpatch.DiffFlags;
import com.flipkart.zjsonpatch.JsonDiff;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.operation.Differences;
import dev.redraft.operation.Operation;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The operations that lead from one document to another, which share nothing in memory.
public class Diff {
    /// The other document.
    @State(Scope.Benchmark)
    public static class After {
        @Param
        Alteration alteration;

        private JsonObject ours;
        private JsonNode theirs;

        @Setup
        public void prepare(Originals originals) {
            ours = alteration.of(originals.document);
            theirs = LargeDocument.node(ours);
        }
    }

    @Benchmark
    public List<Operation> ours(Originals originals, After after) {
        return Differences.ofWholes(originals.document, after.ours);
    }

    /// As ours, without a search for moves and copies.
    @Benchmark
    public JsonNode theirs(Originals originals, After after) {
        return JsonDiff.asJson(originals.theirDocument, after.theirs, DiffFlags.dontNormalizeOpIntoMoveAndCopy());
    }
}
