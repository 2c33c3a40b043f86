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
import dev.redraft.schema.Hint;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A value as the fields of a form hold it.
///
/// @param type text, number, true, false, null or json; switch, date-time or time of what is typed with these
/// @param text the value as it is typed
public record TypedValue(String type, String text) {
    /// As RFC 8259 writes numbers.
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    /// What a form starts with: what a text field would not give back is typed as JSON.
    static TypedValue of(Json value, Control control) {
        return switch (control) {
            case CHOICE -> new TypedValue("json", JsonWriter.compact(value));
            case SWITCH -> new TypedValue("switch", value.equals(new JsonBoolean(true)) ? "true" : "");
            case DATE_TIME -> new TypedValue("date-time", text(value));
            case TIME -> new TypedValue("time", text(value));
            default -> new TypedValue(type(value), text(value));
        };
    }

    /// The same where nothing stands yet.
    static TypedValue ofNew(Control control) {
        return new TypedValue(
                switch (control) {
                    case TYPED, LINE, LINES, DATE -> "text";
                    case SWITCH -> "switch";
                    case NUMBER -> "number";
                    case CHOICE -> "json";
                    case DATE_TIME -> "date-time";
                    case TIME -> "time";
                },
                "");
    }

    /// Any value, as JSON.
    static TypedValue json(Json value) {
        return new TypedValue("json", JsonWriter.pretty(value).strip());
    }

    private static String type(Json value) {
        return switch (value) {
            case JsonString(var text) -> Visible.survivesForm(text) ? "text" : "json";
            case JsonArray _, JsonObject _ -> "json";
            case Json scalar -> ValueText.type(scalar);
        };
    }

    private static String text(Json value) {
        return switch (value) {
            case JsonString(var text) when Visible.survivesForm(text) -> text;
            case JsonNull() -> "";
            case JsonBoolean _ -> "";
            case JsonArray _, JsonObject _ -> JsonWriter.pretty(value);
            case Json scalar -> JsonWriter.compact(scalar);
        };
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
            // A switch that is off is not sent at all.
            case "switch" -> new JsonBoolean(text.equals("true"));
            case "null" -> Json.NULL;
            case "json" -> JsonReader.value(text.getBytes(StandardCharsets.UTF_8), limits);
            case "date-time" -> moment(Moment.of(text).isDateTime(), "a date and a time");
            case "time" -> moment(Moment.of(text).isTime(), "a time");
            default -> throw new Refusal(422, "invalid-type", "Choose a type.");
        };
    }

    private Json moment(boolean isThere, String what) {
        if (!isThere) {
            throw new Refusal(
                    422,
                    "invalid-time",
                    "Type " + what + ", and how far it is from UTC: Z for not at all, or hours such as +02:00.");
        }
        return new JsonString(text);
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

    /// With what it can be typed further; the field for any value where it is none that fits.
    Control control(Hint hint) {
        try {
            return Control.of(hint, value(Limits.DEFAULT));
        } catch (RuntimeException unreadable) {
            return Control.TYPED;
        }
    }
}
