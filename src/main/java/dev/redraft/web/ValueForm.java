package dev.redraft.web;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNull;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import dev.redraft.document.JsonReader;
import dev.redraft.document.JsonWriter;
import dev.redraft.document.Limits;
import dev.redraft.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// A form in which a value is typed: what it is for, what was typed, and what was wrong with that.
///
/// @param deed set, add, or what else can be done with a value
/// @param path the pointer of the value it changes, or adds to
/// @param type text, number, true, false, null or json
/// @param text the value as it is typed
/// @param name of what is added, or the new name
/// @param error a sentence; empty if nothing is wrong
public record ValueForm(String deed, String path, String type, String text, String name, String error) {
    /// As RFC 8259 writes numbers.
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    /// A form that starts with a value.
    public static ValueForm of(String deed, ValueNode node) {
        return deed.equals("set")
                ? new ValueForm(deed, node.pointer(), formType(node.value()), formText(node.value()), "", "")
                : new ValueForm(deed, node.pointer(), "text", "", deed.equals("add") ? "" : node.name(), "");
    }

    /// The type that a form starts with: what a text field would not give back is edited as JSON.
    private static String formType(Json value) {
        return switch (value) {
            case JsonString(var text) -> Visible.survivesForm(text) ? "text" : "json";
            case JsonArray _, JsonObject _ -> "json";
            case Json scalar -> ValueText.type(scalar);
        };
    }

    /// What a form starts with.
    private static String formText(Json value) {
        return switch (value) {
            case JsonString(var text) when Visible.survivesForm(text) -> text;
            case JsonNull() -> "";
            case JsonBoolean _ -> "";
            case JsonArray _, JsonObject _ -> JsonWriter.pretty(value);
            case Json scalar -> JsonWriter.compact(scalar);
        };
    }

    public ValueForm with(String sentence) {
        return new ValueForm(deed, path, type, text, name, sentence);
    }

    /// The types to choose from.
    public List<String> types() {
        return List.of("text", "number", "true", "false", "null", "json");
    }

    public boolean isWrong() {
        return !error.isEmpty();
    }

    /// How many lines the field starts with.
    public int lines() {
        return (int) Math.clamp(text.lines().count(), 1, 24);
    }

    /// The value that was typed.
    ///
    /// @throws Refusal 422 if it is none of its type
    public Json value(Limits limits) {
        return switch (type) {
            // Browsers send each line break of a form as two characters.
            case "text" -> new JsonString(text.replace("\r\n", "\n"));
            case "number" -> number(limits);
            case "true" -> new JsonBoolean(true);
            case "false" -> new JsonBoolean(false);
            case "null" -> Json.NULL;
            case "json" -> JsonReader.value(text.getBytes(StandardCharsets.UTF_8), limits);
            default -> throw new Refusal(422, "invalid-type", "Choose a type.");
        };
    }

    private Json number(Limits limits) {
        var typed = text.strip();
        if (!NUMBER.matcher(typed).matches()) {
            throw new Refusal(
                    422,
                    "invalid-number",
                    "This is no number. Write it like 20, -0.5 or 1e6, or choose text as its type.");
        }
        return JsonReader.value(typed.getBytes(StandardCharsets.UTF_8), limits);
    }
}
