package dev.redraft.platform;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;

/// The SQLSTATEs that an exception carries, wherever they sit: among its causes, among what was suppressed (where a
/// state raised at COMMIT ends up), or in the chain of a batch.
public final class SqlStates {
    /// Serialization failure, deadlock, lock not available: the transaction did nothing and may simply run again.
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03");

    /// Agroal gives its pool's timeout no state of its own.
    private static final String POOL_TIMEOUT = "Sorry, acquisition timeout!";

    private SqlStates() {}

    /// Whether the transaction lost against another one and may be run again.
    public static boolean isConflict(Throwable thrown) {
        return anyIn(thrown, failure -> CONFLICTS.contains(state(failure)));
    }

    /// Whether the database could not be reached or sent us away: connection failures, shutdown, no free connection.
    public static boolean isDatabaseAway(Throwable thrown) {
        return anyIn(thrown, SqlStates::isAway);
    }

    /// Whether a unique constraint or index of this name was violated.
    public static boolean isUniqueViolation(Throwable thrown, String constraint) {
        return anyIn(
                thrown,
                failure -> state(failure).equals("23505")
                        && String.valueOf(failure.getMessage()).contains("\"" + constraint + "\""));
    }

    /// Whether any unique constraint or index was violated.
    public static boolean isUniqueViolation(Throwable thrown) {
        return anyIn(thrown, failure -> state(failure).equals("23505"));
    }

    /// Whether any SQL exception in the graph satisfies this; cycles are walked once.
    public static boolean anyIn(Throwable thrown, Predicate<SQLException> test) {
        return anyIn(thrown, test, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static boolean anyIn(Throwable thrown, Predicate<SQLException> test, Set<Throwable> seen) {
        if (!seen.add(thrown)) {
            return false;
        }
        if (thrown instanceof SQLException failure && (test.test(failure) || inBatch(failure, test, seen))) {
            return true;
        }
        for (var suppressed : thrown.getSuppressed()) {
            if (anyIn(suppressed, test, seen)) {
                return true;
            }
        }
        var cause = thrown.getCause();
        return cause != null && anyIn(cause, test, seen);
    }

    private static boolean inBatch(SQLException failure, Predicate<SQLException> test, Set<Throwable> seen) {
        var next = failure.getNextException();
        return next != null && anyIn(next, test, seen);
    }

    private static boolean isAway(SQLException failure) {
        var state = state(failure);
        return state.startsWith("08")
                || state.startsWith("57P0")
                || state.equals("53300")
                || String.valueOf(failure.getMessage()).contains(POOL_TIMEOUT);
    }

    private static String state(SQLException failure) {
        var state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
