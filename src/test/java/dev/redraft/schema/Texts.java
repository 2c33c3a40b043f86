package dev.redraft.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.JsonReader;
import dev.redraft.document.Limits;
import java.util.List;

/// Schemas and values as tests write them: with single quotes for double ones.
final class Texts {
    private Texts() {}

    static Json json(String text) {
        return JsonReader.value(text.replace('\'', '"').getBytes(UTF_8), Limits.DEFAULT);
    }

    static JsonObject object(String text) {
        return (JsonObject) json(text);
    }

    static Schema schema(String text) {
        return Schema.of(json(text));
    }

    /// What is the matter with a configuration, each as path and sentence.
    static List<String> problems(String schema, String whole) {
        return said(schema(schema).problems(object(whole)));
    }

    static List<String> said(List<SchemaProblem> problems) {
        return problems.stream()
                .map(problem -> problem.path() + " " + problem.sentence())
                .toList();
    }
}
