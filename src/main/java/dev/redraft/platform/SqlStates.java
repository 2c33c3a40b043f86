package dev.redraft.platform;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import java.io.InterruptedIOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The SQLSTATEs that an exception carries, wherever they sit: among its causes, among what was suppressed
/// (where a state raised at COMMIT ends up), or in the chain of a batch.
public final class SqlStates {
    private static final String LOCK_TIMEOUT = "55P03";

    /// Serialization failure, deadlock, lock not available: the transaction did nothing and may simply run again.
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", LOCK_TIMEOUT);

    /// Agroal gives its pool's timeouts no state of their own: waiting for a connection to come back, or to be made.
    private static final Pattern POOL_TIMEOUT = Pattern.compile("(?i)acquisition timeout");

    private SqlStates() {}

    /// Whether the transaction lost against another one and may be run again.
    public static boolean isConflict(Throwable thrown) {
        return anyIn(thrown, failure -> CONFLICTS.contains(state(failure)));
    }

    /// Whether a lock was waited for as long as is allowed.
    public static boolean isLockTimeout(Throwable thrown) {
        return anyIn(thrown, failure -> state(failure).equals(LOCK_TIMEOUT));
    }

    /// Whether the database could not be reached or sent us away: connection failures, shutdown, no free connection.
    public static boolean isDatabaseAway(Throwable thrown) {
        return anyIn(thrown, SqlStates::isAway);
    }

    /// Whether the database was lost while the transaction ended: it may have been committed or not.
    public static boolean isOutcomeUnknown(Throwable thrown) {
        return isDatabaseAway(thrown) && any(thrown, SqlStates::isOfCommit, unseen());
    }

    /// Whether it was given up because the database did not answer: who asks again waits as long.
    public static boolean isSilent(Throwable thrown) {
        return any(thrown, InterruptedIOException.class::isInstance, unseen());
    }

    private static boolean isOfCommit(Throwable cause) {
        return cause instanceof RollbackException
                || cause instanceof HeuristicMixedException
                || cause instanceof HeuristicRollbackException;
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

    /// Whether a text could not be sent to the database, which has U+0000 in none.
    public static boolean isUnusableText(Throwable thrown) {
        return anyIn(thrown, failure -> state(failure).equals("22021"));
    }

    /// Whether any SQL exception in the graph satisfies this; cycles are walked once.
    public static boolean anyIn(Throwable thrown, Predicate<SQLException> test) {
        return any(thrown, found -> found instanceof SQLException failure && test.test(failure), unseen());
    }

    private static Set<Throwable> unseen() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static boolean any(@Nullable Throwable thrown, Predicate<Throwable> test, Set<Throwable> seen) {
        return thrown != null
                && seen.add(thrown)
                && (test.test(thrown)
                        || Arrays.stream(thrown.getSuppressed()).anyMatch(suppressed -> any(suppressed, test, seen))
                        || any(thrown.getCause(), test, seen)
                        || (thrown instanceof SQLException failure && any(failure.getNextException(), test, seen)));
    }

    private static boolean isAway(SQLException failure) {
        var state = state(failure);
        return state.startsWith("08")
                || state.startsWith("57P0")
                || state.equals("53300")
                || POOL_TIMEOUT.matcher(String.valueOf(failure.getMessage())).find();
    }

    private static String state(SQLException failure) {
        var state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
