package dev.redraft.statistics;

import dev.redraft.configuration.Name;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.platform.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/// Numbers of drafts. They come from what is recorded of each draft for ever, so that none changes when drafts
/// are purged. Each public method sees one state of the database.
@ApplicationScoped
public class Statistics {
    /// What happened in a period, each at its moment.
    private static final String MOMENTS = """
            with moment as (
                select m.kind, m.at, f.configuration, f.owner, f.outcome, f.started, f.active_ms
                from draft_fact f
                cross join lateral (values ('STARTED', f.started), ('EDITED', f.first_edited),
                    ('REVIEWED', f.first_reviewed), (f.outcome, f.ended)) as m (kind, at)
                where f.started < :end and (f.ended is null or f.ended >= :begin) and m.at >= :begin and m.at < :end
            """ + Scope.OF_FACTS + """
                union all
                select f.kind, f.at, f.configuration, f.owner, null, null, null
                from draft_event f
                where f.kind in ('UNDONE', 'CONFLICT', 'REOPENED') and f.at >= :begin and f.at < :end
            """ + Scope.OF_FACTS + ")\n";

    private final Session database;
    private final Snapshot snapshot;

    Statistics(Session database, Snapshot snapshot) {
        this.database = database;
        this.snapshot = snapshot;
    }

    /// What a program is told of a period.
    ///
    /// @param fates of the drafts that were started in it
    /// @param rows what happened in it, in order
    record Report(Fates fates, List<Happenings> rows) {}

    @RetryOnConflict
    @Transactional
    Report report(Period period, Scope scope, Set<By> by) {
        snapshot.begin();
        return new Report(whole(cohorts(period, scope)), happenings(period, scope, by));
    }

    /// What a page shows of a period.
    ///
    /// @param fates of the drafts that were started in it
    /// @param cohorts the same, told apart
    /// @param days how many were started and ended on its days
    /// @param weeks times to commit by the week of the commit
    /// @param time to commit of all that were committed in it
    record Overview(Fates fates, List<Cohort> cohorts, List<Count> days, List<Weekly> weeks, TimeToCommit time) {}

    /// How many drafts were started or ended on a day.
    ///
    /// @param kind STARTED, COMMITTED, CANCELLED or ABANDONED
    record Count(LocalDate day, String kind, int number) {}

    /// How long the commits of a week took.
    ///
    /// @param from its first day, which is one of [Period#weeks]
    record Weekly(LocalDate from, int commits, TimeToCommit time) {}

    @RetryOnConflict
    @Transactional
    Overview overview(Period period, Scope scope) {
        snapshot.begin();
        var cohorts = cohorts(period, scope);
        var weeks = new ArrayList<Weekly>();
        var time = times(period, scope, weeks);
        return new Overview(whole(cohorts), cohorts, days(period, scope), weeks, time);
    }

    /// Each draft has one owner.
    private static Fates whole(List<Cohort> cohorts) {
        return cohorts.stream()
                .filter(cohort -> cohort.by() == Cohort.Kind.OWNER)
                .map(Cohort::fates)
                .reduce(Fates.NONE, Fates::plus);
    }

    private List<Happenings> happenings(Period period, Scope scope, Set<By> by) {
        var columns = new ArrayList<String>();
        by.stream().sorted().forEach(each -> columns.add(each.columns));
        var keys = String.join(", ", columns);
        var query = query(
                MOMENTS + "select " + (keys.isEmpty() ? "" : keys + ", ") + Happenings.COLUMNS + TimeToCommit.COLUMNS
                        + " from moment m join configuration c on c.id = m.configuration "
                        + (keys.isEmpty() ? "" : "group by " + groups(columns)),
                period,
                scope);
        if (by.contains(By.DAY)) {
            query.setParameter("days", period.begins(period.days()));
        }
        var days = period.days();
        return query.getResultList().stream()
                .map(row -> happenings(row, by, days))
                .sorted(Comparator.comparing(Happenings::place))
                .toList();
    }

    private static String groups(List<String> columns) {
        return String.join(
                ", ",
                columns.stream().map(column -> column.replaceAll(".* as ", "")).toList());
    }

    private static Happenings happenings(Tuple row, Set<By> by, List<LocalDate> days) {
        return Happenings.of(
                row,
                by.contains(By.DAY) ? days.get(row.get("day", Integer.class) - 1) : null,
                by.contains(By.CONFIGURATION) ? name(row) : null,
                by.contains(By.OWNER) ? row.get("owner", String.class) : null);
    }

    private static Name name(Tuple row) {
        return new Name(row.get("application", String.class), row.get("environment", String.class));
    }

    private List<Count> days(Period period, Scope scope) {
        var days = period.days();
        return query("""
                        select width_bucket(date_part('epoch', started), :days) as day,
                            'STARTED' as kind, cast(count(*) as integer) as number
                        from draft_fact f where f.started >= :begin and f.started < :end
                        """ + Scope.OF_FACTS + """
                        group by day
                        union all
                        select width_bucket(date_part('epoch', ended), :days) as day,
                            outcome, cast(count(*) as integer) as number
                        from draft_summary f where f.ended >= :begin and f.ended < :end
                        """ + Scope.OF_FACTS + " group by day, outcome", period, scope)
                .setParameter("days", period.begins(days))
                .getResultStream()
                .map(row -> new Count(
                        days.get(row.get("day", Integer.class) - 1),
                        row.get("kind", String.class),
                        row.get("number", Integer.class)))
                .toList();
    }

    /// @param weekly takes those of each week, in order
    /// @return those of the whole period
    private TimeToCommit times(Period period, Scope scope, List<Weekly> weekly) {
        var weeks = period.weeks();
        List<Tuple> rows = query(
                        """
                        with moment as (
                            select 'COMMITTED' as kind, ended as at, started, active_ms,
                                width_bucket(date_part('epoch', ended), :weeks) as week
                            from draft_summary f
                            where f.outcome = 'COMMITTED' and f.ended >= :begin and f.ended < :end
                        """ + Scope.OF_FACTS + """
                        ) select week, cast(count(*) as integer) as commits,
                        """ + TimeToCommit.COLUMNS
                                + " from moment group by grouping sets ((), (week)) order by week nulls last",
                        period,
                        scope)
                .setParameter("weeks", period.begins(weeks))
                .getResultList();
        for (var row : rows.subList(0, rows.size() - 1)) {
            var from = weeks.get(row.get("week", Integer.class) - 1);
            weekly.add(new Weekly(from, row.get("commits", Integer.class), TimeToCommit.of(row)));
        }
        return TimeToCommit.of(rows.getLast());
    }

    private List<Cohort> cohorts(Period period, Scope scope) {
        var offsets = period.offsets();
        return query(Cohort.SELECT, period, scope)
                .setParameter("changes", offsets.from())
                .setParameter("offsets", offsets.seconds())
                .getResultStream()
                .map(Cohort::of)
                .toList();
    }

    private NativeQuery<Tuple> query(String sql, Period period, Scope scope) {
        var query = database.createNativeQuery(sql, Tuple.class)
                .setParameter("begin", period.begin())
                .setParameter("end", period.end());
        return scope.bind(query);
    }
}
