package dev.redraft.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;

/// Copies everything from the embedded database into an empty one somewhere else.
///
/// The target gets the migrations that the source has seen, then the rows of every table in one transaction:
/// either all are there or none. Foreign keys are dropped for the while and created again at the end, which checks
/// every row, so that neither the order of tables nor a cycle among them matters.
final class DatabaseCopy {
    private final Login source;
    private final Login target;

    DatabaseCopy(Login source, Login target) {
        this.source = source;
        this.target = target;
    }

    /// Says what it does on standard output.
    ///
    /// @throws CannotStart if the target is not empty, or anything went wrong
    void run() {
        try (var from = source.connect();
                var into = target.connect()) {
            refuseUnlessEmpty(into);
            migrate(from);
            copy(from, into);
            try (var statement = into.createStatement()) {
                statement.execute("analyze");
            }
            System.out.printf("Everything was copied to %s; start Redraft with the same settings.%n", target);
        } catch (SQLException | FlywayException e) {
            throw new CannotStart(("The database was not copied to %s: %s. The embedded database is as it was; empty"
                            + " the target (drop and create it) before the next try.")
                    .formatted(target, e.getMessage()));
        }
    }

    private void refuseUnlessEmpty(Connection into) throws SQLException {
        var tables = new Catalog(into).allTables();
        if (!tables.isEmpty()) {
            throw new CannotStart("The database %s is not empty (it has the table %s): name an empty one to copy into."
                    .formatted(target, tables.getFirst()));
        }
    }

    private void migrate(Connection from) throws SQLException {
        var scripts = new Catalog(from).appliedMigrations();
        var migrated = Flyway.configure()
                .dataSource(
                        target.url(),
                        target.username().orElse(null),
                        target.password().orElse(null))
                .resourceProvider(new AppliedMigrations(scripts))
                .javaMigrationClassProvider(List::of)
                .load()
                .migrate();
        System.out.printf("Applied %d migrations%n", migrated.migrationsExecuted);
    }

    private static void copy(Connection from, Connection into) throws SQLException {
        from.setReadOnly(true);
        from.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        from.setAutoCommit(false);
        into.setAutoCommit(false);
        var source = new Catalog(from);
        var target = new Catalog(into);
        var tables = source.tables();
        var restore = target.constraintsAndTriggersOff();
        for (var table : tables) {
            // A migration may have put rows there; the source has them too, or has deleted them since.
            target.execute("delete from " + table.name());
        }
        for (var table : tables) {
            System.out.printf("%s: %d rows%n", table.name(), copy(table, from, into));
        }
        for (var sequence : source.sequences()) {
            target.execute(sequence.statement());
        }
        for (var statement : restore) {
            target.execute(statement);
        }
        into.commit();
        from.rollback();
    }

    /// Streams, so that the size of a table does not matter.
    private static long copy(Catalog.Table table, Connection from, Connection into) throws SQLException {
        var columns = "%s (%s)".formatted(table.name(), table.columns());
        var output = from.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + columns + " to stdout");
        var input = into.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + columns + " from stdin");
        try {
            for (var row = output.readFromCopy(); row != null; row = output.readFromCopy()) {
                input.writeToCopy(row, 0, row.length);
            }
            return input.endCopy();
        } finally {
            if (input.isActive()) {
                input.cancelCopy();
            }
            if (output.isActive()) {
                output.cancelCopy();
            }
        }
    }
}
