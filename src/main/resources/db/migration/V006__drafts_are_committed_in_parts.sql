-- Some entries of a draft can be committed while the rest stays a draft: an event of its own, since the draft goes on.
-- And the log is asked which entry an operation is about.

alter table draft_event drop constraint draft_event_has_a_known_kind;
alter table draft_event add constraint draft_event_has_a_known_kind check (kind in (
    'STARTED', 'FIRST_EDIT', 'EDITED', 'UNDONE', 'REDONE', 'REVERTED', 'REVIEWED', 'BASE_MOVED', 'CONFLICT', 'REBASED',
    'PARTLY_COMMITTED', 'CANCELLED', 'ABANDONED', 'REOPENED', 'TAKEN_OVER', 'COMMITTED'));

-- The operators of json read the whole text, and fail on a \u0000 anywhere in it, which the name of a member may hold. The
-- key of an entry holds none, so it is cut out before it is read.
create function key_in(json_string text) returns text
    language sql immutable strict parallel safe
    return cast('["' || json_string || '"]' as json) ->> 0;

-- The entry that a path leads into: ["key", …].
create function entry_of(path json) returns text
    language sql immutable strict parallel safe
    return key_in(substring(cast(path as text) from '^\["((?:[^"\\]|\\.)*)"'));

-- The entry that a move leads into: {…, "to": ["key", …]}. Within a string the quotes would be escaped.
create function target_of(forward json) returns text
    language sql immutable strict parallel safe
    return key_in(substring(cast(forward as text) from '"to":\["((?:[^"\\]|\\.)*)"'));
