package dev.redraft.cost;

import dev.redraft.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// How some tables were read since this was made, from the server's statistics.
final class ReadRows implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String OTHERS =
            "from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()";

    private final String read;

    private final Connection own = TestDatabase.connect();

    private final long scansBefore;
    private final long rowsBefore;

    ReadRows() throws SQLException {
        this("entry", "operation");
    }

    ReadRows(String... tables) throws SQLException {
        read = " from pg_stat_user_tables where relname in ('" + String.join("', '", tables) + "')";
        settle();
        scansBefore = number("select sum(seq_scan)" + read);
        rowsBefore = number("select sum(idx_tup_fetch)" + read);
    }

    /// How often one was read from its first row to its last.
    long scans() throws SQLException {
        settle();
        return number("select sum(seq_scan)" + read) - scansBefore;
    }

    /// How many rows were read by an index.
    long rows() throws SQLException {
        return number("select sum(idx_tup_fetch)" + read) - rowsBefore;
    }

    /// A process tells what it counted when it ends, or else when it likes; the pool opens others for those
    /// ended.
    private void settle() throws SQLException {
        number("select count(pg_terminate_backend(pid)) " + OTHERS);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (number("select count(*) " + OTHERS) > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private long number(String query) throws SQLException {
        try (var statement = own.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        own.close();
    }
}
