package dev.redraft.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redraft.People;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditLogTest {
    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");

    @Inject
    AuditLog log;

    @BeforeEach
    void nothing_was_done() {
        People.clear();
    }

    @Test
    void keeps_what_it_is_told() {
        QuarkusTransaction.requiringNew()
                .run(() -> log.record("ann", "draft-cancelled", ID, ID, "billing/production", Map.of("changes", 3)));
        assertThat(People.strings(
                        "select concat_ws(' ', actor, action, configuration, draft, subject, details, address)"
                                + " from audit"))
                .containsExactly("ann draft-cancelled " + ID + " " + ID + " billing/production {\"changes\":3}");
    }

    @Test
    void keeps_nothing_of_a_transaction_that_was_rolled_back() {
        QuarkusTransaction.begin();
        log.record("ann", "draft-cancelled", null, null, "billing/production", Map.of());
        QuarkusTransaction.rollback();
        assertThat(People.strings("select action from audit")).isEmpty();
    }

    @Test
    void asks_for_a_transaction() {
        assertThatThrownBy(() -> log.record("ann", "draft-cancelled", null, null, "x", Map.of()))
                .isInstanceOf(jakarta.transaction.TransactionalException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set actor = 'bob'",
                "delete from audit",
                "truncate audit",
                "set redraft.audit_purge = 'on'; update audit set actor = 'bob'"
            })
    void never_changes_or_forgets(String statement) {
        QuarkusTransaction.requiringNew().run(() -> log.record("ann", "deed", null, null, "x", Map.of()));
        assertThatThrownBy(() -> People.sql(statement)).rootCause().hasMessageContaining("append-only");
        assertThat(People.strings("select actor from audit")).containsExactly("ann");
    }
}
