package dev.redraft.document;

/// Where in a text something stands: both numbers count from 1, the column in characters.
public record Place(int line, int column) {
    /// The place of the character at this offset; a line ends with LF, CR or both.
    static Place at(String text, int offset) {
        var line = 1;
        var start = 0;
        for (var i = 0; i < offset; i++) {
            if (endsLine(text, i)) {
                line++;
                start = i + 1;
            }
        }
        return new Place(line, text.codePointCount(start, offset) + 1);
    }

    private static boolean endsLine(String text, int offset) {
        var c = text.charAt(offset);
        return c == '\n' || (c == '\r' && !text.startsWith("\n", offset + 1));
    }
}
