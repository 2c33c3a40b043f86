package dev.redraft.scale;

import java.util.List;

/// How a year is made up, statement by statement. Chance is a hash of a number, so that nothing differs between
/// two runs.
final class YearSql {
    private static final String CHANCE = """
            create function pg_temp.chance(n bigint, about text) returns double precision language sql immutable
            return (hashtextextended(about || n, 4711) & 2147483647) / 2147483648.0
            """;

    private static final String PEOPLE = """
            insert into account (name, role, password_hash)
            select 'person-' || to_char(n, 'fm00'), case when n <= 3 then 'ADMINISTRATOR' else 'EDITOR' end,
                (select password_hash from account where name = '${like}')
            from generate_series(1, 25) as n
            """;

    private static final String CONFIGURATIONS = """
            insert into configuration (id, application, environment, title, created, created_by)
            select cast(md5('configuration ' || n) as uuid), 'app-' || to_char((n + 3) / 4, 'fm000'),
                (array['test', 'integration', 'staging', 'production'])[(n - 1) % 4 + 1], 'Service ' || (n + 3) / 4,
                timestamptz '${end}' - interval '370 days' + n * interval '1 minute', 'person-01'
            from generate_series(1, ${configurations}) as n
            """;

    /// When and by whom each draft is started: most of them on weekdays, by day.
    private static final String STARTS = """
            create temp table start as
            select n, cast(md5('draft ' || n) as uuid) as id,
                case when n <= ${busy} then 1 else 1 + n % ${configurations} end as configuration,
                'person-' || to_char(1 + floor(24.999 * power(pg_temp.chance(n, 'owner'), 1.4)), 'fm00') as owner,
                day + interval '1 microsecond' * n + interval '1 minute' * floor(
                    (7 + 6 * (pg_temp.chance(n, 'early') + pg_temp.chance(n, 'late'))) * 60) as started
            from (
                select n, case when extract(isodow from day) > 5 and pg_temp.chance(n, 'weekend') < 0.85
                    then day - interval '2 days' else day end as day
                from (
                    select n, date_trunc('day', timestamptz '${end}' - interval '363 days'
                        + floor(pg_temp.chance(n, 'day') * 359) * interval '1 day', 'UTC') as day
                    from generate_series(1, ${drafts}) as n) as any_day) as working_day
            """;

    /// How each draft goes on. Nine of ten versions are drafts that were committed.
    private static final String DRAFTS = """
            create temp table life as
            select *, case outcome
                    when 'ABANDONED' then started + work + interval '30 days'
                    when 'DRAFT' then null
                    else started + work end as ended
            from (
                select *, case
                        when place <= ${versions} * 9 / 10 - ${configurations} then 'ACTIVE'
                        when started > timestamptz '${end}' - interval '31 days' and pg_temp.chance(n, 'fate') < 0.1
                            and row_number() over (partition by configuration, owner order by started desc) = 1 then 'DRAFT'
                        when started <= timestamptz '${end}' - interval '34 days' and pg_temp.chance(n, 'fate') < 0.45
                            then 'ABANDONED'
                        else 'CANCELLED' end as outcome,
                    interval '1 second' * floor(60 + 1800 * pg_temp.chance(n, 'time')
                        + 150000 * power(pg_temp.chance(n, 'time'), 9)) as work,
                    case when place > ${versions} and pg_temp.chance(n, 'untouched') < 0.2 then 0
                        else 1 + floor(4 * power(pg_temp.chance(n, 'changes'), 2)) end as changes,
                    case when pg_temp.chance(n, 'undone') < 0.25 then 1 + floor(3 * pg_temp.chance(n, 'undos')) else 0 end
                        as undos
                from (select *, row_number() over (order by pg_temp.chance(n, 'luck'), n) as place from start) as placed) as begun
            """;

    /// Direct writes: the first version of each configuration, and one version in ten.
    private static final String WRITES = """
            create temp table written as
            select n, cast(md5('write ' || n) as uuid) as id,
                case when n <= ${configurations} then n else 1 + n % ${configurations} end as configuration,
                'person-' || to_char(1 + n % 25, 'fm00') as owner,
                case when n <= ${configurations} then timestamptz '${end}' - interval '369 days'
                    else timestamptz '${end}' - interval '360 days' + pg_temp.chance(n, 'write') * interval '355 days' end
                    + interval '1 microsecond' * n as ended,
                case when n <= ${configurations} then 40 else 2 end as changes
            from generate_series(1, ${versions} - (${versions} * 9 / 10 - ${configurations})) as n
            """;

