package dev.redraft.access;

import dev.redraft.platform.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// Whether somebody who was let in would be let in still: for what stays open long after it was asked for.
/// Looking does not count as using the sign-in, or an open page would keep it for ever.
@ApplicationScoped
public class Presences {
    /// Where the identity keeps the token of a sign-in at the page.
    static final String TOKEN = "redraft.token";

    private static final String HOLDS = """
            select exists (
                select 1 from account a
                where a.name = ? and a.role = ? and a.enabled and (cast(? as bytea) is null or exists (
                    select 1 from sign_in s where s.id = ? and s.account = a.name and s.expires > now()
                        and s.last_used > now() - make_interval(secs => ?))))""";

    private final SecurityIdentity identity;
    private final Actors actors;
    private final AgroalDataSource database;
    private final Duration idle;

    Presences(
            SecurityIdentity identity,
            Actors actors,
            AgroalDataSource database,
            @ConfigProperty(name = "redraft.sessions.idle") Duration idle) {
        this.identity = identity;
        this.actors = actors;
        this.database = database;
        this.idle = idle;
    }

    /// How somebody came in.
    public static final class Pass {
        private final String name;
        private final Role role;
        private final byte @Nullable [] digest;

        private Pass(String name, Role role, byte @Nullable [] digest) {
            this.name = name;
            this.role = role;
            this.digest = digest;
        }

        /// Whose it is.
        public String name() {
            return name;
        }

        public boolean isEditor() {
            return role.includes(Role.EDITOR);
        }
    }

    /// How whoever sent the current request came in.
    public Pass current() {
        var actor = actors.current();
        var digest = identity.getAttribute(TOKEN) instanceof Token token ? token.digest() : null;
        return new Pass(actor.name(), actor.role(), digest);
    }

    /// Blocks.
    public boolean holds(Pass pass) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(HOLDS)) {
            statement.setString(1, pass.name);
            statement.setString(2, pass.role.name());
            statement.setObject(3, pass.digest, Types.BINARY);
            statement.setObject(4, pass.digest, Types.BINARY);
            statement.setLong(5, idle.toSeconds());
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
