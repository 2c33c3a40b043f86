-- Some entries of a draft can be committed while the rest stays a draft: an event of its own, since the draft goes on.

alter table draft_event drop constraint draft_event_has_a_known_kind;
alter table draft_event add constraint draft_event_has_a_known_kind check (kind in (
    'STARTED', 'FIRST_EDIT', 'EDITED', 'UNDONE', 'REDONE', 'REVERTED', 'REVIEWED', 'BASE_MOVED', 'CONFLICT', 'REBASED',
    'PARTLY_COMMITTED', 'CANCELLED', 'ABANDONED', 'REOPENED', 'TAKEN_OVER', 'COMMITTED'));
