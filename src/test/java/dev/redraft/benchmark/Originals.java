package dev.redraft.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.redraft.document.Json.JsonObject;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// The document that everything starts from.
@State(Scope.Benchmark)
public class Originals {
    final JsonObject document = LargeDocument.of(1);
    final JsonNode theirDocument = LargeDocument.node(document);
}
