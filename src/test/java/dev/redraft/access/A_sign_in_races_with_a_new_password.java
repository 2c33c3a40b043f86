package dev.redraft.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.TestDatabase;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class A_sign_in_races_with_a_new_password {
    private static final String WAITING =
            "select query from pg_stat_activity where wait_event_type = 'Lock' and query like '%insert into sign_in%'";

    @BeforeEach
    void ed_is_there() {
        People.clear();
        People.present("ed", Role.EDITOR);
    }

    @Test
    void and_does_not_come_in_by_the_old_one_that_was_right_a_moment_ago() throws SQLException {
        assertThat(statusWhile("update account set password_hash = 'another' where name = 'ed'"))
                .isEqualTo(422);
        assertThat(People.strings("select account from sign_in")).isEmpty();
    }

    @Test
    void and_comes_in_when_something_else_was_changed() throws SQLException {
        assertThat(statusWhile("update account set role = 'VIEWER' where name = 'ed'"))
                .isEqualTo(303);
    }

    /// The change holds the account's row until the sign-in waits for it, and is committed then.
    private static int statusWhile(String change) throws SQLException {
        try (var other = TestDatabase.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(change);
            var status = CompletableFuture.supplyAsync(A_sign_in_races_with_a_new_password::signIn);
            while (People.strings(WAITING).isEmpty() && !status.isDone()) {
                Thread.onSpinWait();
            }
            assertThat(status).isNotDone();
            other.commit();
            return status.join();
        }
    }

    private static int signIn() {
        return given().redirects()
                .follow(false)
                .formParam("name", "ed")
                .formParam("password", People.PASSWORD)
                .post("/sign-in")
                .statusCode();
    }
}
