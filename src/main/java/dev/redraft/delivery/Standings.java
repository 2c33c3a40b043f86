package dev.redraft.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Looks where things stand: for all that is asked for at once, in a statement for each kind, whoever follows
/// it.
@ApplicationScoped
class Standings {
    private static final String LIVE = """
            select c.id, c.application || '/' || c.environment as name, live.version, live.owner, live.changes,
                array(select draft.owner from revision draft
                    where draft.configuration = c.id and draft.state = 'DRAFT' order by draft.owner) as editing
            from configuration c join revision live on live.configuration = c.id and live.state = 'ACTIVE'
            where c.id = any(?)""";

    private static final String DRAFTS = """
            select id, owner, state, stamp, coalesce(version, 0) as version from revision
            where id = any(?) and base is not null and state <> 'PURGED'""";

    private static final String NAMED = """
            select c.id from configuration c join unnest(?) as asked (name)
                on c.application = split_part(asked.name, '/', 1) and c.environment = split_part(asked.name, '/', 2)""";

    private final AgroalDataSource database;

    Standings(AgroalDataSource database) {
        this.database = database;
    }

    List<Standing> of(Collection<Topic> topics) throws SQLException {
        var found = new ArrayList<Standing>();
        try (var connection = database.getConnection()) {
            read(connection, LIVE, "uuid", ids(topics, Topic.Kind.CONFIGURATION), row -> found.add(live(row)));
            read(connection, DRAFTS, "uuid", ids(topics, Topic.Kind.DRAFT), row -> found.add(draft(row)));
        }
        return found;
    }

    /// The configurations of these names, `application/environment`; of those that there are.
    Set<Topic> named(Collection<String> names) throws SQLException {
        var found = new LinkedHashSet<Topic>();
        try (var connection = database.getConnection()) {
            read(connection, NAMED, "text", names.toArray(), row -> found.add(Topic.configuration(id(row))));
        }
        return found;
    }

    private static Object[] ids(Collection<Topic> topics, Topic.Kind kind) {
        return topics.stream()
                .filter(topic -> topic.kind() == kind)
                .map(Topic::id)
                .toArray();
    }

    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private static void read(Connection connection, String query, String type, Object[] asked, Row each)
            throws SQLException {
        if (asked.length == 0) {
            return;
        }
        try (var statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf(type, asked));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.read(rows);
                }
            }
        }
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject("id", UUID.class);
    }

    private static Standing live(ResultSet row) throws SQLException {
        return new Standing.Live(
                id(row),
                row.getString("name"),
                row.getInt("version"),
                row.getString("owner"),
                row.getInt("changes"),
                List.of((String[]) row.getArray("editing").getArray()));
    }

    private static Standing draft(ResultSet row) throws SQLException {
        return new Standing.OfDraft(
                id(row), row.getString("owner"), row.getString("state"), row.getLong("stamp"), row.getInt("version"));
    }
}
