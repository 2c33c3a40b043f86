package dev.redraft;

/// Lets time pass for a draft, by moving what is written of it back: nobody waits, and no clock is turned.
public final class Past {
    private Past() {}

    /// All that happened to the draft happened so much earlier.
    ///
    /// @param time as PostgreSQL reads it: `8 days`
    public static void push(String draft, String time) {
        People.sql("""
                update revision set started = started - interval '%2$s', edited = edited - interval '%2$s',
                    ended = ended - interval '%2$s' where id = '%1$s';
                update draft_event set at = at - interval '%2$s' where draft = '%1$s';
                update draft_summary set started = started - interval '%2$s', edited = edited - interval '%2$s',
                    ended = ended - interval '%2$s', written = pg_current_xact_id() where draft = '%1$s';
                """.formatted(draft, time));
    }
}
