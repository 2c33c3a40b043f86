package dev.redraft.web;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonString;
import dev.redraft.document.JsonReader;
import dev.redraft.document.JsonWriter;
import dev.redraft.document.Limits;
import dev.redraft.schema.Hint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/// One of the values to choose from.
///
/// @param json as it is sent
/// @param text as it is shown
public record Choice(String json, String text, boolean isChosen) {
    /// The choices. The one that stands is written as it stands, so that nothing changes where nothing is
    /// chosen.
    ///
    /// @param standing as JSON; empty if none stands
    static List<Choice> of(Hint hint, String standing) {
        var all = hint.choices();
        var areTexts = all.stream().allMatch(JsonString.class::isInstance);
        var chosen = standing.isEmpty()
                ? -1
                : hint.choice(JsonReader.value(standing.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT));
        return IntStream.range(0, all.size())
                .mapToObj(index -> new Choice(
                        index == chosen ? standing : JsonWriter.compact(all.get(index)),
                        shown(all.get(index), areTexts),
                        index == chosen))
                .toList();
    }

    /// Where all of them are texts they need no quotation marks; but one that is empty has to be seen.
    private static String shown(Json value, boolean areTexts) {
        return areTexts && value instanceof JsonString(var text)
                ? text.isEmpty() ? "(empty text)" : Visible.visible(text)
                : Visible.visible(JsonWriter.compact(value));
    }
}
