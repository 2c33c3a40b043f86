-- What a configuration may hold is said by a JSON Schema. It changes under the lock that a commit takes, so that nobody
-- publishes what the schema refuses by then; the number tells whether a validation was made against it as it is now.
-- Schemas stay as they were, each under its number: whoever validated against one may look at it again, and what was
-- compiled never grows stale.
alter table configuration
    -- Counts the changes of the schema, its removal included. 0: it never had one.
    add column schema_number integer not null default 0,
    add constraint configuration_counts_changes_of_its_schema check (schema_number >= 0);

create table configuration_schema (
    configuration uuid not null constraint configuration_schema_configuration_fkey references configuration (id),
    number integer not null,
    -- As it was written. Null: it was taken away, and anything goes.
    schema json,
    author text collate "C" not null constraint configuration_schema_author_fkey references account (name),
    at timestamptz not null default clock_timestamp(),
    constraint configuration_schema_pkey primary key (configuration, number),
    constraint configuration_schema_is_counted_from_one check (number > 0),
    constraint configuration_schema_is_an_object_or_a_boolean check (json_typeof(schema) in ('object', 'boolean'))
);
