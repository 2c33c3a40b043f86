package dev.redraft.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// How long committed drafts took from their start, in seconds; null if none was committed.
///
/// @param median of the time that passed
/// @param p90 what nine of ten stayed below, of the time that passed
/// @param activeMedian of the time that somebody was at it: pauses of more than ten minutes are left out
/// @param activeP90 what nine of ten stayed below, of the time that somebody was at it
public record TimeToCommit(
        @Nullable Double median,
        @Nullable Double p90,
        @Nullable Double activeMedian,
        @Nullable Double activeP90) {
    static final TimeToCommit NONE = new TimeToCommit(null, null, null, null);

    static TimeToCommit of(Collection<Fact> committed) {
        if (committed.isEmpty()) {
            return NONE;
        }
        var times = sorted(committed, Fact::seconds);
        var active = sorted(committed, Fact::activeSeconds);
        return new TimeToCommit(below(0.5, times), below(0.9, times), below(0.5, active), below(0.9, active));
    }

    private static double[] sorted(Collection<Fact> drafts, ToDoubleFunction<Fact> seconds) {
        return drafts.stream().mapToDouble(seconds).sorted().toArray();
    }

    /// What this part of the values is below, with a straight line between two neighbours, like
    /// `percentile_cont` of the SQL standard.
    private static double below(double part, double[] sorted) {
        var place = part * (sorted.length - 1);
        var floor = (int) place;
        var above = sorted[Math.min(floor + 1, sorted.length - 1)];
        return sorted[floor] + (place - floor) * (above - sorted[floor]);
    }

    /// By the names that programs know, to the millisecond.
    SequencedMap<String, @Nullable Object> members() {
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("medianSecondsToCommit", rounded(median));
        members.put("p90SecondsToCommit", rounded(p90));
        members.put("medianActiveSeconds", rounded(activeMedian));
        members.put("p90ActiveSeconds", rounded(activeP90));
        return members;
    }

    private static @Nullable BigDecimal rounded(@Nullable Double seconds) {
        return seconds == null ? null : BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_UP);
    }
}
