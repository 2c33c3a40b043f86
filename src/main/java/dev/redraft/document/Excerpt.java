package dev.redraft.document;

/// A short, harmless piece of what a user sent, for a message: quoted, cut, and without characters that do not show.
final class Excerpt {
    private static final int LENGTH = 40;

    private Excerpt() {}

    /// The text in double quotes, cut after about 40 characters.
    static String of(String text) {
        return '"' + bare(text) + '"';
    }

    /// The text without quotes, cut after about 40 characters.
    static String bare(String text) {
        var excerpt = new StringBuilder();
        var offset = 0;
        while (offset < text.length() && excerpt.length() < LENGTH) {
            var c = text.codePointAt(offset);
            excerpt.append(isHarmless(c) ? Character.toString(c) : escape(c));
            offset += Character.charCount(c);
        }
        return offset < text.length() ? excerpt.append('…').toString() : excerpt.toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String escape(int c) {
        return Character.isBmpCodePoint(c) ? "\\u%04x".formatted(c) : "U+%X".formatted(c);
    }
}
