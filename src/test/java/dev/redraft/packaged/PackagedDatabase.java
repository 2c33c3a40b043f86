package dev.redraft.packaged;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// The PostgreSQL that a packaged Redraft started in its data folder.
record PackagedDatabase(Path folder) {
    private static final int PORT_LINE = 3;

    /// `kill -9` of the server and every process of it at once, as when the machine loses its power.
    void kill() throws IOException {
        var server = ProcessHandle.of(Long.parseLong(pidFile().getFirst())).orElseThrow();
        var all = Stream.concat(Stream.of(server), server.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        while (all.stream().anyMatch(PackagedDatabase::runs)) {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    /// Where nobody reaps orphans, a process that ended stays without a command.
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"));
    }

    /// The first column of every row.
    List<String> strings(String query) throws IOException, SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + pidFile().get(PORT_LINE) + "/redraft";
        var password = Files.readString(folder.resolve("password")).strip();
        try (var connection = DriverManager.getConnection(url, "redraft", password);
                var statement = connection.createStatement()) {
            var found = new ArrayList<String>();
            if (statement.execute(query)) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        found.add(requireNonNull(rows.getString(1)));
                    }
                }
            }
            return found;
        }
    }
}
