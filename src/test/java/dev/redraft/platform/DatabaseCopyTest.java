package dev.redraft.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redraft.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseCopyTest {
    private static final String ROWS = """
            alter table person disable trigger nobody_inserts;
            update team set name = 'renamed';
            insert into team (name, "Odd, Name") values (E'tab\\tquote" \\\\N', ''), ('empty', null);
            insert into person (team, content) values (2, '{"b": 1.0,   "a": "\\u0000"}');
            insert into person (team, boss) select 1 + n % 3, 1 from generate_series(1, 1000) n;
            update team set lead = 1;
            alter table person enable trigger nobody_inserts;
            """;
    private static final String FINGERPRINT = """
            select md5(string_agg(line, '' order by line))
            from (select t::text from team t union all select p::text from person p) as lines (line)
            """;

    private final Login source = database("copy_source");
    private final Login target = database("copy_target");

    private static Login database(String name) {
        return new Login(
                TestDatabase.url().replaceFirst("/postgres\\?", "/" + name + "?"), Optional.empty(), Optional.of(""));
    }

    @BeforeEach
    void two_databases_one_with_rows() throws SQLException {
        try (var connection = TestDatabase.connect();
                var statement = connection.createStatement()) {
            statement.execute("create database copy_source");
            statement.execute("create database copy_target");
        }
        Flyway.configure()
                .dataSource(source.url(), null, null)
                .resourceProvider(new AppliedMigrations(List.of("trial/V1__tables_of_every_kind.sql")))
                .javaMigrationClassProvider(List::of)
                .load()
                .migrate();
        execute(source, ROWS);
    }

    @AfterEach
    void drop_them() throws SQLException {
        try (var connection = TestDatabase.connect();
                var statement = connection.createStatement()) {
            statement.execute("drop database copy_source");
            statement.execute("drop database copy_target");
        }
    }

    private static void execute(Login login, String sql) throws SQLException {
        try (var connection = login.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(Login login, String sql) throws SQLException {
        try (var connection = login.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    @Test
    void every_row_arrives_as_it_was() throws SQLException {
        new DatabaseCopy(source, target).run();
        assertThat(read(target, FINGERPRINT)).isEqualTo(read(source, FINGERPRINT));
        assertThat(read(target, "select count(*) from person")).isEqualTo("1001");
    }

    @Test
    void the_next_identity_follows_the_last_one_that_was_copied() throws SQLException {
        new DatabaseCopy(source, target).run();
        assertThat(read(target, "insert into team (name) values ('next') returning id"))
                .isEqualTo("4");
    }

    @Test
    void foreign_keys_and_triggers_are_in_force_again() throws SQLException {
        new DatabaseCopy(source, target).run();
        assertThatThrownBy(() -> execute(target, "update team set lead = -1")).hasMessageContaining("team_has_a_lead");
        assertThatThrownBy(() -> execute(target, "delete from person")).hasMessageContaining("append only");
        assertThat(read(target, "select count(*) from pg_constraint where contype = 'f'"))
                .isEqualTo("3");
    }

    @Test
    void the_target_knows_which_migrations_it_has() throws SQLException {
        var history = "select string_agg(script || checksum, ',') from flyway_schema_history";
        new DatabaseCopy(source, target).run();
        assertThat(read(target, history)).isEqualTo(read(source, history));
    }

    @Test
    void a_target_that_holds_anything_is_refused_and_left_alone() throws SQLException {
        execute(target, "create table precious as select 1 as one");
        assertThatThrownBy(() -> new DatabaseCopy(source, target).run())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("public.precious");
        assertThat(read(target, "select count(*) from pg_tables where schemaname = 'public'"))
                .isEqualTo("1");
    }
}
