package dev.redraft.statistics;

import dev.redraft.platform.Refusal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Some days, from the first to the last, as a time zone has them.
public record Period(LocalDate from, LocalDate to, ZoneId zone) {
    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 3_660;

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    /// What an address asks for: the last 30 days of UTC unless it says otherwise.
    ///
    /// @throws Refusal 400 `malformed-parameter`
    static Period read(@Nullable String from, @Nullable String to, @Nullable String zone, Instant now) {
        var there = zone(zone);
        var last = date("to", to).orElseGet(() -> now.atZone(there).toLocalDate());
        var first = date("from", from).orElseGet(() -> last.minusDays(USUAL_DAYS - 1L));
        if (first.isAfter(last)) {
            throw malformed("from", "The period ends on %s, before it begins on %s.".formatted(last, first));
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw malformed("from", "A period has at most %,d days. Ask for a shorter one.".formatted(MOST_DAYS));
        }
        return new Period(first, last, there);
    }

    /// The last days up to today.
    static Period last(int days, ZoneId zone, Instant now) {
        var today = now.atZone(zone).toLocalDate();
        return new Period(today.minusDays(days - 1L), today, zone);
    }

    private static ZoneId zone(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return ZoneId.of("UTC");
        }
        try {
            // A + that nobody encoded arrives as a space.
            return ZoneId.of(name.strip().length() < name.length() ? "+" + name.strip() : name);
        } catch (DateTimeException _) {
            throw malformed("zone", "zone is the name of a time zone, such as Europe/Berlin or UTC.");
        }
    }

    private static Optional<LocalDate> date(String parameter, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            if (DATE.matcher(text.strip()).matches()) {
                return Optional.of(LocalDate.parse(text.strip()));
            }
        } catch (DateTimeParseException _) {
            // It has the form of a day, and is none.
        }
        throw malformed(parameter, parameter + " is a day, such as 2026-05-04.");
    }

    private static Refusal malformed(String parameter, String sentence) {
        return new Refusal(400, "malformed-parameter", sentence).with("parameter", parameter);
    }

    /// Its first moment.
    Instant begin() {
        return from.atStartOfDay(zone).toInstant();
    }

    /// The first moment after it.
    Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    boolean isOfUtc() {
        return zone.getId().equals("UTC");
    }

    int length() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
    }

    List<LocalDate> days() {
        return from.datesUntil(to.plusDays(1)).toList();
    }

    /// Its first day, and each Monday after that.
    List<LocalDate> weeks() {
        return from.datesUntil(to.plusDays(1))
                .filter(day -> week(day).equals(day))
                .toList();
    }

    /// The part of it that begins on a day and ends before the next week.
    Period weekFrom(LocalDate day) {
        var sunday = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        return new Period(day, sunday.isAfter(to) ? to : sunday, zone);
    }

    Period only(LocalDate day) {
        return new Period(day, day, zone);
    }

    /// Whether a moment is in it.
    Predicate<Instant> moments() {
        var begin = begin();
        var end = end();
        return moment -> !moment.isBefore(begin) && moment.isBefore(end);
    }

    /// On which day its zone has a moment.
    LocalDate day(Instant moment) {
        return LocalDate.ofEpochDay(
                Math.floorDiv(second(moment), Duration.ofDays(1).toSeconds()));
    }

    /// Which of its days a day is, from 0. Where clocks go back across midnight, a day goes on after its end.
    int place(LocalDate day) {
        return Math.clamp(ChronoUnit.DAYS.between(from, day), 0, length() - 1);
    }

    /// In which hour of the week its zone has a moment, from 0 (Monday, midnight) to 167. The first of January
    /// 1970 was a Thursday.
    int hour(Instant moment) {
        return Math.floorMod(Math.floorDiv(second(moment), Duration.ofHours(1).toSeconds()) + 72, 168);
    }

    /// By its clocks, since its first of January 1970. Neither days nor hours are made into a date first, since
    /// thousands of moments are asked for.
    private long second(Instant moment) {
        return moment.getEpochSecond() + zone.getRules().getOffset(moment).getTotalSeconds();
    }

    /// Which of its [#weeks] a day is of.
    LocalDate week(LocalDate day) {
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return monday.isBefore(from) ? from : monday;
    }
}
