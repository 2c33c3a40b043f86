package dev.redraft.statistics;

import dev.redraft.configuration.Name;
import jakarta.persistence.Tuple;
import org.jspecify.annotations.Nullable;

/// Drafts that were started in a period and have something in common.
///
/// @param by what they have in common
/// @param configuration that they are of, or null
/// @param text their owner, or the last step before they were given up; or null
/// @param hour of the week in which they were started, from 0 (Monday, midnight) to 167; or null
record Cohort(
        Kind by,
        @Nullable Name configuration,
        @Nullable String text,
        @Nullable Integer hour,
        Fates fates) {
    /// What drafts can have in common, by what PostgreSQL's `grouping` makes of the statement below.
    enum Kind {
        CONFIGURATION(7),
        OWNER(11),
        HOUR(13),
        LAST_STEP(14);

        private final int grouping;

        Kind(int grouping) {
            this.grouping = grouping;
        }

        static Kind of(int grouping) {
            for (var kind : values()) {
                if (kind.grouping == grouping) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("No drafts are grouped like " + grouping);
        }
    }

    /// Of one look at the drafts all that is told apart; by the hour and the last step no more than how they
    /// ended. Drafts with the same marks are counted together first, since one count is cheaper than a dozen of
    /// them.
    static final String SELECT = """
            with fact as (
                select configuration, owner, last_step, outcome, edits, undos, marks,
                    """ + Period.HOUR_OF_START + """
                     as hour
                from draft_fact f
                where f.started >= :begin and f.started < :end
            """ + Scope.OF_FACTS + """
            ), alike as (
                select grouping(configuration, owner, hour, last_step) as kind, configuration, owner, hour, last_step, outcome,
                    marks, count(*) as n, sum(edits) as edits, sum(undos) as undos
                from fact
                group by grouping sets ((configuration, outcome, marks), (owner, outcome, marks), (hour, outcome),
                    (last_step, outcome))
            ), tally as (
                select kind, configuration, owner, cast(hour as integer) as hour, last_step,
                    cast(sum(n) as integer) as started,
                    cast(coalesce(sum(n) filter (where marks & 1 > 0), 0) as integer) as edited,
                    cast(coalesce(sum(n) filter (where marks & 2 > 0), 0) as integer) as reviewed,
                    cast(coalesce(sum(n) filter (where outcome = 'COMMITTED'), 0) as integer) as committed,
                    cast(coalesce(sum(n) filter (where outcome = 'CANCELLED'), 0) as integer) as cancelled,
                    cast(coalesce(sum(n) filter (where outcome = 'ABANDONED'), 0) as integer) as abandoned,
                    cast(coalesce(sum(n) filter (where outcome = 'OPEN'), 0) as integer) as open,
                    cast(coalesce(sum(n) filter (where marks & 4 > 0), 0) as integer) as reopened,
                    cast(coalesce(sum(n) filter (where marks & 8 > 0), 0) as integer) as undone,
                    cast(coalesce(sum(n) filter (where marks & 16 > 0), 0) as integer) as collided,
                    cast(sum(edits) as integer) as edits,
                    cast(sum(undos) as integer) as undos
                from alike
                group by kind, configuration, owner, hour, last_step)
            select t.*, c.application, c.environment
            from tally t left join configuration c on c.id = t.configuration
            """;

    static Cohort of(Tuple row) {
        var kind = Kind.of(row.get("kind", Integer.class));
        return new Cohort(
                kind,
                kind == Kind.CONFIGURATION
                        ? new Name(row.get("application", String.class), row.get("environment", String.class))
                        : null,
                kind == Kind.OWNER ? row.get("owner", String.class) : row.get("last_step", String.class),
                row.get("hour", Integer.class),
                Fates.of(row));
    }

    /// Of what they have in common; empty if they were not given up.
    String name() {
        return configuration != null ? configuration.toString() : text == null ? "" : text;
    }
}
