package dev.redraft.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/// Says in our words what Jackson found wrong with a text. Its own words name Java objects and repeat the input.
final class JsonComplaint {
    private JsonComplaint() {}

    static Unreadable about(String text, JsonProcessingException e) {
        var offset = offset(text, e);
        return Unreadable.syntax(reason(text, offset, e), Place.at(text, offset));
    }

    private static int offset(String text, JsonProcessingException e) {
        if (e instanceof JsonEOFException || e.getLocation() == null) {
            return text.length();
        }
        var offset = (int) Math.clamp(e.getLocation().getCharOffset(), 0, text.length());
        return isAboutNumber(e) ? startOfNumber(text, offset) : offset;
    }

    private static boolean isAboutNumber(JsonProcessingException e) {
        return e.getOriginalMessage().contains("numeric value")
                || e.getOriginalMessage().startsWith("Non-standard token");
    }

    private static int startOfNumber(String text, int offset) {
        var start = offset;
        while (start > 0 && isInNumber(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isInNumber(char c) {
        return Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.';
    }

    private static String reason(String text, int offset, JsonProcessingException e) {
        var complaint = e.getOriginalMessage();
        if (e instanceof JsonEOFException || offset == text.length()) {
            return "The text ends too early. Close what was opened.";
        }
        if (complaint.startsWith("Illegal unquoted character")) {
            return "A string has a bare control character. Escape it with a backslash.";
        }
        if (complaint.startsWith("Unrecognized character escape")) {
            return "JSON does not know this escape. Write a backslash as two.";
        }
        if (complaint.contains("hex-digit")) {
            return "After \\u belong four hexadecimal digits. Write a backslash as two.";
        }
        if (isAboutNumber(e)) {
            return "This is no JSON number. Write it like 0, -1, 0.5 or 1e9.";
        }
        return "Unexpected %s here. %s".formatted(Excerpt.bare(wordAt(text, offset)), advice(complaint));
    }

    private static String advice(String complaint) {
        if (complaint.startsWith("Unexpected close marker")) {
            return "Close what was opened last, with ] or }.";
        }
        if (complaint.contains("comma")) {
            return "Put a comma between two values.";
        }
        if (complaint.contains("colon")) {
            return "Put a colon between name and value.";
        }
        if (complaint.contains("field name")) {
            return "Put each name in double quotes.";
        }
        return "JSON expects a value: text in double quotes, a number, true, false, null, [ or {.";
    }

    /// The letters and digits from here on, or the one character here.
    private static String wordAt(String text, int offset) {
        var end = offset;
        while (end < text.length() && end - offset < 50 && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end > offset ? text.substring(offset, end) : Character.toString(text.codePointAt(offset));
    }
}
