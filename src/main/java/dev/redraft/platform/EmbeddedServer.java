package dev.redraft.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jboss.logging.Logger;

/// The server process on an initialised data folder. It is started by pg_ctl, which detaches it from our process
/// group: Ctrl+C must not reach it before the application has stopped.
final class EmbeddedServer {
    private static final Logger LOG = Logger.getLogger(EmbeddedServer.class);
    private static final int ATTEMPTS = 3;

    private final DataFolder folder;
    private final PostgresPrograms programs;

    EmbeddedServer(DataFolder folder, PostgresPrograms programs) {
        this.folder = folder;
        this.programs = programs;
    }

    /// Answers the port it listens on, on the loopback address alone; returns once it accepts connections.
    int start() throws IOException {
        var output = "";
        // Between choosing a free port and listening on it somebody else may take it.
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var port = freePort();
            var outcome = programs.run(
                    "pg_ctl",
                    "start",
                    "--pgdata=" + folder.cluster(),
                    "--log=" + folder.freshLog(),
                    "--timeout=600",
                    "--wait",
                    "--options=" + options(port));
            if (outcome.success()) {
                return port;
            }
            output = outcome.output();
        }
        throw new CannotStart("The embedded PostgreSQL did not start on %s: see %s. It said: %s"
                .formatted(folder.cluster(), folder.path().resolve("server.log"), output));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// On the command line, where they outrank `postgresql.conf` and ALTER SYSTEM. Failed statements are not
    /// written to the server's log: they hold values.
    private static String options(int port) {
        return String.join(
                " -c ",
                "-p " + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=40",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_checkpoints=off",
                "log_min_messages=log",
                "log_min_error_statement=panic",
                "log_error_verbosity=terse");
    }

    /// Stops it after its last checkpoint; open connections are ended.
    void stop() {
        var outcome =
                programs.run("pg_ctl", "stop", "--pgdata=" + folder.cluster(), "--mode=fast", "--timeout=60", "--wait");
        if (!outcome.success()) {
            LOG.warnf("The embedded PostgreSQL did not stop in time; the next start will do it: %s", outcome.output());
        }
    }
}
