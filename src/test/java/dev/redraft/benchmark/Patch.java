package dev.redraft.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.redraft.document.Json;
import dev.redraft.document.Limits;
import dev.redraft.operation.Document;
import dev.redraft.operation.Normaliser;
import dev.redraft.operation.Operation;
import dev.redraft.operation.PatchReader;
import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A patch of some operations, in both types, and what of it is logged.
@State(Scope.Benchmark)
public class Patch {
    @Param({"1", "10", "1000"})
    int operations;

    Json ours;
    JsonNode theirs;
    List<Operation> logged;

    @Setup
    public void prepare(Originals originals) {
        ours = LargePatch.of(operations);
        theirs = LargeDocument.node(ours);
        logged = Normaliser.apply(PatchReader.read(ours), Document.of(originals.document), Limits.DEFAULT);
    }

    List<Operation> inverted() {
        return logged.reversed().stream().map(Operation::inverse).toList();
    }
}
