package dev.redraft.statistics;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers as people read them, and as drawings take them.
final class Told {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Told() {}

    static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// The part in percent; a dash where there is nothing to be a part of.
    static String share(int part, int whole) {
        if (whole == 0) {
            return "—";
        }
        var percent = 100.0 * part / whole;
        return percent > 0 && percent < 1
                ? "< 1 %"
                : String.format(Locale.ROOT, percent < 10 ? "%.1f %%" : "%.0f %%", percent)
                        .replace(".0 ", " ");
    }

    /// A length of a drawing.
    static String length(double part, double whole) {
        return String.format(Locale.ROOT, "%.2f%%", whole == 0 ? 0 : 100 * part / whole);
    }

    /// A time in its two largest units; a dash for one that is unknown.
    static String time(@Nullable Double seconds) {
        if (seconds == null) {
            return "—";
        }
        var whole = Math.round(seconds);
        if (whole < MINUTE) {
            return whole + " s";
        }
        if (whole < HOUR) {
            return two(whole < 10 * MINUTE ? whole : whole / MINUTE * MINUTE, MINUTE, " min ", 1, " s");
        }
        return whole < DAY ? two(whole, HOUR, " h ", MINUTE, " min") : two(whole, DAY, " d ", HOUR, " h");
    }

    private static String two(long seconds, long unit, String name, long smaller, String smallerName) {
        var rest = seconds % unit / smaller;
        return seconds / unit + (rest == 0 ? name.stripTrailing() : name + rest + smallerName);
    }
}
