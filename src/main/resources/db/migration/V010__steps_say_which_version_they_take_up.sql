-- A step may take up the past: all as it was in a version, or without what one version changed. It says which, wherever
-- it goes: undone and redone, rebased, taken over, committed in part or in whole.
alter table gesture
    add column origin text,
    add column origin_version integer,
    add constraint gesture_has_a_known_origin check (origin in ('ROLLBACK', 'UNDONE_COMMIT')),
    add constraint gesture_names_the_version_of_its_origin check ((origin is null) = (origin_version is null));

-- Lists of versions ask each for its origins, and nearly none has any.
create index gestures_of_the_past on gesture (revision, number) where origin is not null;
