package dev.redraft.statistics;

import dev.redraft.statistics.Overview.Weekly;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Times to commit, week by week, upwards from a second on a scale on which each step is a multiple of the one
/// before.
public record Curve(
        List<Dot> dots, List<Stroke> strokes, List<Height> heights, String first, String last, Table table) {
    private static final List<Height> SCALE = List.of(
            new Height("1 s", 1, ""),
            new Height("10 s", 10, ""),
            new Height("1 min", 60, ""),
            new Height("10 min", 600, ""),
            new Height("1 h", 3_600, ""),
            new Height("6 h", 21_600, ""),
            new Height("1 day", 86_400, ""),
            new Height("1 week", 604_800, ""),
            new Height("1 month", 2_592_000, ""),
            new Height("1 year", 31_536_000, ""),
            new Height("10 years", 315_360_000, ""));

    /// A week's value.
    public record Dot(String x, String y, String tone, String title, String href) {}

    /// A line between the dots of two weeks.
    public record Stroke(String x1, String y1, String x2, String y2, String tone) {}

    /// A line that tells how high a time stands.
    public record Height(String name, int seconds, String y) {}

    /// Where a value stands: in parts of the width, and in seconds.
    private record Spot(double x, double seconds, Weekly week) {}

    static Curve of(List<Weekly> weeks, Period period, Behind committed, Table table) {
        var all = weeks.stream()
                .flatMap(week -> Stream.of(week.time().median(), week.time().p90()))
                .flatMap(Stream::ofNullable)
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        var low = SCALE.reversed().stream()
                .filter(height -> height.seconds <= all.getMin())
                .findFirst()
                .orElse(SCALE.getFirst());
        var high = SCALE.stream()
                .filter(height -> height.seconds >= all.getMax() && height.seconds > low.seconds)
                .findFirst()
                .orElse(SCALE.getLast());
        var drawing = new Drawing(low.seconds, high.seconds, period, committed);
        drawing.add(weeks, "p90", week -> week.time().p90());
        drawing.add(weeks, "median", week -> week.time().median());
        var heights = SCALE.stream()
                .filter(height -> height.seconds >= low.seconds && height.seconds <= high.seconds)
                .map(height -> new Height(height.name, height.seconds, drawing.y(height.seconds)))
                .toList();
        return new Curve(
                drawing.dots,
                drawing.strokes,
                heights,
                period.from().toString(),
                period.to().toString(),
                table);
    }

    /// What is drawn between two heights.
    private record Drawing(
            double low, double high, Period period, Behind committed, List<Dot> dots, List<Stroke> strokes) {
        Drawing(double low, double high, Period period, Behind committed) {
            this(low, high, period, committed, new ArrayList<>(), new ArrayList<>());
        }

        void add(List<Weekly> weeks, String tone, Function<Weekly, @Nullable Double> value) {
            Spot before = null;
            var starts = period.weeks();
            for (var week : weeks) {
                var seconds = value.apply(week);
                if (seconds != null) {
                    var spot = new Spot((starts.indexOf(week.from()) + 0.5) / starts.size(), seconds, week);
                    dots.add(dot(spot, tone));
                    if (before != null) {
                        strokes.add(new Stroke(x(before), y(before.seconds), x(spot), y(seconds), tone));
                    }
                    before = spot;
                }
            }
        }

        private Dot dot(Spot spot, String tone) {
            var week = period.weekFrom(spot.week.from());
            var title = "%s to %s: %s, %s of %d"
                    .formatted(week.from(), week.to(), Told.time(spot.seconds), tone, spot.week.commits());
            return new Dot(
                    x(spot),
                    y(spot.seconds),
                    tone,
                    title,
                    committed.endedIn(week).address());
        }

        private static String x(Spot spot) {
            return Told.length(spot.x, 1);
        }

        String y(double seconds) {
            var above = Math.log(Math.max(seconds, low) / low);
            return Told.length(1 - above / Math.log(high / low), 1);
        }
    }
}
