package dev.redraft.cost;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.redraft.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// The statements that others send to the server, from the server's own log: nothing goes around it.
final class SentStatements implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// What opens and ends a transaction, the empty statement that tells whether a connection is alive, and
    /// what the driver asks once per connection about the columns of a table.
    private static final String NO_STEP = "(?is)begin|commit|rollback||select c\\.oid, a\\.attnum, .*";

    private final Connection own = TestDatabase.connect();
    private final String process = text(own, "select pg_backend_pid()");

    SentStatements() throws SQLException {
        execute(own, "alter system set log_statement = 'all'");
        execute(own, "select pg_reload_conf()");
        until(SentStatements::isOnForWhoeverConnectsNow);
    }

    /// The server tells its processes before it starts the next one: when that one logs, all do.
    private static boolean isOnForWhoeverConnectsNow() {
        try (var next = TestDatabase.connect()) {
            return text(next, "show log_statement").equals("all");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// The statements that were sent while this ran, in their order. The log is written a little later, but in
    /// order: what counts stands between two marks.
    List<String> during(Runnable step) {
        var start = Long.parseLong(text(own, "select size from pg_stat_file(pg_current_logfile('jsonlog'))"));
        var first = mark();
        step.run();
        var last = mark();
        until(() -> logged(start).contains(last));
        return logged(start)
                .lines()
                .dropWhile(line -> !line.contains(first))
                .takeWhile(line -> !line.contains(last))
                .flatMap(line -> statement(line).stream())
                .filter(sent -> !sent.matches(NO_STEP))
                .toList();
    }

    private String mark() {
        var mark = UUID.randomUUID().toString();
        execute(own, "select '" + mark + "'");
        return mark;
    }

    private String logged(long start) {
        return text(own, "select pg_read_file(pg_current_logfile('jsonlog'), " + start + ", 100000000)");
    }

    private List<String> statement(String line) {
        try {
            var record = JSON.readTree(line);
            var message = record.path("message").asText();
            return isOwn(record) || !message.matches("(?s)(statement|execute [^:]+):.*")
                    ? List.of()
                    : List.of(message.substring(message.indexOf(':') + 1).strip());
        } catch (JsonProcessingException halfWritten) {
            return List.of();
        }
    }

    /// The test's own connection, and that over which instances tell each other what is done already.
    private boolean isOwn(JsonNode record) {
        return record.path("pid").asText().equals(process)
                || record.path("application_name").asText().equals("redraft-delivery");
    }

    @Override
    public void close() throws SQLException {
        execute(own, "alter system reset log_statement");
        execute(own, "select pg_reload_conf()");
        own.close();
    }

    private static void until(BooleanSupplier state) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!state.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It never came to that");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void execute(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private static String text(Connection connection, String query) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }
}
