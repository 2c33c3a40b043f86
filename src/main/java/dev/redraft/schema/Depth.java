package dev.redraft.schema;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonObject;

/// How deep a schema nests: nobody else may have looked at it, and each level costs stack.
final class Depth {
    private Depth() {}

    static void require(Json json, int most) {
        if (most < 0) {
            throw new InvalidSchema("", "The schema nests too deep.");
        }
        switch (json) {
            case JsonArray(var elements) -> elements.forEach(element -> require(element, most - 1));
            case JsonObject(var members) -> members.values().forEach(member -> require(member, most - 1));
            default -> {}
        }
    }
}
