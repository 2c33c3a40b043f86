package dev.redraft.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FirstAdministratorTest {
    @Inject
    FirstAdministrator first;

    @Inject
    Accounts accounts;

    @BeforeEach
    void nobody_is_there() {
        People.clear();
    }

    @Test
    void is_made_with_the_password_of_the_setting() {
        first.makeIfThereIsNobody(Optional.of("of the setting"));
        People.as("admin", "of the setting").get("/api/users").then().statusCode(200);
        assertThat(People.strings("select actor || ' ' || action || ' ' || subject from audit"))
                .containsExactly("(start) user-made admin");
    }

    @Test
    void is_made_with_a_password_that_nobody_chose() {
        first.makeIfThereIsNobody(Optional.empty());
        assertThat(People.strings("select name || ' ' || role from account")).containsExactly("admin ADMINISTRATOR");
    }

    @Test
    void is_not_made_where_there_is_somebody() {
        People.present("vic", Role.VIEWER);
        first.makeIfThereIsNobody(Optional.of("of the setting"));
        assertThat(People.strings("select name from account")).containsExactly("vic");
    }

    @Test
    void is_made_once_by_two_instances_that_start_at_once() throws Exception {
        var start = new CyclicBarrier(2);
        try (var instances = Executors.newFixedThreadPool(2)) {
            var one = instances.submit(() -> make("first one", start));
            var two = instances.submit(() -> make("second one", start));
            assertThat(new boolean[] {one.get(), two.get()}).containsExactlyInAnyOrder(true, false);
        }
        assertThat(People.strings("select action from audit")).containsExactly("user-made");
    }

    private boolean make(String password, CyclicBarrier start) throws Exception {
        var hash = PasswordHash.of(password);
        start.await();
        return accounts.makeFirst(hash);
    }

    @Test
    void is_never_made_with_a_password_that_would_be_checked_in_part_only() {
        var tooLong = "x".repeat(73);
        assertThatThrownBy(() -> first.makeIfThereIsNobody(Optional.of(tooLong)))
                .hasMessageContaining("redraft.admin-password")
                .hasMessageNotContaining(tooLong);
        assertThatThrownBy(() -> first.makeIfThereIsNobody(Optional.of(""))).hasMessageContaining("1 to 72 bytes");
    }

    @Test
    void may_have_a_short_password_if_whoever_runs_redraft_wants_one() {
        first.makeIfThereIsNobody(Optional.of("short"));
        People.as("admin", "short").get("/api/users").then().statusCode(200);
    }

    @Test
    void comes_back_by_a_reset_whatever_happened_to_it() {
        People.present("admin", Role.VIEWER);
        People.sql("update account set enabled = false");
        first.reset("brand new one");
        People.as("admin", "brand new one").get("/api/users").then().statusCode(200);
        assertThat(People.strings("select action from audit order by id"))
                .containsExactly("user-role-changed", "user-switched-on", "password-changed");
    }

    @Test
    void is_made_by_a_reset_where_there_was_none() {
        People.present("vic", Role.VIEWER);
        first.reset("brand new one");
        People.as("admin", "brand new one").get("/api/users").then().statusCode(200);
    }

    @Test
    void gets_a_password_that_nobody_guesses() {
        assertThat(PasswordHash.generated()).hasSize(20).isNotEqualTo(PasswordHash.generated());
    }
}
