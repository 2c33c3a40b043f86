package dev.redraft.statistics;

import dev.redraft.statistics.Statistics.Overview;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// The same drafts by what they have in common: where they are given up.
final class Breakdowns {
    private static final int MOST_BARS = 10;
    private static final int MOST_LINES = 20;

    private final Overview overview;
    private final Behind behind;

    Breakdowns(Overview overview, Behind behind) {
        this.overview = overview;
        this.behind = behind;
    }

    Bars abandoned(String head, Cohort.Kind kind) {
        var most = numbered(kind, Fates::abandoned);
        var largest = most.isEmpty() ? 0 : most.getFirst().fates().abandoned();
        var bars = most.stream()
                .filter(cohort -> cohort.fates().abandoned() > 0)
                .limit(MOST_BARS)
                .map(cohort -> Bars.Bar.of(
                        cohort.name(),
                        cohort.fates().abandoned(),
                        cohort.fates().started(),
                        largest,
                        of(cohort).with(What.ABANDONED),
                        "abandoned"))
                .toList();
        var lines = most.stream().limit(MOST_LINES).map(this::line).toList();
        var heads =
                List.of(head, "Started", "Committed", "Cancelled", "Abandoned", "Open", "With undo", "With conflict");
        return new Bars(bars, new Table("By " + head.toLowerCase(Locale.ROOT), heads, lines));
    }

    private List<Cohort> numbered(Cohort.Kind kind, ToIntFunction<Fates> number) {
        return overview.cohorts().stream()
                .filter(cohort -> cohort.by() == kind)
                .sorted(Comparator.<Cohort>comparingInt(cohort -> -number.applyAsInt(cohort.fates()))
                        .thenComparingInt(cohort -> -cohort.fates().started())
                        .thenComparing(Cohort::name))
                .toList();
    }

    private Behind of(Cohort cohort) {
        return cohort.configuration() != null ? behind.changing(cohort.configuration()) : behind.owned(cohort.name());
    }

    private Table.Line line(Cohort cohort) {
        var these = of(cohort);
        var numbers = cohort.fates();
        return new Table.Line(
                cohort.name(),
                List.of(
                        Table.Cell.of(numbers.started(), these),
                        Table.Cell.of(numbers.committed(), these.with(What.COMMITTED)),
                        Table.Cell.of(numbers.cancelled(), these.with(What.CANCELLED)),
                        Table.Cell.of(numbers.abandoned(), these.with(What.ABANDONED)),
                        Table.Cell.of(numbers.open(), these.with(What.OPEN)),
                        Table.Cell.of(numbers.undone(), these.with(What.UNDONE)),
                        Table.Cell.of(numbers.collided(), these.with(What.COLLIDED))));
    }

    Bars steps() {
        var steps = numbered(Cohort.Kind.LAST_STEP, Fates::abandoned).stream()
                .filter(cohort ->
                        cohort.fates().abandoned() > 0 && !cohort.name().isEmpty())
                .toList();
        var bars = steps.stream()
                .map(cohort -> {
                    var step = Objects.requireNonNull(Step.read(cohort.name()));
                    var largest = steps.getFirst().fates().abandoned();
                    return Bars.Bar.of(
                            step.words.substring(0, 1).toUpperCase(Locale.ROOT) + step.words.substring(1),
                            cohort.fates().abandoned(),
                            overview.fates().abandoned(),
                            largest,
                            behind.with(What.ABANDONED).after(step),
                            "abandoned");
                })
                .toList();
        return new Bars(bars, Sheets.table("Last step before a draft was abandoned", "Last step", bars));
    }

    Heat heat(String caption, ToIntFunction<Fates> number, What what) {
        var numbers = overview.cohorts().stream()
                .filter(cohort -> cohort.by() == Cohort.Kind.HOUR)
                .collect(Collectors.toMap(
                        cohort -> Objects.requireNonNull(cohort.hour()), cohort -> number.applyAsInt(cohort.fates())));
        return Heat.of(caption, numbers, behind.with(what));
    }
}
