package dev.redraft.document;

import java.io.IOException;

/// A string between JSON's quotes: control characters are escaped, everything else stands as it is.
final class JsonText {
    private JsonText() {}

    static void append(String text, Appendable out) throws IOException {
        out.append('"');
        var written = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isEscaped(c)) {
                out.append(text, written, i).append(escape(c));
                written = i + 1;
            }
        }
        out.append(text, written, text.length()).append('"');
    }

    static boolean isEscaped(char c) {
        return c < ' ' || c == '"' || c == '\\' || (c >= 0x7f && c <= 0x9f);
    }

    static String escape(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> "\\u%04x".formatted((int) c);
        };
    }
}
