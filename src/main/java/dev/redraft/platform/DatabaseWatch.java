package dev.redraft.platform;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/// Tells a database that hangs from one that is at work, and hangs up on the former: then whoever waits for it
/// is told what is told when it goes away, and the next request makes a connection of its own.
///
/// A statement may take as long as it takes. But where somebody waits and nothing was heard for a while on any
/// connection, the server is asked whether it is there, by the shortest question that PostgreSQL's protocol
/// has: it needs no account, and the server answers it before it looks at anything.
final class DatabaseWatch {
    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class);

    private static final long BETWEEN_LOOKS = Duration.ofMillis(50).toNanos();
    /// After which it is asked.
    private static final long SUSPICIOUS = Duration.ofMillis(500).toNanos();
    /// How long it has for the answer.
    private static final Duration PATIENCE = Duration.ofMillis(700);
    /// A new connection to a server that just now did not answer is not waited for as long as that takes.
    private static final long SUSPICIOUS_IF_SILENT = Duration.ofMillis(250).toNanos();
    private static final long SILENT_FOR = Duration.ofSeconds(5).toNanos();

    /// SSLRequest: length and code. The answer is one letter, or an error.
    private static final byte[] ARE_YOU_THERE =
            ByteBuffer.allocate(8).putInt(8).putInt(80_877_103).array();

    private final Set<DatabaseSocket> sockets = ConcurrentHashMap.newKeySet();
    private volatile long heardAt = System.nanoTime();
    private volatile long silentAt;
    private volatile boolean isSilent;
    private boolean isWatching;

    /// As long as there are any.
    synchronized void add(DatabaseSocket socket) {
        sockets.add(socket);
        if (!isWatching) {
            isWatching = true;
            Thread.ofPlatform().daemon().name("database-watch").start(this::watch);
        }
    }

    void remove(DatabaseSocket socket) {
        sockets.remove(socket);
    }

    /// It said something.
    void heard() {
        heardAt = System.nanoTime();
        isSilent = false;
    }

    private synchronized boolean hasWork() {
        isWatching = !sockets.isEmpty();
        return isWatching;
    }

    private void watch() {
        while (hasWork()) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
            look(System.nanoTime());
        }
    }

    private void look(long now) {
        longestWaiting(now).filter(socket -> isSuspicious(socket, now)).ifPresent(socket -> {
            if (isSilentAt(now) || (!isThere(socket) && heardAt - now < 0)) {
                hangUp();
            }
        });
    }

    private Optional<DatabaseSocket> longestWaiting(long now) {
        return sockets.stream().max(Comparator.comparingLong(socket -> now - socket.waitingSince(now)));
    }

    /// While nothing was heard on any other connection either.
    private boolean isSuspicious(DatabaseSocket socket, long now) {
        var quiet = Math.min(now - socket.waitingSince(now), now - heardAt);
        return quiet > (isSilentAt(now) ? SUSPICIOUS_IF_SILENT : SUSPICIOUS);
    }

    private boolean isSilentAt(long now) {
        return isSilent && now - silentAt < SILENT_FOR;
    }

    private boolean isThere(DatabaseSocket socket) {
        try (var question = new Socket()) {
            question.connect(socket.destination(), (int) PATIENCE.toMillis());
            question.setSoTimeout((int) PATIENCE.toMillis());
            question.getOutputStream().write(ARE_YOU_THERE);
            var _ = question.getInputStream().read();
            heard();
            return true;
        } catch (SocketTimeoutException | ConnectException | NoRouteToHostException silent) {
            return false;
        } catch (IOException otherwise) {
            LOG.debug("The database could not be asked whether it is there", otherwise);
            return true;
        }
    }

    private void hangUp() {
        if (!isSilent) {
            LOG.warnf(
                    "The database was asked whether it is there and did not answer for %d ms:"
                            + " its connections are closed",
                    PATIENCE.toMillis());
        }
        silentAt = System.nanoTime();
        isSilent = true;
        sockets.forEach(DatabaseWatch::close);
    }

    private static void close(DatabaseSocket socket) {
        try {
            socket.hangUp();
        } catch (IOException failed) {
            LOG.debug("A connection to the database could not be closed", failed);
        }
    }
}
