package dev.redraft.race;

/// Where a transaction can be held: at the record of its deed, which every one writes when its locks are taken
/// and its rows are written, and before it ends.
enum Point {
    CREATED("audit", "new.action = 'configuration-created'"),
    ARCHIVED("audit", "new.action = 'configuration-archived'"),
    DEMOTED("audit", "new.action = 'user-role-changed'"),
    SCHEMA_CHANGED("audit", "new.action = 'schema-changed'"),
    WRITTEN("audit", "new.action = 'content-written'"),
    STARTED("draft_event", "new.kind = 'STARTED'"),
    EDITED("draft_event", "new.kind in ('FIRST_EDIT', 'EDITED')"),
    UNDONE("draft_event", "new.kind = 'UNDONE'"),
    REDONE("draft_event", "new.kind = 'REDONE'"),
    REVERTED("draft_event", "new.kind = 'REVERTED'"),
    REVIEWED("draft_event", "new.kind = 'REVIEWED'"),
    CANCELLED("draft_event", "new.kind = 'CANCELLED'"),
    REOPENED("draft_event", "new.kind = 'REOPENED'"),
    ABANDONED("draft_event", "new.kind = 'ABANDONED'"),
    PURGED("audit", "new.action = 'draft-purged'"),
    REBASED("draft_event", "new.kind = 'REBASED'"),
    PARTLY_COMMITTED("draft_event", "new.kind = 'PARTLY_COMMITTED'"),
    TAKEN_OVER("draft_event", "new.kind = 'TAKEN_OVER'"),
    COMMITTED("draft_event", "new.kind = 'COMMITTED'"),
    /// An import knows what it will write, and did not begin to.
    IMPORT_COMPUTED("update", "job", "new.state = 'RUNNING' and old.state = 'RUNNING'");

    static final long KEY = 20_260_504;

    private final String deed;
    private final String table;
    private final String condition;

    Point(String table, String condition) {
        this("insert", table, condition);
    }

    Point(String deed, String table, String condition) {
        this.deed = deed;
        this.table = table;
        this.condition = condition;
    }

    /// Whoever comes here waits for the lock that the test has.
    String guard() {
        return """
                create function held() returns trigger language plpgsql as $$
                begin perform pg_advisory_xact_lock(%d); return new; end $$;
                create trigger held before %s on %s for each row when (%s) execute function held();
                """.formatted(KEY, deed, table, condition);
    }

    static String opening() {
        return "drop function if exists held() cascade";
    }
}
