-- What is kept of a draft that ended does not change but for its purge, so whoever counts such drafts keeps what was read of them, and
-- reads what was written since. By transaction, not by time or number: those show when a row was written, this shows whether it could be seen.

drop view draft_fact;

alter table draft_summary
    drop column marks,
    add purged boolean not null default false,
    add written xid8 not null default pg_current_xact_id();
update draft_summary s set purged = true
where not exists (select from revision r where r.id = s.draft and r.state <> 'PURGED');
drop function marks_of;

drop index draft_summaries_by_start;
drop index draft_summaries_by_end;
create index draft_summaries_by_transaction on draft_summary (written);
