package dev.redraft.statistics;

import dev.redraft.configuration.Name;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

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

    Bars configurations() {
        return abandoned("Configuration", overview.configurations(), Name::toString, behind::changing);
    }

    Bars owners() {
        return abandoned("Owner", overview.owners(), owner -> owner, behind::owned);
    }

    /// Drafts that have something in common.
    private record Cohort(String name, Fates fates, Behind drafts) {}

    private static <K> List<Cohort> most(Map<K, Fates> fates, Function<K, String> name, Function<K, Behind> drafts) {
        return fates.entrySet().stream()
                .map(each -> new Cohort(name.apply(each.getKey()), each.getValue(), drafts.apply(each.getKey())))
                .sorted(Comparator.<Cohort>comparingInt(cohort -> -cohort.fates.abandoned())
                        .thenComparingInt(cohort -> -cohort.fates.started())
                        .thenComparing(Cohort::name))
                .toList();
    }

    private <K> Bars abandoned(String head, Map<K, Fates> fates, Function<K, String> name, Function<K, Behind> drafts) {
        var most = most(fates, name, drafts);
        var bars = most.stream()
                .filter(cohort -> cohort.fates.abandoned() > 0)
                .limit(MOST_BARS)
                .map(cohort -> bar(cohort, cohort.fates.started(), most.getFirst()))
                .toList();
        var lines = most.stream().limit(MOST_LINES).map(Breakdowns::line).toList();
        var heads =
                List.of(head, "Started", "Committed", "Cancelled", "Abandoned", "Open", "With undo", "With conflict");
        return new Bars(bars, new Table("By " + head.toLowerCase(Locale.ROOT), heads, lines));
    }

    private static Bars.Bar bar(Cohort cohort, int whole, Cohort largest) {
        return Bars.Bar.of(
                cohort.name,
                cohort.fates.abandoned(),
                whole,
                largest.fates.abandoned(),
                cohort.drafts.with(What.ABANDONED),
                "abandoned");
    }

    private static Table.Line line(Cohort cohort) {
        var these = cohort.drafts;
        var numbers = cohort.fates;
        return new Table.Line(
                cohort.name,
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
        var steps = most(overview.steps(), Breakdowns::name, behind::after);
        var bars = steps.stream()
                .filter(cohort -> cohort.fates.abandoned() > 0)
                .map(cohort -> bar(cohort, overview.fates().abandoned(), steps.getFirst()))
                .toList();
        return new Bars(bars, Sheets.table("Last step before a draft was abandoned", "Last step", bars));
    }

    private static String name(Step step) {
        return step.words.substring(0, 1).toUpperCase(Locale.ROOT) + step.words.substring(1);
    }

    Heat heat(String caption, ToIntFunction<Fates> number, What what) {
        var numbers = overview.hours().stream().mapToInt(number).boxed().toList();
        return Heat.of(caption, numbers, behind.with(what));
    }
}
