package dev.redraft.schema;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import dev.redraft.document.JsonWriter;
import java.util.ArrayList;

/// What makes a value a schema: its size, its version, and what the specification and we ask of it.
final class Form {
    private static final int LONGEST = 1 << 20;
    private static final int DEEPEST = 64;

    private Form() {}

    /// @throws InvalidSchema if it is none that we take
    static Source checked(Json json) {
        if (!(json instanceof JsonObject) && !(json instanceof JsonBoolean)) {
            throw new InvalidSchema("", "A schema is an object or a boolean, not " + json.kind() + ".");
        }
        requireDepth(json, DEEPEST);
        if (JsonWriter.compact(json).length() > LONGEST) {
            throw new InvalidSchema("", "A schema has at most " + LONGEST + " characters.");
        }
        var draft = draft(json);
        requireWellFormed(json, draft);
        var source = new Source(json, draft);
        Check.of(source);
        return source;
    }

    /// Nobody else may have looked at it, and each level costs stack.
    private static void requireDepth(Json json, int most) {
        if (most < 0) {
            throw new InvalidSchema("", "A schema nests at most " + DEEPEST + " levels.");
        }
        switch (json) {
            case JsonArray(var elements) -> elements.forEach(element -> requireDepth(element, most - 1));
            case JsonObject(var members) -> members.values().forEach(member -> requireDepth(member, most - 1));
            default -> {}
        }
    }

    private static Draft draft(Json json) {
        if (!(json instanceof JsonObject(var members)) || !members.containsKey("$schema")) {
            return Draft.USUAL;
        }
        return members.get("$schema") instanceof JsonString(var uri)
                ? Draft.of(uri).orElseThrow(Form::unknownDialect)
                : Draft.of("").orElseThrow(Form::unknownDialect);
    }

    private static InvalidSchema unknownDialect() {
        return new InvalidSchema(
                "/$schema",
                "$schema is https://json-schema.org/draft/2020-12/schema, http://json-schema.org/draft-07/schema# or"
                        + " http://json-schema.org/draft-04/schema#; no other is known.");
    }

    private static void requireWellFormed(Json json, Draft draft) {
        var work = Work.onSchema();
        var problems = new ArrayList<SchemaProblem>();
        try {
            draft.metaSchema().validate(work, Nodes.of(json));
            work.getErrors().forEach(error -> problems.add(Sentences.problem(error)));
        } catch (Work.Exhausted exhausted) {
            throw new InvalidSchema("", "The schema " + exhausted.sentence() + ".");
        }
        if (!problems.isEmpty()) {
            var first = problems.getFirst();
            throw new InvalidSchema(first.path(), "What stands here " + first.sentence() + ".");
        }
    }
}
