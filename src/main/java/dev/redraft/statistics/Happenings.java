package dev.redraft.statistics;

import dev.redraft.configuration.Name;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What happened to drafts, counted on the day it happened: on one day, in one configuration, to one owner's,
/// as far as these are told apart. A draft counts once as started, edited, reviewed, and once for the way it
/// ended; undos, conflicts and reopenings count each time.
///
/// @param open how many of the started ones are open still
/// @param time how long the committed ones took
public record Happenings(
        @Nullable LocalDate day,
        @Nullable Name configuration,
        @Nullable String owner,
        int started,
        int edited,
        int reviewed,
        int committed,
        int cancelled,
        int abandoned,
        int reopened,
        int open,
        int undos,
        int conflicts,
        TimeToCommit time) {
    /// What rows are told apart by.
    private record Key(
            @Nullable LocalDate day,
            @Nullable Name configuration,
            @Nullable String owner) {}

    /// The rows in order; where nothing is told apart there is one, even if nothing happened.
    static List<Happenings> of(Stream<Happening> happenings, Period period, Set<By> by) {
        var isInside = period.moments();
        var groups = happenings
                .filter(each -> isInside.test(each.at()))
                .collect(Collectors.groupingBy(each -> new Key(
                        by.contains(By.DAY) ? period.day(each.at()) : null,
                        by.contains(By.CONFIGURATION) ? each.configuration() : null,
                        by.contains(By.OWNER) ? each.owner() : null)));
        if (by.isEmpty()) {
            groups.putIfAbsent(new Key(null, null, null), List.of());
        }
        return groups.entrySet().stream()
                .map(group -> of(group.getKey(), group.getValue()))
                .sorted(Comparator.comparing(Happenings::place))
                .toList();
    }

    private static Happenings of(Key key, List<Happening> happenings) {
        var numbers = new EnumMap<What, Integer>(What.class);
        happenings.forEach(each -> numbers.merge(each.what(), 1, Integer::sum));
        var committed = happenings.stream()
                .filter(each -> each.what() == What.COMMITTED)
                .map(each -> Objects.requireNonNull(each.draft()))
                .toList();
        return new Happenings(
                key.day,
                key.configuration,
                key.owner,
                numbers.getOrDefault(What.STARTED, 0),
                numbers.getOrDefault(What.EDITED, 0),
                numbers.getOrDefault(What.REVIEWED, 0),
                numbers.getOrDefault(What.COMMITTED, 0),
                numbers.getOrDefault(What.CANCELLED, 0),
                numbers.getOrDefault(What.ABANDONED, 0),
                numbers.getOrDefault(What.REOPENED, 0),
                numbers.getOrDefault(What.OPEN, 0),
                numbers.getOrDefault(What.UNDONE, 0),
                numbers.getOrDefault(What.COLLIDED, 0),
                TimeToCommit.of(committed));
    }

    /// The names of the members that rows have which are told apart by these.
    static Collection<String> columns(Set<By> by) {
        return new Happenings(
                        by.contains(By.DAY) ? LocalDate.EPOCH : null,
                        by.contains(By.CONFIGURATION) ? new Name("", "") : null,
                        by.contains(By.OWNER) ? "" : null,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        TimeToCommit.NONE)
                .members()
                .sequencedKeySet();
    }

    /// Where it stands among others, which no two share: none of its parts can have a comma.
    String place() {
        return (day == null ? "" : day) + "," + (configuration == null ? "" : configuration) + ","
                + (owner == null ? "" : owner);
    }

    /// By the names that programs know.
    SequencedMap<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        if (day != null) {
            members.put("day", day.toString());
        }
        if (configuration != null) {
            members.put("application", configuration.application());
            members.put("environment", configuration.environment());
        }
        if (owner != null) {
            members.put("owner", owner);
        }
        members.put("started", started);
        members.put("edited", edited);
        members.put("reviewed", reviewed);
        members.put("committed", committed);
        members.put("cancelled", cancelled);
        members.put("abandoned", abandoned);
        members.put("reopened", reopened);
        members.put("open", open);
        members.put("undos", undos);
        members.put("conflicts", conflicts);
        members.putAll(time.members());
        return members;
    }
}
