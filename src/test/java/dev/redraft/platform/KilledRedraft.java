package dev.redraft.platform;

import java.nio.file.Path;

/// What a Redraft is to its database, in a process of its own that can be killed: it commits a row, says so, and
/// waits.
final class KilledRedraft {
    private KilledRedraft() {}

    public static void main(String[] arguments) throws Exception {
        var database = EmbeddedDatabase.startIn(Path.of(arguments[0]));
        try (var connection = database.login().connect();
                var statement = connection.createStatement()) {
            statement.execute("create table survivor as select 42 as answer");
        }
        System.out.println("committed");
        System.in.read();
    }
}
