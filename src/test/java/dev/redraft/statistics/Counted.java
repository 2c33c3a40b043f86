package dev.redraft.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The numbers of some lives, counted in the plainest way there is.
record Counted(List<Life> lives, LocalDate from, LocalDate to, ZoneId zone) {
    /// Rows as text, by what tells them apart: `started edited reviewed committed cancelled abandoned reopened
    /// open undos conflicts median p90`.
    List<String> rows(Function<Life, String> who, Function<Instant, String> when) {
        Map<String, int[]> rows = new TreeMap<>();
        Map<String, List<Double>> times = new TreeMap<>();
        for (var life : lives) {
            var open = life.outcome().equals("OPEN") ? 7 : -1;
            count(rows, who.apply(life), when, List.of(life.started()), 0, open);
            count(rows, who.apply(life), when, life.first("FIRST_EDIT"), 1, -1);
            count(rows, who.apply(life), when, life.first("REVIEWED"), 2, -1);
            var outcome = List.of("COMMITTED", "CANCELLED", "ABANDONED").indexOf(life.outcome());
            count(rows, who.apply(life), when, some(life.ended()), 3 + outcome, -1);
            count(rows, who.apply(life), when, life.all("REOPENED"), 6, -1);
            count(rows, who.apply(life), when, life.all("UNDONE"), 8, -1);
            count(rows, who.apply(life), when, life.all("CONFLICT"), 9, -1);
            for (var committed :
                    life.first("COMMITTED").stream().filter(this::isInside).toList()) {
                times.computeIfAbsent(who.apply(life) + when.apply(committed), key -> new ArrayList<>())
                        .add(Duration.between(life.started(), committed).toMillis() / 1000.0);
            }
        }
        return rows.entrySet().stream()
                .map(row -> row.getKey() + told(row.getValue()) + told(times.get(row.getKey())))
                .toList();
    }

    private void count(
            Map<String, int[]> rows,
            String who,
            Function<Instant, String> when,
            Collection<Instant> moments,
            int column,
            int other) {
        for (var moment : moments) {
            if (isInside(moment)) {
                var row = rows.computeIfAbsent(who + when.apply(moment), key -> new int[10]);
                row[column]++;
                if (other >= 0) {
                    row[other]++;
                }
            }
        }
    }

    private static List<Instant> some(@Nullable Instant moment) {
        return moment == null ? List.of() : List.of(moment);
    }

    private boolean isInside(Instant moment) {
        var day = moment.atZone(zone).toLocalDate();
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static String told(int[] numbers) {
        var text = new StringBuilder();
        for (var number : numbers) {
            text.append(' ').append(number);
        }
        return text.toString();
    }

    private static String told(@Nullable List<Double> times) {
        return times == null ? " null null" : " %.3f %.3f".formatted(percentile(times, 0.5), percentile(times, 0.9));
    }

    /// With a straight line between two neighbours.
    private static double percentile(List<Double> times, double part) {
        var sorted = times.stream().sorted().toList();
        var place = (sorted.size() - 1) * part;
        var below = (int) Math.floor(place);
        var above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (sorted.get(above) - sorted.get(below)) * (place - below);
    }
}
