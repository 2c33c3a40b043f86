-- Nobody reads or changes configuration without an account, and whoever changes who may do so leaves a record behind
-- in the same transaction. Names are compared byte by byte ("C"), so that no locale decides who somebody is.
create table account (
    name text collate "C" not null,
    role text not null,
    password_hash text not null,
    enabled boolean not null default true,
    -- Raised by every change; the account's ETag. A time would not do: two changes may share one.
    stamp bigint not null default 0,
    created timestamptz not null default clock_timestamp(),
    changed timestamptz not null default clock_timestamp(),
    constraint account_has_one_name primary key (name),
    constraint account_name_is_plain check (name ~ '^[A-Za-z0-9][A-Za-z0-9._@-]{0,99}$'),
    constraint account_role_is_known check (role in ('VIEWER', 'EDITOR', 'ADMINISTRATOR')),
    constraint account_stamp_counts_up check (stamp >= 0),
    constraint account_changes_after_its_creation check (changed >= created)
);

-- Append-only. It names who did what to what, and never holds a value of a configuration or a password. There are no
-- foreign keys on purpose: a record outlives what it speaks of, and writing one must never wait for somebody's lock.
create table audit (
    id bigint generated always as identity,
    at timestamptz not null default clock_timestamp(),
    actor text not null,
    action text not null,
    configuration uuid,
    draft uuid,
    subject text not null,
    details json,
    address text,
    constraint audit_has_one_id primary key (id),
    constraint audit_details_are_an_object check (json_typeof(details) = 'object')
);

create index audit_of_a_configuration on audit (configuration, id) where configuration is not null;
create index audit_of_an_actor on audit (actor, id);

-- A record is never changed. It may be deleted only by a purge that says so in its transaction, by
-- `set local redraft.audit_purge = 'on'`: this stops a slip, not a person who owns the database.
create function audit_stays_as_it_is() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' and current_setting('redraft.audit_purge', true) = 'on' then
        return null;
    end if;
    raise exception 'audit is append-only: % refused', lower(tg_op) using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_is_append_only before update or delete or truncate on audit
    for each statement execute function audit_stays_as_it_is();
