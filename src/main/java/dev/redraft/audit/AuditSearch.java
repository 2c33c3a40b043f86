package dev.redraft.audit;

import dev.redraft.platform.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// Which records are asked for.
///
/// @param subject as it stands in the record, or the name of an application for all its configurations
/// @param from the first moment
/// @param behind the record that the page comes behind, or the end of the period
record AuditSearch(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,
        Instant from,
        AuditCursor behind) {
    private static final Instant BEGINNING = Instant.EPOCH;
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");
    private static final String A_DAY = "\\d{4}-\\d\\d-\\d\\d";

    /// @param from a moment, or the first day
    /// @param to the moment before which the period ends, or its last day
    /// @throws Refusal 400 `malformed-parameter`
    static AuditSearch of(
            @Nullable String actor,
            @Nullable String action,
            @Nullable String subject,
            @Nullable String from,
            @Nullable String to,
            @Nullable String after) {
        var end = moment("to", filled(to), 1, END);
        var cursor = filled(after);
        return new AuditSearch(
                filled(actor),
                filled(action),
                filled(subject),
                moment("from", filled(from), 0, BEGINNING),
                cursor == null ? new AuditCursor(end, 0) : AuditCursor.of(cursor));
    }

    AuditSearch goingOnBehind(AuditRecord last) {
        return new AuditSearch(actor, action, subject, from, AuditCursor.behind(last));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Instant moment(String parameter, @Nullable String given, int daysMore, Instant otherwise) {
        try {
            return given == null ? otherwise : moment(given, daysMore);
        } catch (DateTimeParseException _) {
            throw new Refusal(
                            400,
                            "malformed-parameter",
                            parameter + " is a day such as 2026-05-04, or a moment such as 2026-05-04T10:32:00Z.")
                    .with("parameter", parameter);
        }
    }

    private static Instant moment(String given, int daysMore) {
        return given.matches(A_DAY)
                ? LocalDate.parse(given)
                        .plusDays(daysMore)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                : OffsetDateTime.parse(given.replace(' ', '+')).toInstant();
    }
}
