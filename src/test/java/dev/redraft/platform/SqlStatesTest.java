package dev.redraft.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStatesTest {
    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03"})
    void a_lost_race_is_a_conflict(String state) {
        assertThat(SqlStates.isConflict(failure(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "57P01", "08006", "42601"})
    void anything_else_is_no_conflict(String state) {
        assertThat(SqlStates.isConflict(failure(state))).isFalse();
    }

    @Test
    void a_conflict_is_found_deep_among_the_causes() {
        assertThat(SqlStates.isConflict(new RuntimeException(new IllegalStateException(failure("40001")))))
                .isTrue();
    }

    @Test
    void a_conflict_raised_at_commit_is_found_among_what_was_suppressed_by_a_cause() {
        var rollback = new IllegalStateException("rolled back");
        rollback.addSuppressed(new RuntimeException(failure("40P01")));
        assertThat(SqlStates.isConflict(new RuntimeException(rollback))).isTrue();
    }

    @Test
    void a_conflict_is_found_in_the_chain_of_a_batch() {
        var batch = new BatchUpdateException("batch", "00000", new int[0]);
        batch.setNextException(failure("55P03"));
        assertThat(SqlStates.isConflict(batch)).isTrue();
    }

    @Test
    void a_graph_with_a_cycle_is_walked_once() {
        var first = new IllegalStateException("first");
        var second = new IllegalStateException("second", first);
        first.addSuppressed(second);
        assertThat(SqlStates.isConflict(first)).isFalse();
        second.addSuppressed(failure("40001"));
        assertThat(SqlStates.isConflict(first)).isTrue();
    }

    @Test
    void a_failure_without_a_state_is_neither() {
        var failure = new SQLException("no state");
        assertThat(SqlStates.isConflict(failure)).isFalse();
        assertThat(SqlStates.isDatabaseAway(failure)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300"})
    void a_lost_connection_means_that_the_database_is_away(String state) {
        assertThat(SqlStates.isDatabaseAway(new RuntimeException(failure(state))))
                .isTrue();
    }

    @Test
    void a_pool_that_gives_no_connection_in_time_means_so_too() {
        assertThat(List.of("Sorry, acquisition timeout!", "Acquisition timeout while waiting for connection"))
                .allMatch(message -> SqlStates.isDatabaseAway(new SQLException(message)));
    }

    @Test
    void a_unique_violation_is_known_by_the_name_of_its_constraint() {
        var failure = new SQLException("duplicate key value violates unique constraint \"one_live\"", "23505");
        assertThat(SqlStates.isUniqueViolation(new RuntimeException(failure), "one_live"))
                .isTrue();
        assertThat(SqlStates.isUniqueViolation(failure, "one_draft")).isFalse();
    }

    private static SQLException failure(String state) {
        return new SQLException("failed", state);
    }
}
