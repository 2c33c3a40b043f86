-- Whoever signs in at the page shows a cookie from then on. The cookie's text is kept nowhere: only its SHA-256 is, so
-- that whoever reads this table or a backup of it cannot come in with what it says. Signing out deletes the row.
create table sign_in (
    id bytea not null,
    account text collate "C" not null,
    created timestamptz not null default clock_timestamp(),
    -- Updated at most once a minute: a request should read, not write.
    last_used timestamptz not null default clock_timestamp(),
    expires timestamptz not null,
    address text,
    user_agent text,
    constraint sign_in_has_one_id primary key (id),
    constraint sign_in_id_is_a_digest check (octet_length(id) = 32),
    constraint sign_in_is_of_an_account foreign key (account) references account (name) on delete cascade,
    constraint sign_in_ends_after_it_began check (expires > created),
    constraint sign_in_names_the_browser_in_short check (char_length(user_agent) <= 200)
);

create index sign_ins_of_an_account on sign_in (account);