    private static final String VERSIONS = """
            create temp table version as
            select *, row_number() over chain as version, lead(ended) over chain as retired
            from (
                select id, configuration, owner, started, ended, changes, undos, n, true as is_draft
                from life where outcome = 'ACTIVE'
                union all
                select id, configuration, owner, ended, ended, changes, 0, n, false from written) as one
            window chain as (partition by configuration order by ended);
            create index on version (configuration, ended);
            analyze version
            """;

    /// The keys that each version writes. Every twelfth time a key is written, that removes it.
    private static final String TOUCHED = """
            create temp table touched as
            select v.id, v.configuration, v.version, i, key, occurrence % 12 = 0 as removed,
                case when occurrence % 12 <> 0 then value end as after,
                case when lag(occurrence) over same % 12 <> 0 then lag(value) over same end as before,
                lead(v.version) over same as next,
                case when occurrence % 12 = 0 then -1 when occurrence % 12 = 1 then 1 else 0 end as more
            from (
                select v.*, i, 'key.' || to_char(1 + (v.n + i * 7) % 40, 'fm000') as key,
                    case when i % 3 = 1 then '{"number":' || v.version || ',"text":"text ' || i || '"}'
                        else cast(v.version * 10 + i as text) end as value,
                    row_number() over (partition by v.configuration, 1 + (v.n + i * 7) % 40 order by v.version) as occurrence
                from version v cross join lateral generate_series(1, cast(v.changes as integer)) as i) as v
            window same as (partition by v.configuration, key order by v.version);
            create index on touched (configuration, key, version);
            analyze touched
            """;

    private static final String REVISIONS = """
            insert into revision (id, configuration, state, version, base, owner, stamp, message, entries, changes, gestures,
                last_position, started, edited, ended, retired)
            select cast(md5('empty ' || number) as uuid), c.id, 'RETIRED', 0, null, 'person-01', 0,
                '', 0, 0, 0, 0, c.created, cast(null as timestamptz), c.created, v.ended
            from generate_series(1, ${configurations}) as number
            join configuration c on c.id = cast(md5('configuration ' || number) as uuid)
            join version v on v.configuration = number and v.version = 1
            union all
            select v.id, cast(md5('configuration ' || v.configuration) as uuid),
                case when retired is null then 'ACTIVE' else 'RETIRED' end, version, version - 1, owner,
                case when is_draft then v.changes + v.undos * 2 else 0 end, 'Change ' || v.n,
                sum(more) over (partition by v.configuration order by version), v.changes, v.changes + v.undos, 40 * 1024,
                started, ended, ended, retired
            from version v
            join (select id, sum(more) as more from touched group by id) as t on t.id = v.id;
            insert into revision (id, configuration, state, version, base, owner, stamp, entries, changes, gestures,
                last_position, started, edited, ended)
            select l.id, cast(md5('configuration ' || l.configuration) as uuid), l.outcome, null, live.version, l.owner,
                l.changes + l.undos * 2, r.entries, l.changes, l.changes + l.undos, r.last_position, l.started,
                case when l.changes > 0 then l.started + l.work / 2 end, l.ended
            from life l
            cross join lateral (
                select id, version from version v where v.configuration = l.configuration and v.ended <= l.started
                order by v.ended desc limit 1) as live
            join revision r on r.id = live.id
            where l.outcome <> 'ACTIVE'
            """;

    private static final String ENTRIES = """
            insert into entry (configuration, revision, key, position, value, words, removed, since, until)
            select cast(md5('configuration ' || configuration) as uuid), id, key, cast(right(key, 3) as integer) * 1024,
                cast(after as json), lower(key || chr(10) || after), removed, version, case when removed then version else next end
            from touched;
            create temp table drafted as
            select l.id, i, key, before, cast(cast(l.n as integer) * 10 + i as text) as after
            from life l
            cross join lateral generate_series(1, cast(l.changes as integer)) as i
            cross join lateral (select 'key.' || to_char(1 + (l.n + i * 7) % 40, 'fm000') as key) as k
            join revision r on r.id = l.id
            left join lateral (
                select t.after as before from touched t
                where t.configuration = l.configuration and t.key = k.key and t.version <= r.base
                order by t.version desc limit 1) as live on true
            where l.outcome <> 'ACTIVE';
            insert into entry (configuration, revision, key, position, value, words)
            select r.configuration, r.id, key, cast(right(key, 3) as integer) * 1024, cast(after as json),
                lower(key || chr(10) || after)
            from drafted d join revision r on r.id = d.id
            """;

