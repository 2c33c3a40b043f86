package dev.redraft.web;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Text as a page shows it: what has no shape of its own gets one, so that nothing hides and nothing is mistaken.
@TemplateExtension
public final class Visible {
    private static final int FIRST_PICTURE = 0x2400;
    private static final int DELETE = 0x7f;
    private static final int PICTURE_OF_DELETE = 0x2421;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Visible() {}

    /// The text with control characters as pictures (NUL is ␀), and with those that turn or hide text by their
    /// number. Line breaks and tabs stay.
    public static String visible(String text) {
        return text.codePoints().allMatch(Visible::hasShape)
                ? text
                : text.codePoints()
                        .mapToObj(Visible::shape)
                        .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                        .toString();
    }

    /// A moment as it reads where no script tells it in the reader's own time.
    public static String utc(Instant moment) {
        return UTC.format(moment);
    }

    /// As a part of a path or query.
    public static String encoded(String text) {
        return Page.encoded(text);
    }

    /// Whether a text field of a form gives the text back as it was.
    static boolean survivesForm(String text) {
        return text.codePoints().allMatch(character -> hasShape(character));
    }

    private static boolean hasShape(int character) {
        return character == '\n' || character == '\t' || (!Character.isISOControl(character) && !isHidden(character));
    }

    private static boolean isHidden(int character) {
        var type = Character.getType(character);
        return type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String shape(int character) {
        if (hasShape(character)) {
            return Character.toString(character);
        }
        if (character < ' ') {
            return Character.toString(FIRST_PICTURE + character);
        }
        return character == DELETE ? Character.toString(PICTURE_OF_DELETE) : "⟨U+%04X⟩".formatted(character);
    }
}
