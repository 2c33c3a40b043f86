package dev.redraft.statistics;

import dev.redraft.configuration.Name;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Counts what a page shows of a period. All of it while it sees each draft once: to fetch a draft from memory
/// takes longer than to count it.
final class Counting {
    private static final int HOURS = 7 * 24;

    private final Period period;
    private final Predicate<Instant> isInside;
    private final Tally all = new Tally();
    private final Map<Name, Tally> configurations = new HashMap<>();
    private final Map<String, Tally> owners = new HashMap<>();
    private final Map<Step, Tally> steps = new EnumMap<>(Step.class);
    private final Tally[] hours = new Tally[HOURS];
    private final int[] started;
    private final Map<Outcome, int[]> ended = new EnumMap<>(Outcome.class);
    private final Map<LocalDate, List<Fact>> weeks = new TreeMap<>();

    Counting(Period period) {
        this.period = period;
        this.isInside = period.moments();
        this.started = new int[period.length()];
        Arrays.setAll(hours, hour -> new Tally());
    }

    void add(Fact draft) {
        if (isInside.test(draft.started())) {
            start(draft);
        }
        if (draft.ended() != null && isInside.test(draft.ended())) {
            end(draft, period.day(draft.ended()));
        }
    }

    private void start(Fact draft) {
        var bits = What.bits(draft);
        all.add(draft, bits);
        configurations
                .computeIfAbsent(draft.configuration(), some -> new Tally())
                .add(draft, bits);
        owners.computeIfAbsent(draft.owner(), some -> new Tally()).add(draft, bits);
        hours[period.hour(draft.started())].add(draft, bits);
        if (draft.lastStep() != null) {
            steps.computeIfAbsent(draft.lastStep(), some -> new Tally()).add(draft, bits);
        }
        started[period.place(period.day(draft.started()))]++;
    }

    private void end(Fact draft, LocalDate day) {
        ended.computeIfAbsent(draft.outcome(), some -> new int[started.length])[period.place(day)]++;
        if (draft.outcome() == Outcome.COMMITTED) {
            weeks.computeIfAbsent(period.week(day), some -> new ArrayList<>()).add(draft);
        }
    }

    Overview overview() {
        var weekly = weeks.entrySet().stream()
                .map(week ->
                        new Overview.Weekly(week.getKey(), week.getValue().size(), TimeToCommit.of(week.getValue())))
                .toList();
        var committed = weeks.values().stream().flatMap(List::stream).toList();
        return new Overview(
                all.fates(),
                fates(configurations),
                fates(owners),
                Arrays.stream(hours).map(Tally::fates).toList(),
                fates(steps),
                listed(started),
                ended.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, days -> listed(days.getValue()))),
                weekly,
                TimeToCommit.of(committed));
    }

    private static <K> Map<K, Fates> fates(Map<K, Tally> tallies) {
        return tallies.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, tally -> tally.getValue().fates()));
    }

    private static List<Integer> listed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
