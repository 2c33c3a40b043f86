package dev.redraft.statistics;

import dev.redraft.configuration.Name;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
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
    /// What a statement counts over its moments `m`.
    static final String COLUMNS = """
            cast(count(*) filter (where kind = 'STARTED') as integer) as started,
            cast(count(*) filter (where kind = 'EDITED') as integer) as edited,
            cast(count(*) filter (where kind = 'REVIEWED') as integer) as reviewed,
            cast(count(*) filter (where kind = 'COMMITTED') as integer) as committed,
            cast(count(*) filter (where kind = 'CANCELLED') as integer) as cancelled,
            cast(count(*) filter (where kind = 'ABANDONED') as integer) as abandoned,
            cast(count(*) filter (where kind = 'REOPENED') as integer) as reopened,
            cast(count(*) filter (where kind = 'STARTED' and outcome = 'OPEN') as integer) as open,
            cast(count(*) filter (where kind = 'UNDONE') as integer) as undos,
            cast(count(*) filter (where kind = 'CONFLICT') as integer) as conflicts,
            """;

    static Happenings of(Tuple row, @Nullable LocalDate day, @Nullable Name configuration, @Nullable String owner) {
        return new Happenings(
                day,
                configuration,
                owner,
                row.get("started", Integer.class),
                row.get("edited", Integer.class),
                row.get("reviewed", Integer.class),
                row.get("committed", Integer.class),
                row.get("cancelled", Integer.class),
                row.get("abandoned", Integer.class),
                row.get("reopened", Integer.class),
                row.get("open", Integer.class),
                row.get("undos", Integer.class),
                row.get("conflicts", Integer.class),
                TimeToCommit.of(row));
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
