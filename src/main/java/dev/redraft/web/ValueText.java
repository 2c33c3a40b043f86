package dev.redraft.web;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNull;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import dev.redraft.document.JsonWriter;
import java.util.stream.Stream;

/// What pages say of a value.
final class ValueText {
    /// A page cuts it where there is no more room.
    private static final int LONGEST_PREVIEW = 240;

    private ValueText() {}

    /// The word of the type, which is also what a form calls it.
    static String type(Json value) {
        return switch (value) {
            case JsonNull() -> "null";
            case JsonBoolean(var truth) -> truth ? "true" : "false";
            case JsonNumber _ -> "number";
            case JsonString _ -> "text";
            case JsonArray _ -> "list";
            case JsonObject _ -> "object";
        };
    }

    /// A scalar as text.
    static String line(Json value) {
        return value instanceof JsonString(var text)
                ? Visible.visible(text)
                : Visible.visible(JsonWriter.compact(value));
    }

    /// A value of any kind as text, in as many lines as it takes.
    static String whole(Json value) {
        return value instanceof JsonArray || value instanceof JsonObject
                ? Visible.visible(JsonWriter.pretty(value))
                : line(value);
    }

    /// The beginning of a container.
    static String preview(Json value) {
        var text = JsonWriter.compact(value);
        var end = Math.min(text.length(), LONGEST_PREVIEW);
        return Visible.visible(text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, end))));
    }

    /// The value and all within it.
    static Stream<Json> nodes(Json value) {
        var children = switch (value) {
            case JsonArray(var elements) -> elements.stream();
            case JsonObject(var members) -> members.values().stream();
            case Json _ -> Stream.<Json>empty();
        };
        return Stream.concat(Stream.of(value), children.flatMap(ValueText::nodes));
    }
}
