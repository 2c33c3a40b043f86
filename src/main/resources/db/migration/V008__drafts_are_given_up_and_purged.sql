-- A draft that was kept long enough is marked as purged, in a moment, and is there for nobody from then on. Its rows, of
-- which there may be a million, are deleted after that, in small transactions: whoever is stopped half way leaves
-- nothing that could be reopened, and the next run goes on. What happened to it (draft_event, draft_summary) stays.
alter table revision drop constraint revision_has_a_known_state;
alter table revision add constraint revision_has_a_known_state
    check (state in ('DRAFT', 'ACTIVE', 'RETIRED', 'CANCELLED', 'ABANDONED', 'PURGED'));

-- The audit record is read newest first, whatever it is searched for.
drop index audit_of_an_actor;
create index audit_by_time on audit (at, id);
create index audit_by_actor on audit (actor, at, id);
create index audit_by_action on audit (action, at, id);
create index audit_by_subject on audit (subject, at, id);
