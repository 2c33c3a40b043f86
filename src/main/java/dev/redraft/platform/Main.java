package dev.redraft.platform;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Starts the database, then the application; stops them the other way round.
///
/// With the argument `copy-database` it copies the embedded database into the configured one instead, and ends.
@QuarkusMain
public final class Main {
    private static @Nullable EmbeddedDatabase database;

    private Main() {}

    public static void main(String... args) {
        try {
            switch (String.join(" ", args)) {
                case "" -> serve();
                case "copy-database" -> copy();
                default -> throw new CannotStart("There is no such command: give none to serve, or copy-database.");
            }
        } catch (CannotStart e) {
            fail(e.getMessage());
        }
    }

    private static void serve() {
        var settings = Settings.read();
        if (settings.external().isEmpty()) {
            startDatabase(settings.data());
        }
        Quarkus.run(Redraft.class, Main::exit);
    }

    /// The hook is there before the server is: whoever stops Redraft while it starts leaves no server behind.
    private static void startDatabase(Path folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(Main::stopDatabase, "stop-database"));
        synchronized (Main.class) {
            database = EmbeddedDatabase.startIn(folder);
            Settings.use(database.login());
        }
    }

    /// Hooks run side by side, so this one waits for that of Quarkus: the database goes last.
    private static void stopDatabase() {
        Redraft.awaitStopped();
        synchronized (Main.class) {
            if (database != null) {
                database.close();
            }
        }
    }

    private static void copy() {
        var settings = Settings.read();
        var target = settings.external()
                .orElseThrow(() -> new CannotStart("Name the database to copy into in QUARKUS_DATASOURCE_JDBC_URL,"
                        + " QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD."));
        try (var source = EmbeddedDatabase.startIn(settings.data())) {
            new DatabaseCopy(source.login(), target).run();
        }
    }

    private static void exit(int code, @Nullable Throwable problem) {
        if (problem != null) {
            sentence(problem)
                    .ifPresentOrElse(
                            Main::fail, () -> Logger.getLogger(Main.class).error("Redraft cannot start", problem));
        }
        System.exit(code);
    }

    private static Optional<String> sentence(Throwable problem) {
        return Stream.iterate(problem, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> known(cause).stream())
                .findFirst();
    }

    private static Optional<String> known(@Nullable Throwable cause) {
        return switch (cause) {
            case CannotStart e -> Optional.ofNullable(e.getMessage());
            case QuarkusBindException e ->
                Optional.of(
                        "Port %d is in use: stop the program there, or name another port in quarkus.http.port (QUARKUS_HTTP_PORT)."
                                .formatted(e.getPort()));
            case ConfigurationException e -> Optional.ofNullable(e.getMessage());
            case SQLException e
            when String.valueOf(e.getSQLState()).matches("08.*|28.*|3D000") ->
                Optional.of(
                        "The database does not let Redraft in (%s): check QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD."
                                .formatted(e.getMessage()));
            case null, default -> Optional.empty();
        };
    }

    private static void fail(@Nullable String sentence) {
        System.err.println("Redraft: " + sentence);
        System.exit(1);
    }
}
