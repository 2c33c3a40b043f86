package dev.redraft.statistics;

import java.util.List;

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
        var parts = (isByDay ? period.days() : period.weeks())
                .stream().map(start -> isByDay ? period.only(start) : period.weekFrom(start));
        var buckets = parts.map(this::bucket).toList();
        return Columns.of(buckets, table(isByDay ? "Day" : "Week", buckets));
    }

    private Columns.Bucket bucket(Period part) {
        return new Columns.Bucket(
                part.length() == 1 ? part.from().toString() : part.from() + " to " + part.to(),
                behind.in(part),
                sum(overview.started(), part),
                ended(Outcome.COMMITTED, part),
                ended(Outcome.CANCELLED, part),
                ended(Outcome.ABANDONED, part),
                part);
    }

    private int ended(Outcome outcome, Period part) {
        var days = overview.ended().get(outcome);
        return days == null ? 0 : sum(days, part);
    }

    private int sum(List<Integer> days, Period part) {
        var place = behind.period().place(part.from());
        return days.subList(place, place + part.length()).stream()
                .mapToInt(Integer::intValue)
                .sum();
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
