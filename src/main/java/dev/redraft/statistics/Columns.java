package dev.redraft.statistics;

import java.util.ArrayList;
import java.util.List;

/// How many drafts ended, as columns beside each other, each with a mark for how many were started.
///
/// @param most what the full height stands for
/// @param first the name of the first column
/// @param last the name of the last column
public record Columns(List<Column> columns, String most, String first, String last, Table table) {
    /// One of them.
    ///
    /// @param slot where its share of the width begins
    /// @param mark the height for the started ones, from the top
    public record Column(
            String title,
            String href,
            String slot,
            String slotWidth,
            String x,
            String width,
            String mark,
            String end,
            List<Part> parts) {}

    /// A part of a column.
    public record Part(String y, String height, String tone) {}

    /// Numbers of a day or a week.
    record Bucket(String name, Behind started, int starts, int commits, int cancels, int abandoned, Period period) {}

    static Columns of(List<Bucket> buckets, Table table) {
        var most = buckets.stream()
                .mapToInt(bucket -> Math.max(bucket.starts, bucket.commits + bucket.cancels + bucket.abandoned))
                .max()
                .orElse(0);
        var columns = new ArrayList<Column>();
        for (var place = 0; place < buckets.size(); place++) {
            columns.add(column(buckets.get(place), place, buckets.size(), Math.max(1, most)));
        }
        return new Columns(columns, Told.number(most), buckets.getFirst().name, buckets.getLast().name, table);
    }

    private static Column column(Bucket bucket, int place, int all, int most) {
        var parts = new ArrayList<Part>();
        var below = add(parts, 0, bucket.commits, most, "committed");
        below = add(parts, below, bucket.cancels, most, "cancelled");
        add(parts, below, bucket.abandoned, most, "abandoned");
        return new Column(
                "%s: %d started, %d committed, %d cancelled, %d abandoned"
                        .formatted(bucket.name, bucket.starts, bucket.commits, bucket.cancels, bucket.abandoned),
                bucket.starts == 0 ? "" : bucket.started.address(),
                Told.length(place, all),
                Told.length(1, all),
                Told.length(place + 0.15, all),
                Told.length(0.7, all),
                Told.length(most - bucket.starts, most),
                Told.length(place + 0.95, all),
                parts);
    }

    private static int add(List<Part> parts, int below, int number, int most, String tone) {
        if (number > 0) {
            parts.add(new Part(Told.length(most - below - number, most), Told.length(number, most), tone));
        }
        return below + number;
    }
}
