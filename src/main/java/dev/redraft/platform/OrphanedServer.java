package dev.redraft.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/// A server that outlived the Redraft which started it, after a `kill -9`. The lock of the data folder has to be
/// held: it proves that no other Redraft uses the server.
final class OrphanedServer {
    private static final Logger LOG = Logger.getLogger(OrphanedServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ProcessHandle process;
    private final Path cluster;

    private OrphanedServer(ProcessHandle process, Path cluster) {
        this.process = process;
        this.cluster = cluster;
    }

    /// Stops the server that runs on a cluster, if there is one, and removes a `postmaster.pid` that belongs to
    /// none: its number may be that of quite another process by now.
    static void stopOn(Path cluster, PostgresPrograms programs) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        var process = ProcessHandle.of(pid(lines)).filter(candidate -> isServerOf(candidate, cluster));
        if (process.isPresent()) {
            new OrphanedServer(process.get(), cluster).stop(programs);
        }
        Files.deleteIfExists(pidFile);
    }

    private static long pid(List<String> lines) {
        try {
            return Math.abs(Long.parseLong(lines.getFirst().strip()));
        } catch (NumberFormatException | NoSuchElementException halfWritten) {
            return Long.MAX_VALUE;
        }
    }

    private static boolean isServerOf(ProcessHandle process, Path cluster) {
        var info = process.info();
        var isPostgres = info.command()
                .map(command ->
                        Path.of(command.replaceFirst(" \\(deleted\\)$", "")).endsWith("postgres"))
                .orElse(false);
        var arguments = List.of(info.arguments().orElseGet(() -> new String[0]));
        return isPostgres && arguments.contains(cluster.toString());
    }

    private void stop(PostgresPrograms programs) {
        stop(programs, "fast");
        if (!hasEnded()) {
            stop(programs, "immediate");
        }
        if (!hasEnded()) {
            throw new CannotStart(("The PostgreSQL process %d still runs on %s, left over by a Redraft that was killed,"
                            + " and does not stop: end it with kill -QUIT %d and start again.")
                    .formatted(process.pid(), cluster, process.pid()));
        }
        LOG.infof("Stopped PostgreSQL process %d, left over by a Redraft that was killed", process.pid());
    }

    private void stop(PostgresPrograms programs, String mode) {
        programs.run("pg_ctl", "stop", "--pgdata=" + cluster, "--mode=" + mode, "--timeout=30", "--wait");
    }

    /// The server removes its `postmaster.pid` as the last thing it does; its process may stay a zombie for long
    /// where nobody reaps orphans, as in many containers.
    private boolean hasEnded() {
        var pidFile = cluster.resolve("postmaster.pid");
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && Files.exists(pidFile)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return true;
    }
}
