-- Whoever does not hear whether a change was made asks again, and it must not be made twice. So the change and the key
-- that came with it are written in one transaction: they are there together, or neither is. What a repetition answers
-- is kept beside it, for some days; it never holds a value of a configuration.
create table idempotency (
    actor text collate "C" not null,
    -- SHA-256 of the key and of which change of its request this is. The key itself is kept nowhere, since it is the
    -- secret that the fingerprint is made with.
    key bytea not null,
    -- HMAC-SHA256 of method, address and body under the key: who reads this table or a backup of it cannot try out which
    -- value or password was sent.
    fingerprint bytea not null,
    answer json not null default 'null',
    at timestamptz not null default clock_timestamp(),
    constraint idempotency_is_of_one_actor_and_key primary key (actor, key),
    constraint idempotency_key_is_a_digest check (octet_length(key) = 32),
    constraint idempotency_fingerprint_is_a_digest check (octet_length(fingerprint) = 32)
);

create index idempotency_by_time on idempotency (at);
