package dev.redraft.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;

/// The PostgreSQL that Redraft brings along: durable, closed to other users of the machine, one per data folder.
///
/// See `docs/decisions/0002-embedded-database.md`.
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "redraft";

    private final DataFolder folder;
    private final PostgresPrograms programs;
    private final EmbeddedServer server;
    private Login login = new Login("", Optional.empty(), Optional.empty());

    private EmbeddedDatabase(DataFolder folder, PostgresPrograms programs) {
        this.folder = folder;
        this.programs = programs;
        this.server = new EmbeddedServer(folder, programs);
    }

    /// Starts the server on a folder and creates there what is missing. It runs until [#close()].
    ///
    /// @throws CannotStart for every reason an operator can do something about
    public static EmbeddedDatabase startIn(Path path) {
        var folder = DataFolder.open(path);
        try {
            var database = new EmbeddedDatabase(folder, PostgresPrograms.unpackedIn(folder));
            database.start();
            return database;
        } catch (IOException e) {
            release(folder);
            throw DataFolder.unusable(folder.path(), e);
        } catch (RuntimeException e) {
            release(folder);
            throw e;
        }
    }

    private static void release(DataFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            LOG.debug("The lock of the data folder could not be released", e);
        }
    }

    private void start() throws IOException {
        if (folder.isInitialised()) {
            refuseAnotherMajorVersion();
            OrphanedServer.stopOn(folder.cluster(), programs);
        } else {
            initialise();
        }
        var password = folder.readPassword();
        var port = server.start();
        login = new Login(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, NAME), Optional.of(NAME), Optional.of(password));
        try {
            prepare();
        } catch (SQLException e) {
            server.stop();
            throw new CannotStart("The embedded PostgreSQL in %s started but does not let Redraft in (%s): see %s."
                    .formatted(folder.path(), e.getMessage(), folder.path().resolve("server.log")));
        } catch (RuntimeException e) {
            server.stop();
            throw e;
        }
    }

    private void refuseAnotherMajorVersion() throws IOException {
        var found = Files.readString(folder.cluster().resolve("PG_VERSION")).strip();
        var ours = programs.majorVersion();
        if (!found.equals(Integer.toString(ours))) {
            throw new CannotStart(("The data folder %s belongs to PostgreSQL %s, and this Redraft brings PostgreSQL %d,"
                            + " which cannot open it: start the Redraft that wrote it and move the data as described in"
                            + " docs/operations-guide.md, or name another folder in redraft.data (REDRAFT_DATA).")
                    .formatted(folder.path(), found, ours));
        }
    }

    /// Initialises aside and renames: a start that is killed half-way leaves no folder that looks whole.
    private void initialise() throws IOException {
        folder.createPassword();
        var unfinished = folder.unfinishedCluster();
        var outcome = programs.run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=" + NAME,
                "--pwfile=" + folder.passwordFile(),
                "--auth-host=scram-sha-256",
                "--auth-local=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        if (!outcome.success()) {
            throw new CannotStart(
                    "The embedded database could not be created in %s: %s".formatted(folder.path(), outcome.output()));
        }
        Files.move(unfinished, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void prepare() throws SQLException {
        var maintenance =
                new Login(login.url().replaceFirst("/" + NAME + "$", "/postgres"), login.username(), login.password());
        try (var connection = maintenance.connect();
                var statement = connection.createStatement()) {
            var durability = Durability.shownBy(connection);
            if (!durability.isComplete()) {
                throw new CannotStart(
                        "The embedded PostgreSQL in %s could lose commits (%s), so Redraft does not use it."
                                .formatted(folder.path(), durability));
            }
            try (var rows = statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
                if (!rows.next()) {
                    statement.execute("create database " + NAME);
                }
            }
            LOG.infof(
                    "Embedded PostgreSQL %s in %s at %s: %s",
                    durability.serverVersion(), folder.path(), login.address(), durability);
        }
    }

    /// How to get in, as long as it runs.
    public Login login() {
        return login;
    }

    /// Stops the server, waiting for its last checkpoint, and unlocks the folder.
    @Override
    public void close() {
        server.stop();
        release(folder);
    }
}