    /// A step for each change, and one more for each that was taken back.
    private static final String STEPS_OF_DRAFTS = """
            create temp table step as
            select id, i, key, before, after from touched
            union all
            select id, i, key, before, after from drafted
            union all
            select l.id, l.changes + u, 'key.041', null, cast(u as text)
            from life l cross join lateral generate_series(1, cast(l.undos as integer)) as u;
            insert into gesture (revision, number, state, label, author, at)
            select s.id, i, case when i > r.changes then 'DISCARDED' else 'APPLIED' end,
                case when before is null then 'add ' when after is null then 'remove ' else 'set ' end || key, r.owner,
                r.started + (coalesce(r.edited, r.started) - r.started) * i / (r.gestures + 1)
            from step s join revision r on r.id = s.id;
            insert into operation (revision, gesture, sequence, kind, path, forward, inverse)
            select id, i, 0, 'put', cast(path as json),
                cast('{"kind":"put","path":' || path || coalesce(',"before":' || before, '')
                    || coalesce(',"after":' || after, '') || '}' as json),
                cast('{"kind":"put","path":' || path || coalesce(',"before":' || after, '')
                    || coalesce(',"after":' || before, '') || '}' as json)
            from (select *, '["' || key || '"]' as path from step) as s
            """;

    /// What each draft went through. Somebody who reviews takes a moment for it; some go away and come back.
    private static final String EVENTS = """
            insert into draft_event (draft, configuration, owner, kind, actor, at, stamp)
            select l.id, cast(md5('configuration ' || l.configuration) as uuid), l.owner, kind, l.owner, at, 0
            from life l
            cross join lateral (
                select 'STARTED' as kind, l.started as at
                union all
                select case i when 1 then 'FIRST_EDIT' else 'EDITED' end, l.started + l.work * 0.5 * i / (l.changes + l.undos)
                from generate_series(1, cast(l.changes + l.undos as integer)) as i
                union all
                select 'UNDONE', l.started + l.work * (0.51 + 0.01 * i) from generate_series(1, cast(l.undos as integer)) as i
                union all
                select 'REVIEWED', l.started + l.work * 0.9 where l.changes > 0
                    and pg_temp.chance(l.n, 'reviewed') < case l.outcome when 'ACTIVE' then 0.95 else 0.3 end
                union all
                select kind, l.started + l.work * part from (values ('CONFLICT', 0.7), ('REBASED', 0.75)) as moved (kind, part)
                where pg_temp.chance(l.n, 'conflict') < 0.06 and l.changes > 0
                union all
                select kind, l.started + l.work * part from (values ('CANCELLED', 0.8), ('REOPENED', 0.85)) as moved (kind, part)
                where pg_temp.chance(l.n, 'reopened') < 0.01
                union all
                select case l.outcome when 'ACTIVE' then 'COMMITTED' else l.outcome end, l.ended where l.ended is not null
                ) as happened
            order by at
            """;

    private static final String SUMMARIES = """
            insert into draft_summary (draft, configuration, owner, outcome, base, version, changes, gestures, started, edited,
                ended, first_edited, first_reviewed, edits, undos, conflicts, reopened, active_ms, last_step)
            select r.id, r.configuration, r.owner, case l.outcome when 'ACTIVE' then 'COMMITTED' else l.outcome end, r.base,
                r.version, r.changes, r.gestures, r.started, r.edited, r.ended, c.first_edited, c.first_reviewed, c.edits,
                c.undos, c.conflicts, c.reopened, c.active_ms,
                case when r.version is null then step_of(c.last_deed, r.id, cast(r.changes as integer)) end
            from life l join revision r on r.id = l.id cross join lateral course_of(r.id) c
            where l.ended is not null;
            insert into audit (at, actor, action, configuration, draft, subject, details)
            select e.at, e.actor, case e.kind when 'STARTED' then 'draft-started' when 'COMMITTED' then 'draft-committed'
                when 'CANCELLED' then 'draft-cancelled' else 'draft-reopened' end,
                e.configuration, e.draft, c.application || '/' || c.environment, '{}'
            from draft_event e join configuration c on c.id = e.configuration
            where e.kind in ('STARTED', 'COMMITTED', 'CANCELLED', 'REOPENED')
            order by e.at
            """;

    static final List<String> STEPS = List.of(
            CHANCE,
            PEOPLE,
            CONFIGURATIONS,
            STARTS,
            DRAFTS,
            WRITES,
            VERSIONS,
            TOUCHED,
            REVISIONS,
            ENTRIES,
            STEPS_OF_DRAFTS,
            "analyze draft_event, operation, revision",
            EVENTS,
            "analyze draft_event",
            SUMMARIES);

    private YearSql() {}
}
