-- Cancelled and abandoned drafts are purged, and no number of the statistics may change by that. So the summary that is kept
-- of each draft that ended tells the course it took, without a key or a value; for open drafts the events tell it still.

alter table draft_summary
    add first_edited timestamptz,
    add first_reviewed timestamptz,
    add edits integer not null default 0,
    add undos integer not null default 0,
    add conflicts integer not null default 0,
    add reopened integer not null default 0,
    -- How long somebody was at it: gaps of more than 10 minutes between two events are left out.
    add active_ms bigint not null default 0,
    -- The last step before it was given up; null if it was committed.
    add last_step text;

-- The course that a draft took so far. Events of one draft are written under its lock, so their ids are in order.
create function course_of(the_draft uuid)
    returns table (first_edited timestamptz, first_reviewed timestamptz, edits integer, undos integer, conflicts integer,
        reopened integer, active_ms bigint, last_deed text)
    language sql stable
begin atomic
    select min(at) filter (where kind = 'FIRST_EDIT'),
        min(at) filter (where kind = 'REVIEWED'),
        cast(count(*) filter (where kind in ('FIRST_EDIT', 'EDITED', 'REVERTED')) as integer),
        cast(count(*) filter (where kind = 'UNDONE') as integer),
        cast(count(*) filter (where kind = 'CONFLICT') as integer),
        cast(count(*) filter (where kind = 'REOPENED') as integer),
        cast(coalesce(sum(extract(epoch from pause) * 1000)
            filter (where pause between interval '0' and interval '10 minutes'), 0) as bigint),
        (array_agg(kind order by id desc) filter (where kind not in ('COMMITTED', 'CANCELLED', 'ABANDONED')))[1]
    from (
        select id, kind, at, at - lag(at) over (order by id) as pause from draft_event where draft = the_draft) as event;
end;

-- What kind of step a deed was; for an edit, what its gesture did. That is read as text, for the operators of json fail on a
-- \u0000: a put whose text has no "before" behind its path adds, and one whose inverse has none removes.
create function step_of(deed text, the_draft uuid, the_gesture integer) returns text
    language sql stable
begin atomic
    select case deed
        when 'UNDONE' then 'undo' when 'REDONE' then 'redo' when 'REVERTED' then 'revert' when 'REVIEWED' then 'review'
        when 'BASE_MOVED' then 'refused-commit' when 'CONFLICT' then 'conflict' when 'REBASED' then 'update'
        when 'PARTLY_COMMITTED' then 'partial-commit' when 'REOPENED' then 'reopen' when 'TAKEN_OVER' then 'takeover'
        when 'FIRST_EDIT' then coalesce(edit.step, 'edit') when 'EDITED' then coalesce(edit.step, 'edit')
        else 'start' end
    from (
        select case
                when count(*) > 1 then 'several'
                when min(kind) = 'move' then 'move'
                when min(kind) = 'insert' or bool_or(forward !~ '^\{"kind":"put","path":\[([^]"]|"([^"\\]|\\.)*")*\],"before":')
                    and min(kind) = 'put' then 'add'
                when min(kind) = 'delete' or bool_or(inverse !~ '^\{"kind":"put","path":\[([^]"]|"([^"\\]|\\.)*")*\],"before":')
                    and min(kind) = 'put' then 'remove'
                when count(*) = 1 then 'set' end as step
        from (
            select kind, cast(forward as text) as forward, cast(inverse as text) as inverse from operation
            where revision = the_draft and gesture = the_gesture and deed in ('FIRST_EDIT', 'EDITED')
            limit 2) as operation) as edit;
end;

update draft_summary s
set first_edited = c.first_edited, first_reviewed = c.first_reviewed, edits = c.edits, undos = c.undos,
    conflicts = c.conflicts, reopened = c.reopened, active_ms = c.active_ms,
    last_step = case when s.outcome <> 'COMMITTED' then step_of(c.last_deed, s.draft, s.gestures) end
from draft_summary d cross join lateral course_of(d.draft) c
where d.draft = s.draft;

alter table draft_summary
    add constraint draft_summary_counts_up check (
        edits >= 0 and undos >= 0 and conflicts >= 0 and reopened >= 0 and active_ms >= 0),
    add constraint draft_summary_has_no_last_step_if_committed check (last_step is null or outcome <> 'COMMITTED'),
    add constraint draft_summary_has_a_known_last_step check (last_step in (
        'start', 'set', 'add', 'remove', 'move', 'several', 'edit', 'undo', 'redo', 'revert', 'review', 'refused-commit',
        'conflict', 'update', 'partial-commit', 'reopen', 'takeover'));

-- What statistics count drafts by, as one number: 1 edited, 2 reviewed, 4 reopened, 8 something undone, 16 a conflict. Thousands of
-- drafts are counted at once, and working this out for each takes longer than counting.
create function marks_of(first_edited timestamptz, first_reviewed timestamptz, reopened integer, undos integer,
    conflicts integer) returns integer
    language sql immutable parallel safe
    return cast(first_edited is not null as integer) + 2 * cast(first_reviewed is not null as integer)
        + 4 * cast(reopened > 0 as integer) + 8 * cast(undos > 0 as integer) + 16 * cast(conflicts > 0 as integer);
alter table draft_summary add marks integer not null
    generated always as (marks_of(first_edited, first_reviewed, reopened, undos, conflicts)) stored;

-- Lists of drafts are read newest first, of somebody or of all.
create index drafts_by_start on revision (started, id) where version is null;
create index drafts_of_an_owner on revision (owner, started, id) where version is null;

create index draft_summaries_by_start on draft_summary (started);
create index draft_summaries_by_end on draft_summary (ended);
create index draft_events_counted_by_time on draft_event (at) include (kind, configuration, owner)
    where kind in ('UNDONE', 'CONFLICT', 'REOPENED');

-- Each draft there ever was, once, whether it is purged or not.
create view draft_fact as
    select draft, configuration, owner, outcome, started, first_edited, first_reviewed, ended, edits, undos, conflicts,
        reopened, active_ms, last_step, marks
    from draft_summary
    union all
    select r.id, r.configuration, r.owner, 'OPEN', r.started, c.first_edited, c.first_reviewed, null, c.edits, c.undos,
        c.conflicts, c.reopened, c.active_ms, null,
        marks_of(c.first_edited, c.first_reviewed, c.reopened, c.undos, c.conflicts)
    from revision r cross join lateral course_of(r.id) c
    where r.state = 'DRAFT' and r.version is null;
