package dev.redraft.access;

import dev.redraft.access.Credentials.AccountUnreadable;
import dev.redraft.access.Credentials.Proven;
import dev.redraft.audit.AuditLog;
import dev.redraft.platform.Actor;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.platform.Role;
import io.agroal.api.AgroalDataSource;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Every sign-in at the page that still holds, and the only way to begin and end one. Times are the database's.
@ApplicationScoped
class SignIns {
    private static final String NOBODY = "(nobody)";

    /// One round trip before every request, with the account in it: switching somebody off takes effect at once.
    private static final String SHOWN = """
            with held as (
                select s.id, s.account, a.role, s.last_used
                from sign_in s join account a on a.name = s.account
                where s.id = ? and a.enabled and s.expires > now() and s.last_used > now() - make_interval(secs => ?)),
            used as (
                update sign_in set last_used = now()
                where ? and id in (select id from held where last_used < now() - interval '1 minute'))
            select account, role from held""";

    private final AgroalDataSource database;
    private final Session session;
    private final AuditLog audit;
    private final Duration idle;
    private final Duration longest;

    SignIns(
            AgroalDataSource database,
            Session session,
            AuditLog audit,
            @ConfigProperty(name = "redraft.sessions.idle") Duration idle,
            @ConfigProperty(name = "redraft.sessions.longest") Duration longest) {
        this.database = database;
        this.session = session;
        this.audit = audit;
        this.idle = idle;
        this.longest = longest;
    }

    /// Whether a request tells that somebody is there: a sign-in that nobody uses ends.
    enum Use {
        BY_SOMEBODY,
        BY_ITSELF
    }

    /// The browser somebody signs in with.
    ///
    /// @param agent as it names itself, shortened to 200 characters
    record Browser(@Nullable String address, @Nullable String agent) {
        private static final int LONGEST_AGENT = 200;

        static Browser of(HttpServerRequest request) {
            var place = request.remoteAddress();
            var agent = request.getHeader("User-Agent");
            return new Browser(place == null ? null : place.hostAddress(), agent == null ? null : shortened(agent));
        }

        private static String shortened(String agent) {
            var plain = agent.replaceAll("[^ -~]", "?");
            return plain.substring(0, Math.min(plain.length(), LONGEST_AGENT));
        }
    }

    /// Who shows this token; nobody if it is unknown, expired or ended, or the account is switched off. Blocks.
    ///
    /// @throws AccountUnreadable if that cannot be known now
    Optional<Actor> actor(Token token, Use use) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SHOWN)) {
            statement.setBytes(1, token.digest());
            statement.setLong(2, idle.toSeconds());
            statement.setBoolean(3, use == Use.BY_SOMEBODY);
            try (var rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Actor(rows.getString("account"), Role.valueOf(rows.getString("role"))))
                        : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new AccountUnreadable(failed);
        }
    }

    /// Lets somebody in under this token.
    ///
    /// @return false if the password was changed or the account switched off since it was checked: nothing
    ///     happened
    @RetryOnConflict
    @Transactional
    public boolean begin(Token token, Proven who, Browser browser) {
        sweep();
        if (insert(token, who, browser) == 0) {
            return false;
        }
        audit.record(who.actor().name(), "signed-in", null, null, who.actor().name(), Map.of());
        return true;
    }

    /// `for share` waits for whoever changes the account right now, and looks again at what came of it.
    private int insert(Token token, Proven who, Browser browser) {
        return session.createNativeMutationQuery("""
                        insert into sign_in (id, account, expires, address, user_agent)
                        select :id, name, clock_timestamp() + make_interval(secs => :longest), :address, :agent
                        from account where name = :name and enabled and password_hash = :password for share
                        """)
                .setParameter("id", token.digest())
                .setParameter("longest", longest.toSeconds())
                .setParameter("address", browser.address(), String.class)
                .setParameter("agent", browser.agent(), String.class)
                .setParameter("name", who.actor().name())
                .setParameter("password", who.password().text())
                .executeUpdate();
    }

    /// Rows that are worth nothing any more go when somebody comes; signing in is rare and slow anyway.
    private void sweep() {
        session.createNativeMutationQuery("""
                        delete from sign_in where id in (
                            select id from sign_in
                            where expires < now() or last_used < now() - make_interval(secs => :idle)
                            for update skip locked)
                        """)
                .setParameter("idle", idle.toSeconds())
                .executeUpdate();
    }

    /// Signs out: the token is worth nothing afterwards, and nothing happens if it was worth nothing before.
    @RetryOnConflict
    @Transactional
    public void end(Token token) {
        session.createNativeQuery("delete from sign_in where id = :id returning account", String.class)
                .setParameter("id", token.digest())
                .getResultList()
                .forEach(name -> audit.record(name, "signed-out", null, null, name, Map.of()));
    }

    /// Ends every sign-in of an account, in the transaction that changes the account and after its change is
    /// written: whoever signs in meanwhile waits for that change.
    @Transactional(Transactional.TxType.MANDATORY)
    public void endAll(String account) {
        session.flush();
        session.createNativeMutationQuery("delete from sign_in where account = :account")
                .setParameter("account", account)
                .executeUpdate();
    }

    /// Records that somebody failed to come in. A name that is none of ours is not kept: people type passwords
    /// there.
    @RetryOnConflict
    @Transactional
    public void recordFailure(String typed) {
        var known = session.createNativeQuery("select name from account where name = :name", String.class)
                .setParameter("name", typed)
                .getResultList();
        audit.record(NOBODY, "sign-in-failed", null, null, known.isEmpty() ? "(unknown)" : typed, Map.of());
    }
}
