package dev.redraft.document;

import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNull;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import java.util.Map;

/// How many bytes [JsonWriter#compact] would write, counted without writing them.
final class JsonSize {
    private JsonSize() {}

    static long of(Json value) {
        return switch (value) {
            case JsonNull() -> 4;
            case JsonBoolean(var truth) -> truth ? 4 : 5;
            case JsonNumber(var text) -> text.length();
            case JsonString(var text) -> of(text);
            case JsonArray(var elements) ->
                separators(elements.size())
                        + elements.stream().mapToLong(JsonSize::of).sum();
            case JsonObject(var members) ->
                separators(members.size())
                        + members.entrySet().stream().mapToLong(JsonSize::of).sum();
        };
    }

    private static long of(Map.Entry<String, Json> member) {
        return of(member.getKey()) + 1 + of(member.getValue());
    }

    /// Two brackets, and commas between the parts.
    private static long separators(int parts) {
        return 2L + Math.max(0, parts - 1);
    }

    private static long of(String text) {
        var size = 2L;
        for (var i = 0; i < text.length(); i++) {
            size += of(text.charAt(i));
        }
        return size;
    }

    /// Half of a surrogate pair is two of the four bytes of the whole.
    private static int of(char c) {
        if (JsonText.isEscaped(c)) {
            return JsonText.escape(c).length();
        }
        if (c < 0x80) {
            return 1;
        }
        return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
}
