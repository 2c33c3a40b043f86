package dev.redraft.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What a database holds in its schema `public`, asked from PostgreSQL's own tables. Names come quoted for SQL.
final class Catalog {
    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname), string_agg(format('%I', a.attname), ', ' order by a.attnum)
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            where c.relkind = 'r' and n.nspname = 'public' and c.relname <> 'flyway_schema_history'
            group by n.nspname, c.relname
            order by n.nspname, c.relname
            """;
    private static final String ALL_TABLES = """
            select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'public' order by 1
            """;
    private static final String APPLIED_MIGRATIONS = """
            select script from public.flyway_schema_history where success and type = 'SQL' order by installed_rank
            """;
    private static final String SEQUENCES = """
            select format('select setval(%L, %s)', format('%I.%I', schemaname, sequencename), last_value)
            from pg_sequences where schemaname = 'public' and last_value is not null
            """;
    /// Each with the statement that takes it away and the one that brings it back.
    private static final String FOREIGN_KEYS = """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint
            where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace
            """;
    private static final String TRIGGERS = """
            select format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname),
                format('alter table %s enable %s trigger %I', t.tgrelid::regclass,
                    case t.tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, t.tgname)
            from pg_trigger t
            join pg_class c on c.oid = t.tgrelid
            where not t.tgisinternal and t.tgenabled <> 'D' and c.relnamespace = 'public'::regnamespace
            """;

    /// A table with those of its columns that are stored, comma-separated.
    record Table(String name, String columns) {}

    /// A sequence, as the statement that brings another one to where it stands.
    record Sequence(String statement) {}

    private record Pair(String off, String on) {}

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;

    Catalog(Connection connection) {
        this.connection = connection;
    }

    List<Table> tables() throws SQLException {
        return query(TABLES, row -> new Table(row.getString(1), row.getString(2)));
    }

    List<String> allTables() throws SQLException {
        return query(ALL_TABLES, row -> row.getString(1));
    }

    List<String> appliedMigrations() throws SQLException {
        return query(APPLIED_MIGRATIONS, row -> row.getString(1));
    }

    List<Sequence> sequences() throws SQLException {
        return query(SEQUENCES, row -> new Sequence(row.getString(1)));
    }

    /// Takes foreign keys and triggers away, and answers the statements that bring them back in the same transaction.
    List<String> constraintsAndTriggersOff() throws SQLException {
        var pairs = new ArrayList<Pair>();
        pairs.addAll(query(TRIGGERS, row -> new Pair(row.getString(1), row.getString(2))));
        pairs.addAll(query(FOREIGN_KEYS, row -> new Pair(row.getString(1), row.getString(2))));
        for (var pair : pairs) {
            execute(pair.off());
        }
        return pairs.reversed().stream().map(Pair::on).toList();
    }

    void execute(String statement) throws SQLException {
        try (var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }

    private <T> List<T> query(String text, Row<T> read) throws SQLException {
        var found = new ArrayList<T>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(text)) {
            while (rows.next()) {
                found.add(read.read(rows));
            }
        }
        return found;
    }
}
