package dev.redraft.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(300)
class A_step_costs_the_same_in_a_large_configuration {
    private static final Steps SMALL = new Steps(100);
    private static final Steps LARGE = new Steps(100_000);

    private static boolean isFilled;

    /// Once for all: filling the large one takes longer than all that is measured.
    @BeforeEach
    void there_are_a_small_and_a_large_configuration() {
        if (!isFilled) {
            People.clear();
            People.present("ann", Role.EDITOR);
            SMALL.fill();
            LARGE.fill();
            isFilled = true;
        }
    }

    @AfterAll
    static void nobody_else_pays_for_it() {
        People.clear();
        isFilled = false;
    }

    private static void walk(Steps configuration) {
        for (var step : Step.values()) {
            step.in(configuration);
        }
    }

    /// What a step made the server do.
    private record Cost(Step step, List<String> statements, List<String> rows) {}

    private static Cost of(Step step, List<Cost> costs) {
        return costs.stream().filter(cost -> cost.step() == step).findFirst().orElseThrow();
    }

    private static List<Cost> costs(Steps configuration) throws SQLException {
        walk(configuration);
        var costs = new ArrayList<Cost>();
        try (var sent = new SentStatements();
                var written = new WrittenRows()) {
            for (var step : Step.values()) {
                var statements = sent.during(() -> step.in(configuration));
                costs.add(new Cost(step, statements, written.sinceLast()));
            }
        }
        return costs;
    }

    @Test
    void in_statements_and_in_rows_written_and_that_is_little() throws SQLException {
        var small = costs(SMALL);
        assertThat(costs(LARGE)).isEqualTo(small);
        assertThat(small).allSatisfy(cost -> {
            assertThat(cost.statements()).hasSizeBetween(2, cost.step().most());
            assertThat(cost.statements().getFirst()).contains("from account");
        });
        assertThat(of(Step.EDIT, small).rows())
                .contains("entry: update 1", "gesture: insert 1", "operation: insert 1", "revision: update 1");
    }

    /// One takes the key, one keeps the answer; nothing else is done twice for it.
    @Test
    void and_two_statements_more_with_a_key_where_something_is_changed() throws SQLException {
        var plain = costs(SMALL);
        List<Cost> small;
        try (var _ = new FreshKeys()) {
            small = costs(SMALL);
            assertThat(costs(LARGE)).isEqualTo(small);
        }
        for (var cost : small) {
            var more = cost.statements().size()
                    - of(cost.step(), plain).statements().size();
            assertThat(more).as(cost.step().name()).isEqualTo(cost.step().changesSomething() ? 2 : 0);
        }
    }

    @Test
    void because_no_step_scans_entries_or_operations() throws SQLException {
        try (var read = new ReadRows()) {
            for (var round = 0; round < 10; round++) {
                // Often enough for the driver to prepare statements and for the server to plan them once for all.
                walk(LARGE);
            }
            assertThat(read.scans()).isZero();
            assertThat(read.rows()).isPositive().isLessThan(10 * 1000);
        }
    }
}
