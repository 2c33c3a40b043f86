package dev.redraft.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/// Where a database is and how to get in.
///
/// @param url a JDBC URL of the PostgreSQL driver
public record Login(String url, Optional<String> username, Optional<String> password) {
    /// A connection outside of any pool; whoever asks closes it.
    Connection connect() throws SQLException {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        username.ifPresent(source::setUser);
        password.ifPresent(source::setPassword);
        return source.getConnection();
    }

    /// The address alone: a password must not reach a log, and a URL may hold one behind its question mark.
    String address() {
        return url.replaceFirst("[?].*", "");
    }

    @Override
    public String toString() {
        return address();
    }
}
