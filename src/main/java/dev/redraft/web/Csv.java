package dev.redraft.web;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A table as text that spreadsheets read (RFC 4180). What a spreadsheet would take for a formula is made
/// harmless.
public final class Csv {
    public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

    /// With these a formula begins, or what some programs make of it.
    private static final String TRIGGERS = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder();

    /// Adds a row. A cell that is null stays empty.
    public Csv row(Collection<? extends @Nullable Object> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n")));
        return this;
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number) {
            return value.toString();
        }
        var told = harmless(value.toString());
        return told.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0)
                ? '"' + told.replace("\"", "\"\"") + '"'
                : told;
    }

    private static String harmless(String told) {
        return !told.isEmpty() && TRIGGERS.indexOf(told.charAt(0)) >= 0 ? "'" + told : told;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
