package dev.redraft;

import static io.restassured.RestAssured.given;

import dev.redraft.platform.Role;
import dev.redraft.platform.SqlStates;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// People for tests, and the requests they send: each is called as it signs in, and its password is the same
/// for all.
public final class People {
    public static final String PASSWORD = "correct horse";

    private static final int MOST_RUNS = 20;

    private static final Map<String, String> HASHES = new ConcurrentHashMap<>();

    private People() {}

    /// Nobody is there, and nobody ever did anything: every table is empty. Nobody waits for the disk for that.
    public static void clear() {
        Clearings.measure(People::empty);
    }

    private static void empty() {
        sql("""
                begin; set local redraft.audit_purge = 'on'; set local synchronous_commit = off;
                delete from job; delete from draft_summary; delete from draft_event; delete from operation; delete from gesture;
                delete from entry; delete from revision; delete from configuration_schema; delete from configuration;
                delete from audit;
                delete from sign_in; delete from account; delete from idempotency; commit""");
        shrink();
    }

    /// An emptied table keeps its pages, and each statement that looks through it reads them all: those that got
    /// many give them back.
    private static void shrink() {
        strings("""
                select relname from pg_class
                where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 500000""").forEach(table -> sql("vacuum (skip_locked) " + table));
    }

    /// Makes somebody, or makes somebody be this again.
    public static void present(String name, Role role) {
        sql("insert into account (name, role, password_hash) values ('%s', '%s', '%s') "
                        .formatted(name, role, hash(PASSWORD))
                + "on conflict (name) do update set role = excluded.role, password_hash = excluded.password_hash, "
                + "enabled = true, stamp = account.stamp + 1");
    }

    /// A request of somebody with the usual password.
    public static RequestSpecification as(String name) {
        return as(name, PASSWORD);
    }

    public static RequestSpecification as(String name, String password) {
        var credentials = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return given().header("Authorization", "Basic " + credentials);
    }

    /// Requests of a browser in which somebody with the usual password signed in: with the cookie and the token
    /// of our forms as a header. Redirects are shown, not followed.
    public static RequestSpecification signedIn(String name) {
        var cookie = cookie(name, PASSWORD);
        return browser(cookie).header("X-CSRF-Token", formToken(cookie));
    }

    /// Requests of a browser that shows this cookie, and no token.
    public static RequestSpecification browser(String cookie) {
        return given().redirects().follow(false).accept("text/html,*/*;q=0.8").cookie("redraft", cookie);
    }

    /// The cookie that somebody gets by signing in at the page.
    public static String cookie(String name, String password) {
        return given().redirects()
                .follow(false)
                .formParam("name", name)
                .formParam("password", password)
                .post("/sign-in")
                .then()
                .statusCode(303)
                .extract()
                .cookie("redraft");
    }

    /// The token that the forms carry which a browser with this cookie gets.
    public static String formToken(String cookie) {
        var page = browser(cookie).get("/password").then().statusCode(200).extract();
        return page.htmlPath().getString("'**'.find { it.@name == 'csrf' }.@value");
    }

    /// Runs statements in one transaction of their own; again if the database asks for it, which it does where
    /// every transaction is serializable.
    public static void sql(String statements) {
        for (var runs = 1; !isDone(statements, runs); ) {
            runs++;
        }
    }

    private static boolean isDone(String statements, int runs) {
        try (var connection = database().getConnection();
                var statement = connection.createStatement()) {
            try {
                statement.execute(statements);
                return true;
            } catch (SQLException failed) {
                statement.execute("rollback");
                if (!SqlStates.isConflict(failed) || runs == MOST_RUNS) {
                    throw failed;
                }
                return false;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(statements, failed);
        }
    }

    /// The first column of every row.
    public static List<String> strings(String query) {
        try (var connection = database().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(query, failed);
        }
    }

    private static AgroalDataSource database() {
        return Arc.container().instance(AgroalDataSource.class).get();
    }

    /// As cheap as bcrypt can be.
    private static String hash(String password) {
        return HASHES.computeIfAbsent(password, text -> BcryptUtil.bcryptHash(text, 4));
    }
}
