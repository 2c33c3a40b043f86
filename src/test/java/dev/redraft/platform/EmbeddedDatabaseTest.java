package dev.redraft.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedDatabaseTest {
    @TempDir
    static Path parent;

    private final Path folder = parent.resolve("data");

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = database.login().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = database.login().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private long serverPid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Nested
    class Running {
        @Test
        void it_shows_that_a_commit_survives_a_crash() throws SQLException {
            try (var database = EmbeddedDatabase.startIn(folder);
                    var connection = database.login().connect()) {
                assertThat(Durability.shownBy(connection).settings())
                        .containsEntry("fsync", "on")
                        .containsEntry("synchronous_commit", "on")
                        .containsEntry("full_page_writes", "on")
                        .containsEntry("data_checksums", "on");
            }
        }

        @Test
        void it_is_closed_to_other_users_of_the_machine() throws SQLException, IOException {
            try (var database = EmbeddedDatabase.startIn(folder)) {
                assertThat(permissions(folder)).isEqualTo("rwx------");
                assertThat(permissions(folder.resolve("postgres"))).isEqualTo("rwx------");
                assertThat(permissions(folder.resolve("password"))).isEqualTo("rw-------");
                assertThat(read(database, "show listen_addresses")).isEqualTo("127.0.0.1");
                assertThat(read(database, "show unix_socket_directories")).isEmpty();
                assertThat(read(database, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                        .isEqualTo("scram-sha-256");
                assertThatThrownBy(() ->
                                DriverManager.getConnection(database.login().url(), "redraft", "guessed"))
                        .hasMessageContaining("password authentication failed");
            }
        }

        @Test
        void it_sorts_text_by_code_point() throws SQLException {
            try (var database = EmbeddedDatabase.startIn(folder)) {
                assertThat(read(database, "select 'a' > 'B' and 'é' > 'z'")).isEqualTo("t");
            }
        }

        @Test
        void a_second_one_on_the_same_folder_is_refused_by_name() {
            try (var first = EmbeddedDatabase.startIn(folder)) {
                assertThat(first.login().url()).isNotEmpty();
                assertThatThrownBy(() -> EmbeddedDatabase.startIn(folder))
                        .isInstanceOf(CannotStart.class)
                        .hasMessageContaining(folder.toString())
                        .hasMessageContaining(
                                "process " + ProcessHandle.current().pid())
                        .hasMessageContaining("REDRAFT_DATA");
            }
        }
    }

    @Nested
    class Started_again {
        @Test
        void it_has_what_it_had_and_leaves_no_server_behind() throws SQLException, IOException {
            try (var database = EmbeddedDatabase.startIn(folder)) {
                execute(database, "create table kept as select 42 as answer");
            }
            assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
            try (var database = EmbeddedDatabase.startIn(folder)) {
                assertThat(read(database, "select answer from kept")).isEqualTo("42");
                execute(database, "drop table kept");
            }
        }

        @Test
        void it_takes_over_from_one_that_was_killed() throws Exception {
            var child = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledRedraft.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(child.inputReader().readLine()).isEqualTo("committed");
            var orphan = ProcessHandle.of(serverPid()).orElseThrow();
            child.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            assertThat(orphan.isAlive()).isTrue();

            try (var database = EmbeddedDatabase.startIn(folder)) {
                assertThat(serverPid()).isNotEqualTo(orphan.pid());
                assertThat(read(database, "select answer from survivor")).isEqualTo("42");
                execute(database, "drop table survivor");
            }
        }

        @Test
        void it_leaves_a_stranger_alone_who_got_the_number_of_a_dead_server() throws Exception {
            EmbeddedDatabase.startIn(folder).close();
            var stranger = new ProcessBuilder("sleep", "60").start();
            Files.writeString(
                    folder.resolve("postgres/postmaster.pid"),
                    stranger.pid() + "\n" + folder.resolve("postgres") + "\n");
            try (var database = EmbeddedDatabase.startIn(folder)) {
                assertThat(read(database, "select 1")).isEqualTo("1");
                assertThat(stranger.isAlive()).isTrue();
            } finally {
                stranger.destroyForcibly();
            }
        }

        @Test
        void it_begins_anew_where_the_first_start_was_killed_half_way(@TempDir Path fresh) throws Exception {
            var half = fresh.resolve("postgres.new-123");
            Files.createDirectories(half.resolve("base"));
            Files.writeString(half.resolve("PG_VERSION"), "18\n");
            Files.writeString(fresh.resolve("lock"), "1\n");
            try (var database = EmbeddedDatabase.startIn(fresh)) {
                assertThat(read(database, "select 1")).isEqualTo("1");
                assertThat(half).doesNotExist();
            }
        }
    }

    @Nested
    class Refuses {
        @Test
        void a_folder_of_another_major_version(@TempDir Path foreign) throws IOException {
            var version = foreign.resolve("postgres/PG_VERSION");
            Files.createDirectories(version.getParent());
            Files.writeString(foreign.resolve("lock"), "");
            Files.writeString(version, "19\n");
            assertThatThrownBy(() -> EmbeddedDatabase.startIn(foreign))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(foreign.toString())
                    .hasMessageContaining("PostgreSQL 19")
                    .hasMessageContaining("PostgreSQL 18")
                    .hasMessageContaining("operations-guide.md");
            assertThat(version).hasContent("19");
        }

        @Test
        void a_folder_of_somebody_else_and_does_not_touch_it(@TempDir Path foreign) throws IOException {
            Files.writeString(foreign.resolve("letter.txt"), "dear");
            var before = permissions(foreign);
            assertThatThrownBy(() -> EmbeddedDatabase.startIn(foreign))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("holds other files");
            assertThat(permissions(foreign)).isEqualTo(before);
        }

        @Test
        void a_folder_that_cannot_be_made(@TempDir Path foreign) throws IOException {
            var file = Files.writeString(foreign.resolve("file"), "");
            assertThatThrownBy(() -> EmbeddedDatabase.startIn(file.resolve("data")))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("REDRAFT_DATA");
        }
    }
}
