-- A long import, validation or export goes on when its request was answered, and may be stopped, or end with its server.
-- So what was asked for, how far it is and what came of it are kept here, and the draft learns of nothing before one
-- short transaction at the end, which ends the job too: whoever reads DONE finds it done, and whoever does not finds the
-- draft as it was. Of configurations this row holds keys at most; values are in job_file, for as long as the job is kept.
create table job (
    id uuid constraint job_pkey primary key,
    kind text not null,
    configuration uuid not null constraint job_configuration_fkey references configuration (id),
    -- Null for what is about committed content.
    draft uuid constraint job_draft_fkey references revision (id) on delete cascade,
    owner text collate "C" not null constraint job_owner_fkey references account (name),
    state text not null default 'QUEUED',
    -- Raised by every new start: whoever still works at an earlier one writes nothing any more.
    attempt integer not null default 1,
    done integer not null default 0,
    total integer not null default 0,
    -- Of the file that came.
    name text not null,
    way text,
    format text,
    keys text,
    -- Where the draft had to be, or the committed version.
    stamp bigint,
    version integer,
    -- SHA-256 of the file that came: the same one that comes twice is one job.
    digest bytea,
    accepted timestamptz not null default clock_timestamp(),
    started timestamptz,
    ended timestamptz,
    instance text not null,
    -- When that instance was last known to be at it.
    heartbeat timestamptz not null default clock_timestamp(),
    result json,
    slug text,
    failure text,
    constraint job_has_a_known_kind check (kind in ('REHEARSAL', 'IMPORT', 'VALIDATION', 'EXPORT')),
    constraint job_has_a_known_state check (
        state in ('QUEUED', 'RUNNING', 'DONE', 'STOPPED', 'FAILED', 'INTERRUPTED')),
    constraint job_is_timestamped_iff_it_ended check ((ended is null) = (state in ('QUEUED', 'RUNNING'))),
    constraint job_has_a_result_iff_it_is_done check ((result is not null) = (state = 'DONE')),
    constraint job_says_why_iff_it_failed check ((failure is not null) = (state = 'FAILED')),
    constraint job_imports_into_a_draft check (draft is not null or kind in ('VALIDATION', 'EXPORT')),
    constraint job_is_tried_once_at_least check (attempt > 0),
    constraint job_digest_is_one check (octet_length(digest) = 32)
);
create unique index one_import_at_a_time_per_draft on job (draft)
    where kind in ('REHEARSAL', 'IMPORT') and state in ('QUEUED', 'RUNNING');
create index unfinished_jobs on job (heartbeat) where state in ('QUEUED', 'RUNNING');
create index jobs_of_an_owner on job (owner, accepted);
create index jobs_of_a_draft on job (draft, accepted) where draft is not null;
create index ended_jobs on job (ended) where ended is not null;

-- What came with a job, and what comes of it, in pieces: neither is ever held as one.
create table job_file (
    job uuid not null constraint job_file_job_fkey references job (id) on delete cascade,
    side text not null,
    number integer not null,
    content bytea not null,
    constraint job_file_pkey primary key (job, side, number),
    constraint job_file_has_a_known_side check (side in ('INPUT', 'OUTPUT'))
);
