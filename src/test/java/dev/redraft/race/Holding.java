package dev.redraft.race;

import dev.redraft.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;

/// Somebody's step, held at a point by a trigger that waits for a lock of the test's own connection: no production
/// code knows of it, and nobody guesses how long things take.
final class Holding<T> extends Racer<T> implements AutoCloseable {
    private final Connection guard;
    private final int winner;

    private Holding(Connection guard, Callable<T> step) {
        super(step);
        this.guard = guard;
        if (!comesTo(() -> waiting() != 0)) {
            throw new AssertionError("It never came to where it is to be held: " + result());
        }
        this.winner = waiting();
    }

    /// Returns when the step has come to the point and stays there.
    static <T> Holding<T> holding(Point point, Callable<T> step) throws SQLException {
        var guard = TestDatabase.connect();
        execute(guard, "set lock_timeout = '30s'");
        execute(guard, Point.opening());
        execute(guard, point.guard());
        execute(guard, "select pg_advisory_lock(" + Point.KEY + ")");
        return new Holding<>(guard, step);
    }

    /// Somebody else's step, begun now.
    <S> Loser<S> meanwhile(Callable<S> step) {
        return new Loser<>(step);
    }

    /// A step that was begun while the other was held.
    final class Loser<S> extends Racer<S> {
        private Loser(Callable<S> step) {
            super(step);
        }

        /// Whether it comes to where the one who is held stands in its way.
        boolean isWaiting() {
            return comesTo(() -> number("select count(*) from pg_stat_activity where %d = any(pg_blocking_pids(pid))"
                            .formatted(winner))
                    > 0);
        }
    }

    /// Lets it go on.
    void goOn() {
        execute(guard, "select pg_advisory_unlock_all()");
    }

    /// Ends its connection, and with it the transaction.
    void hangUp() {
        number("select pg_terminate_backend(" + winner + ")::int");
    }

    @Override
    public void close() throws SQLException {
        goOn();
        result();
        execute(guard, Point.opening());
        guard.close();
    }

    /// The process that waits at the point, or 0.
    private int waiting() {
        return number("select coalesce(max(pid), 0) from pg_locks where locktype = 'advisory' and not granted"
                + " and objid = " + Point.KEY);
    }

    private int number(String query) {
        try (var statement = guard.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }

    private static void execute(Connection guard, String statements) {
        try (var statement = guard.createStatement()) {
            statement.execute(statements);
        } catch (SQLException failed) {
            throw new IllegalStateException(statements, failed);
        }
    }
}
