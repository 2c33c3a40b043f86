package dev.redraft.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;

/// A date with a time, or a time, as RFC 3339 writes it: what a field of a browser takes, and the rest, which
/// the field would lose.
///
/// @param local without the offset; the text itself if it is none that a field takes
/// @param offset from UTC, as it is written; empty if there is none
public record Moment(String local, String offset) {
    /// Where nothing was said before.
    static final String UTC = "Z";

    /// Fields take no more than milliseconds, and leap seconds not at all.
    private static final String TIME = "[0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]{1,3})?)?";

    private static final Pattern FORM =
            Pattern.compile("((?:[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ])?" + TIME + ")([Zz]|[+-][0-2][0-9]:[0-5][0-9])?");

    private static final Pattern WITHOUT_SECONDS = Pattern.compile("(?:.*T)?[0-9]{2}:[0-9]{2}");

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    static Moment of(String text) {
        var parts = FORM.matcher(text);
        return parts.matches()
                ? new Moment(
                        parts.group(1).toUpperCase(Locale.ROOT).replace(' ', 'T'),
                        parts.group(2) == null ? "" : parts.group(2))
                : new Moment(text, "");
    }

    static boolean isDate(String text) {
        return DATE.matcher(text).matches() && isThere(() -> LocalDate.parse(text));
    }

    boolean isDateTime() {
        return !offset.isEmpty() && isLocalDateTime();
    }

    private boolean isLocalDateTime() {
        return local.indexOf('T') > 0 && isThere(() -> LocalDateTime.parse(local));
    }

    boolean isTime() {
        return !offset.isEmpty() && isLocalTime();
    }

    private boolean isLocalTime() {
        return local.indexOf('T') < 0 && isThere(() -> LocalTime.parse(local));
    }

    private static boolean isThere(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }

    /// What fields hold, as text: as it was written before if it still is the same moment, so that whoever
    /// changes nothing changes no character.
    public static String typed(String local, String offset, String before) {
        var now = new Moment(local, offset);
        var old = of(before);
        return old.offset.equals(offset) && old.isSameAs(now) ? before : now.written();
    }

    private boolean isSameAs(Moment other) {
        if (isLocalTime() && other.isLocalTime()) {
            return LocalTime.parse(local).equals(LocalTime.parse(other.local));
        }
        return isLocalDateTime()
                && other.isLocalDateTime()
                && LocalDateTime.parse(local).equals(LocalDateTime.parse(other.local));
    }

    /// Fields leave out seconds that are zero; RFC 3339 does not.
    private String written() {
        return (WITHOUT_SECONDS.matcher(local).matches() ? local + ":00" : local) + offset;
    }
}
