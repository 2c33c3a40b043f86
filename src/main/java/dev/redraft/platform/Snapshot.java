package dev.redraft.platform;

import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/// A transaction that sees one state of the database, however many statements it reads it with.
@ApplicationScoped
public class Snapshot {
    private final Session database;

    Snapshot(Session database) {
        this.database = database;
    }

    /// To be called before the first statement of the transaction.
    public void begin() {
        database.createNativeMutationQuery("set transaction isolation level repeatable read")
                .executeUpdate();
    }
}
