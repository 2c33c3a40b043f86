package dev.redraft.schema;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNull;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a schema says of one place to whoever types a value there. All of it was written by whoever wrote the
/// schema, and is text to show, nothing else.
///
/// @param title empty if there is none
/// @param description empty if there is none
/// @param types that may stand there, as JSON Schema names them; empty for any
/// @param choices the values that may stand there; empty for any
/// @param preset what is meant where nothing stands; null if nothing is said
/// @param rule what a value has to keep to, as a sentence; empty if there is nothing
/// @param range of a number
/// @param format as JSON Schema names it; empty if there is none
/// @param media the media type of a text; empty if there is none
public record Hint(
        String title,
        String description,
        Set<String> types,
        List<Json> choices,
        @Nullable Json preset,
        String rule,
        Range range,
        String format,
        String media) {
    /// What is said where there is no schema.
    public static final Hint NONE = new Hint("", "", Set.of(), List.of(), null, "", Range.ANY, "", "");

    /// What a number may be, as the field of a form takes it: each a number, or empty.
    public record Range(String least, String most, String step) {
        static final Range ANY = new Range("", "", "any");
    }

    /// Whether a value of this kind may stand there. Whether that very value may, only a validation tells.
    public boolean takes(Json value) {
        return choices.isEmpty()
                ? types.isEmpty() || types.stream().anyMatch(type -> isOf(type, value))
                : choice(value) >= 0;
    }

    /// Which of the choices the value is, however its numbers are written; -1 if it is none.
    public int choice(Json value) {
        var text = Canonical.text(Nodes.of(value));
        for (var index = 0; index < choices.size(); index++) {
            if (Canonical.text(Nodes.of(choices.get(index))).equals(text)) {
                return index;
            }
        }
        return -1;
    }

    private static boolean isOf(String type, Json value) {
        return switch (value) {
            case JsonNull() -> type.equals("null");
            case JsonBoolean _ -> type.equals("boolean");
            case JsonNumber number -> type.equals("number") || (type.equals("integer") && isWhole(number));
            case JsonString _ -> type.equals("string");
            case JsonArray _ -> type.equals("array");
            case JsonObject _ -> type.equals("object");
        };
    }

    private static boolean isWhole(JsonNumber number) {
        return number.decimal().stripTrailingZeros().scale() <= 0;
    }

    /// Whether it takes this one type of value alone, `null` aside.
    public boolean isAlways(String... names) {
        return !types.isEmpty()
                && types.stream()
                        .allMatch(type -> type.equals("null") || Set.of(names).contains(type));
    }
}
