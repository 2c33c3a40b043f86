package dev.redraft.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.JsonReader;
import dev.redraft.document.JsonWriter;
import dev.redraft.document.Limits;
import java.util.List;

/// JSON as the tests of this package write it: with single quotes.
final class Quoted {
    private Quoted() {}

    static Json json(String text) {
        return JsonReader.value(text.replace('\'', '"').getBytes(UTF_8), Limits.DEFAULT);
    }

    static JsonObject object(String text) {
        return (JsonObject) json(text);
    }

    static String text(Json json) {
        return JsonWriter.compact(json).replace('"', '\'');
    }

    /// The document after the patch.
    static String patched(String document, String patch) {
        var copy = Document.of(object(document));
        Normaliser.apply(PatchReader.read(json(patch)), copy, Limits.DEFAULT);
        return text(copy.toObject());
    }

    /// What the patch comes to.
    static List<Operation> normalised(String document, String patch) {
        return Normaliser.apply(PatchReader.read(json(patch)), Document.of(object(document)), Limits.DEFAULT);
    }

    /// The document after the patch and after its inverse.
    static String undone(String document, String patch) {
        var copy = Document.of(object(document));
        var operations = Normaliser.apply(PatchReader.read(json(patch)), copy, Limits.DEFAULT);
        operations.reversed().forEach(operation -> copy.apply(operation.inverse()));
        return text(copy.toObject());
    }
}
