package dev.redraft.scale;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/// A year that was made up. The same size and end give the same rows, always, and they obey every law that rows
/// of real work do: gapless versions, entries that are live from one version to another, steps with their
/// inverses, events and summaries.
///
/// `app-001/test` is busy and has the same history in a year of any size, so that pages of different years can
/// be compared.
public record Year(int configurations, int versions, int drafts, Instant end) {
    /// So many drafts are of the busy configuration.
    private static final int OF_THE_BUSY_ONE = 600;

    /// 200 configurations, 5,000 versions and 20,000 drafts.
    public static Year whole(Instant end) {
        return new Year(200, 5_000, 20_000, end);
    }

    /// The same with a tenth of everything.
    public static Year tenth(Instant end) {
        return new Year(20, 500, 2_000, end);
    }

    /// Writes it into a database that has the tables and none of these rows. People have the password of whom
    /// this names.
    public void write(Connection connection, String likeWhom) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (var step : YearSql.STEPS) {
                statement.execute(step.replace("${configurations}", Integer.toString(configurations))
                        .replace("${versions}", Integer.toString(versions))
                        .replace("${drafts}", Integer.toString(drafts))
                        .replace("${busy}", Integer.toString(OF_THE_BUSY_ONE))
                        .replace("${end}", end.toString())
                        .replace("${like}", likeWhom.replace("'", "''")));
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }
}
