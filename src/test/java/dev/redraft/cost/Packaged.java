package dev.redraft.cost;

import dev.redraft.scale.Year;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;

/// The packaged Redraft as a process of its own, with the PostgreSQL that it brings along, to be filled and
/// measured.
final class Packaged implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Pattern READY = Pattern.compile("Redraft is ready: (http://\\S+)");
    private static final String PASSWORD = "measured and measured";
    private static final int PORT_LINE = 3;

    private final Path folder;
    private final Process process;
    private final String address;

    private Packaged(Path folder, Process process, String address) {
        this.folder = folder;
        this.process = process;
        this.address = address;
    }

    /// Starts it and waits until it is ready.
    static Packaged startedIn(Path folder) throws IOException {
        Files.createDirectories(folder);
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString())
                .redirectErrorStream(true);
        builder.environment().put("REDRAFT_DATA", folder.toString());
        builder.environment().put("REDRAFT_ADMIN_PASSWORD", PASSWORD);
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        var process = builder.start();
        var lines = process.inputReader();
        var told = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            told.append(line).append('\n');
            var ready = READY.matcher(line);
            if (ready.find()) {
                Thread.ofPlatform().daemon().start(() -> readOn(lines));
                return new Packaged(folder, process, ready.group(1));
            }
        }
        throw new IOException("It did not get ready:\n" + told);
    }

    /// So that it never waits for somebody who reads.
    private static void readOn(Reader lines) {
        try {
            lines.transferTo(Writer.nullWriter());
        } catch (IOException _) {
            // It ended.
        }
    }

    /// Fills it with a year, unless it has one.
    void fill(Year year) throws IOException, SQLException {
        var pidFile = Files.readAllLines(folder.resolve("postgres").resolve("postmaster.pid"));
        var password = Files.readString(folder.resolve("password")).strip();
        var url = "jdbc:postgresql://127.0.0.1:" + pidFile.get(PORT_LINE) + "/redraft";
        try (var connection = DriverManager.getConnection(url, "redraft", password);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from configuration")) {
            row.next();
            if (row.getInt(1) == 0) {
                var began = System.nanoTime();
                year.write(connection, "admin");
                System.out.printf("%,d drafts written in %.1f s%n", year.drafts(), (System.nanoTime() - began) / 1e9);
            }
        }
    }

    /// As this person sees it.
    Running running(String who) {
        return Running.at(address, who, PASSWORD);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
