-- A configuration is a chain of revisions. A draft is a clone of the revision it edits; the swap at commit turns it into the
-- live one and retires the original. The clone is copy-on-write: it copies the revision's row and no entry, so that
-- starting, editing, undoing and committing cost what they touch and not what the configuration holds.

create table configuration (
    id uuid constraint configuration_pkey primary key,
    application text collate "C" not null,
    environment text collate "C" not null,
    title text not null default '',
    description text not null default '',
    archived boolean not null default false,
    -- Counts the changes of title, description and archived.
    edition integer not null default 0,
    created timestamptz not null,
    created_by text collate "C" not null constraint configuration_created_by_fkey references account (name),
    constraint configuration_is_named_once unique (application, environment),
    constraint configuration_has_names_of_the_right_form check (
        application ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$' and environment ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$')
);

create table revision (
    id uuid constraint revision_pkey primary key,
    configuration uuid not null constraint revision_configuration_fkey references configuration (id),
    state text not null,
    -- The number it got when it became live.
    version integer,
    -- The version it was cloned from; only the empty revision that a configuration is born with has none.
    base integer,
    owner text collate "C" not null constraint revision_owner_fkey references account (name),
    -- Raised by every change to a draft: what its ETag is made of.
    stamp bigint not null default 0,
    message text,
    -- Kept up to date by what is added and removed, never counted.
    entries integer not null default 0,
    -- How many entries a draft changes: the number of its own rows.
    changes integer not null default 0,
    -- The newest gesture's number.
    gestures integer not null default 0,
    -- The highest position given to an entry so far.
    last_position bigint not null default 0,
    started timestamptz not null,
    -- In no index, so that an edit rewrites the row in place (a heap-only tuple).
    edited timestamptz,
    reviewed_stamp bigint,
    -- When it was activated, cancelled or abandoned.
    ended timestamptz,
    retired timestamptz,
    constraint revision_has_a_known_state check (state in ('DRAFT', 'ACTIVE', 'RETIRED', 'CANCELLED', 'ABANDONED')),
    constraint revision_has_a_version_iff_it_was_live check ((version is not null) = (state in ('ACTIVE', 'RETIRED'))),
    constraint revision_is_timestamped_iff_it_ended check ((ended is not null) = (state <> 'DRAFT')),
    constraint revision_is_timestamped_iff_retired check ((retired is not null) = (state = 'RETIRED')),
    constraint revision_retires_after_it_was_activated check (retired > ended),
    constraint revision_follows_its_base check (version = base + 1 or version = 0 and base is null or version is null)
);
create unique index one_live_revision_per_configuration on revision (configuration) where state = 'ACTIVE';
create unique index one_draft_per_owner_and_configuration on revision (configuration, owner) where state = 'DRAFT';
create unique index one_revision_per_version on revision (configuration, version) where version is not null;
create index drafts_by_state on revision (state, started) where version is null;

create table entry (
    id bigint generated always as identity constraint entry_pkey primary key,
    configuration uuid not null constraint entry_configuration_fkey references configuration (id),
    -- The revision that wrote it.
    revision uuid not null constraint entry_revision_fkey references revision (id) on delete cascade,
    key text collate "C" not null,
    -- A sparse order: neither an insertion nor an undo renumbers.
    position bigint not null,
    -- json keeps member order, number text and \u0000, all of which jsonb loses or refuses. It is compared in Java.
    value json,
    -- Key and value as text without case, which search looks into.
    words text,
    removed boolean not null default false,
    -- The versions from and until which it is live; both are null while it belongs to a draft.
    since integer,
    until integer,
    constraint entry_has_a_value_unless_removed check ((value is null) = removed),
    constraint entry_has_words_iff_it_has_a_value check ((words is null) = removed),
    constraint entry_ends_after_it_began check (until is null or since is not null and until >= since),
    constraint entry_that_removes_ends_at_once check (not removed or since is null or until = since)
);
create unique index one_live_row_per_key on entry (configuration, key) where since is not null and until is null;
create unique index one_row_per_revision_and_key on entry (revision, key);
-- Without the key: an update that looks for a key must not be tempted to walk the whole order.
create index live_entries_in_order on entry (configuration, position) where since is not null and until is null;
create index ended_entries on entry (configuration, until) where until is not null;
create index entries_through_time on entry (configuration, key, since) where since is not null;

create table gesture (
    revision uuid not null constraint gesture_revision_fkey references revision (id) on delete cascade,
    number integer not null,
    state text not null default 'APPLIED',
    label text not null,
    author text collate "C" not null constraint gesture_author_fkey references account (name),
    at timestamptz not null,
    constraint gesture_pkey primary key (revision, number),
    constraint gesture_has_a_known_state check (state in ('APPLIED', 'UNDONE', 'DISCARDED')),
    constraint gesture_has_a_label check (label <> '')
);
create index gestures_by_state on gesture (revision, state, number);

create table operation (
    revision uuid not null,
    gesture integer not null,
    sequence integer not null,
    kind text not null,
    path json not null,
    forward json not null,
    inverse json not null,
    constraint operation_pkey primary key (revision, gesture, sequence),
    constraint operation_gesture_fkey foreign key (revision, gesture) references gesture (revision, number)
        on delete cascade,
    constraint operation_has_a_known_kind check (kind in ('put', 'insert', 'delete', 'move', 'increment'))
);

-- What happened to drafts, without a single value. It refers to drafts that may be purged by now, hence no foreign key.
create table draft_event (
    id bigint generated always as identity constraint draft_event_pkey primary key,
    draft uuid not null,
    configuration uuid not null constraint draft_event_configuration_fkey references configuration (id),
    owner text collate "C" not null,
    kind text not null,
    actor text collate "C" not null,
    at timestamptz not null,
    stamp bigint not null,
    constraint draft_event_has_a_known_kind check (kind in (
        'STARTED', 'FIRST_EDIT', 'EDITED', 'UNDONE', 'REDONE', 'REVERTED', 'REVIEWED', 'BASE_MOVED', 'CONFLICT', 'REBASED',
        'CANCELLED', 'ABANDONED', 'REOPENED', 'TAKEN_OVER', 'COMMITTED'))
);
create index draft_events_by_draft on draft_event (draft, id);
create index draft_events_by_time on draft_event (at);

-- One row for each draft that ended, kept for ever.
create table draft_summary (
    draft uuid constraint draft_summary_pkey primary key,
    configuration uuid not null constraint draft_summary_configuration_fkey references configuration (id),
    owner text collate "C" not null,
    outcome text not null,
    base integer not null,
    version integer,
    changes integer not null,
    gestures integer not null,
    started timestamptz not null,
    edited timestamptz,
    ended timestamptz not null,
    constraint draft_summary_has_a_known_outcome check (outcome in ('COMMITTED', 'CANCELLED', 'ABANDONED')),
    constraint draft_summary_has_a_version_iff_committed check ((version is not null) = (outcome = 'COMMITTED'))
);
