package dev.redraft.statistics;

import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
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
    /// What a statement tells of its moments `m`.
    static final String COLUMNS = """
            percentile_cont(0.5) within group (order by date_part('epoch', at - started))
                filter (where kind = 'COMMITTED') as median,
            percentile_cont(0.9) within group (order by date_part('epoch', at - started))
                filter (where kind = 'COMMITTED') as p90,
            percentile_cont(0.5) within group (order by cast(active_ms as double precision) / 1000)
                filter (where kind = 'COMMITTED') as active_median,
            percentile_cont(0.9) within group (order by cast(active_ms as double precision) / 1000)
                filter (where kind = 'COMMITTED') as active_p90
            """;

    static final TimeToCommit NONE = new TimeToCommit(null, null, null, null);

    static TimeToCommit of(Tuple row) {
        return new TimeToCommit(
                row.get("median", Double.class),
                row.get("p90", Double.class),
                row.get("active_median", Double.class),
                row.get("active_p90", Double.class));
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
