package dev.redraft.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.flipkart.zjsonpatch.JsonPatch;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Limits;
import dev.redraft.operation.Document;
import dev.redraft.operation.Normaliser;
import dev.redraft.operation.PatchReader;
import org.openjdk.jmh.annotations.Benchmark;

/// A patch leads from one whole document to another, and the first stays as it was. Theirs reads the patch as it goes,
/// so that ours has to read it, too.
public class Apply {
    /// With the witnesses, of which the inverse is made.
    @Benchmark
    public JsonObject ours(Originals originals, Patch patch) {
        var copy = Document.of(originals.document);
        Normaliser.apply(PatchReader.read(patch.ours), copy, Limits.DEFAULT);
        return copy.toObject();
    }

    /// As redo does it: each operation checks its witness.
    @Benchmark
    public JsonObject ours_logged(Originals originals, Patch patch) {
        var copy = Document.of(originals.document);
        patch.logged.forEach(copy::apply);
        return copy.toObject();
    }

    @Benchmark
    public JsonNode theirs(Originals originals, Patch patch) {
        return JsonPatch.apply(patch.theirs, originals.theirDocument);
    }
}
