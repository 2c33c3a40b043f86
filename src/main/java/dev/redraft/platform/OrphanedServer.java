package dev.redraft.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    /// Stops the server that runs on a cluster, if there is one, and removes a `postmaster.pid` that belongs to none:
    /// its
    /// number may be that of quite another process by now.
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
        } catch (NumberFormatException | java.util.NoSuchElementException halfWritten) {
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

    private void stop(PostgresPrograms programs) throws IOException {
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

    private void stop(PostgresPrograms programs, String mode) throws IOException {
        programs.run("pg_ctl", "stop", "--pgdata=" + cluster, "--mode=" + mode, "--timeout=30", "--wait");
    }

    /// The server removes its `postmaster.pid`, which is what pg_ctl waits for, a moment before it ends.
    private boolean hasEnded() {
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
