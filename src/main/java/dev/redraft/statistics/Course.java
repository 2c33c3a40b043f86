package dev.redraft.statistics;

import dev.redraft.statistics.Statistics.Count;
import dev.redraft.statistics.Statistics.Overview;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What happened in the course of a period, by day, or by week if there are many days.
final class Course {
    /// So many columns can be told apart.
    private static final int MOST_DAYS = 92;

    private final Overview overview;
    private final Behind behind;

    Course(Overview overview, Behind behind) {
        this.overview = overview;
        this.behind = behind;
    }

    Columns columns() {
        var period = behind.period();
        var isByDay = period.length() <= MOST_DAYS;
        var starts = new TreeSet<>(isByDay ? period.days() : period.weeks());
        var numbers = numbers(starts);
        var buckets = starts.stream()
                .map(start -> bucket(isByDay ? period.only(start) : period.weekFrom(start), numbers))
                .toList();
        return Columns.of(buckets, table(isByDay ? "Day" : "Week", buckets));
    }

    private Map<String, Integer> numbers(NavigableSet<LocalDate> starts) {
        return overview.days().stream()
                .collect(Collectors.toMap(
                        count -> count.kind() + Objects.requireNonNull(starts.floor(count.day())),
                        Count::number,
                        Integer::sum));
    }

    private Columns.Bucket bucket(Period part, Map<String, Integer> numbers) {
        var name = part.from().equals(part.to()) ? part.from().toString() : part.from() + " to " + part.to();
        return new Columns.Bucket(
                name,
                behind.in(part),
                numbers.getOrDefault("STARTED" + part.from(), 0),
                numbers.getOrDefault("COMMITTED" + part.from(), 0),
                numbers.getOrDefault("CANCELLED" + part.from(), 0),
                numbers.getOrDefault("ABANDONED" + part.from(), 0),
                part);
    }

    private Table table(String head, List<Columns.Bucket> buckets) {
        return new Table(
                "Started and ended",
                List.of(head, "Started", "Committed", "Cancelled", "Abandoned"),
                buckets.stream().map(this::line).toList());
    }

    private Table.Line line(Columns.Bucket bucket) {
        var ended = behind.endedIn(bucket.period());
        return new Table.Line(
                bucket.name(),
                List.of(
                        Table.Cell.of(bucket.starts(), bucket.started()),
                        Table.Cell.of(bucket.commits(), ended.with(What.COMMITTED)),
                        Table.Cell.of(bucket.cancels(), ended.with(What.CANCELLED)),
                        Table.Cell.of(bucket.abandoned(), ended.with(What.ABANDONED))));
    }

    Curve curve() {
        var period = behind.period();
        var committed = behind.with(What.COMMITTED);
        var lines = overview.weeks().stream()
                .map(week -> {
                    var part = period.weekFrom(week.from());
                    return new Table.Line(
                            part.from() + " to " + part.to(),
                            List.of(
                                    Table.Cell.of(week.commits(), committed.endedIn(part)),
                                    Table.Cell.of(Told.time(week.time().median())),
                                    Table.Cell.of(Told.time(week.time().p90())),
                                    Table.Cell.of(Told.time(week.time().activeMedian())),
                                    Table.Cell.of(Told.time(week.time().activeP90()))));
                })
                .toList();
        var heads = List.of("Week", "Commits", "Median", "90 % below", "Median at work", "90 % at work below");
        return Curve.of(overview.weeks(), period, committed, new Table("Time to commit", heads, lines));
    }
}
