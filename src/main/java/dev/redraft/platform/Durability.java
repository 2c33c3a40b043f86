package dev.redraft.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// The settings without which a commit that answered success could be lost, as the running server shows them.
record Durability(String serverVersion, SequencedMap<String, String> settings) {
    private static final List<String> REQUIRED =
            List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums");

    static Durability shownBy(Connection connection) throws SQLException {
        var settings = new LinkedHashMap<String, String>();
        for (var name : REQUIRED) {
            settings.put(name, show(connection, name));
        }
        return new Durability(show(connection, "server_version"), settings);
    }

    private static String show(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show " + name)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    boolean isComplete() {
        return settings.values().stream().allMatch("on"::equals);
    }

    @Override
    public String toString() {
        return settings.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(", "));
    }
}
