package dev.redraft.web;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNull;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonString;
import dev.redraft.schema.Hint;

/// With what a value is typed.
public enum Control {
    /// A field for any value, beside its type.
    TYPED,
    /// A switch.
    SWITCH,
    /// A number, with its bounds.
    NUMBER,
    /// One of the values that may stand there.
    CHOICE,
    /// A text in one line.
    LINE,
    /// A text in many lines.
    LINES,
    DATE,
    DATE_TIME,
    TIME;

    /// A text that is longer is typed in more lines.
    private static final int LONGEST_LINE = 100;

    /// What fits a value and what its schema says; the field for any value where they do not fit each other.
    static Control of(Hint hint, Json value) {
        if (!hint.takes(value)) {
            return TYPED;
        }
        if (!hint.choices().isEmpty()) {
            return CHOICE;
        }
        return switch (value) {
            case JsonBoolean _ -> SWITCH;
            case JsonNumber _ -> hint.isAlways("integer", "number") ? NUMBER : TYPED;
            case JsonString(var text) -> Visible.survivesForm(text) ? of(hint, text) : TYPED;
            case JsonNull() -> TYPED;
            default -> TYPED;
        };
    }

    private static Control of(Hint hint, String text) {
        if (!hint.isAlways("string")) {
            return TYPED;
        }
        return switch (hint.format()) {
            case "date" -> Moment.isDate(text) ? DATE : LINE;
            case "date-time" -> Moment.of(text).isDateTime() ? DATE_TIME : LINE;
            case "time" -> Moment.of(text).isTime() ? TIME : LINE;
            default -> isLong(hint, text) ? LINES : LINE;
        };
    }

    private static boolean isLong(Hint hint, String text) {
        return !hint.media().isEmpty() || text.length() > LONGEST_LINE || text.indexOf('\n') >= 0;
    }

    /// What fits a value that does not stand there yet.
    static Control ofNew(Hint hint) {
        if (hint.preset() != null && hint.takes(hint.preset())) {
            return of(hint, hint.preset());
        }
        if (!hint.choices().isEmpty()) {
            return CHOICE;
        }
        if (hint.isAlways("boolean")) {
            return SWITCH;
        }
        if (hint.isAlways("integer", "number")) {
            return NUMBER;
        }
        return hint.isAlways("string") ? ofNewText(hint) : TYPED;
    }

    private static Control ofNewText(Hint hint) {
        return switch (hint.format()) {
            case "date" -> DATE;
            case "date-time" -> DATE_TIME;
            case "time" -> TIME;
            default -> hint.media().isEmpty() ? LINE : LINES;
        };
    }
}
