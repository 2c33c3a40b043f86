package dev.redraft.configuration;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNull;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The text that search looks into: an entry's key, and the names and values of any depth, a line each, without case.
final class Words {
    private Words() {}

    static @Nullable String of(Rewrite.Row row) {
        if (row.value() == null) {
            return null;
        }
        var words = new StringBuilder(row.key());
        collect(row.value(), words);
        return searched(words.toString());
    }

    /// A text as it is searched for. PostgreSQL's text has no NUL.
    static String searched(String text) {
        return text.toLowerCase(Locale.ROOT).replace('\0', ' ');
    }

    private static void collect(Json value, StringBuilder words) {
        switch (value) {
            case JsonNull _ -> words.append("\nnull");
            case JsonBoolean(var truth) -> words.append('\n').append(truth);
            case JsonNumber(var text) -> words.append('\n').append(text);
            case JsonString(var text) -> words.append('\n').append(text);
            case JsonArray(var elements) -> elements.forEach(element -> collect(element, words));
            case JsonObject(var members) ->
                members.forEach((name, member) -> {
                    words.append('\n').append(name);
                    collect(member, words);
                });
        }
    }
}
