package dev.redraft.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class A_rebase_costs_what_overlaps {
    private static final Steps SMALL = new Steps(100);
    private static final Steps LARGE = new Steps(20_000);
    private static final int MINE = 50;

    /// Authentication, what is read, what is written, and what is answered.
    private static final int STATEMENTS = 18;

    @BeforeEach
    void there_are_a_small_and_a_large_configuration() {
        People.clear();
        People.present("ann", Role.EDITOR);
        List.of(SMALL, LARGE).forEach(Steps::fill);
    }

    @AfterEach
    void nobody_else_pays_for_it() {
        People.clear();
    }

    private record Cost(List<String> statements, List<String> rows) {}

    private static Cost rebase(Steps configuration, int overlap) throws SQLException {
        configuration.start();
        configuration.editMany(MINE);
        configuration.moveBase(overlap);
        try (var sent = new SentStatements();
                var written = new WrittenRows()) {
            var statements = sent.during(configuration::rebase);
            var cost = new Cost(statements, written.sinceLast());
            configuration.commit();
            return cost;
        }
    }

    @Test
    void in_statements_and_in_rows_written_whatever_the_size_of_the_configuration() throws SQLException {
        // Once for what is remembered after the first time.
        rebase(SMALL, 1);
        var small = rebase(SMALL, 1);
        assertThat(rebase(LARGE, 1)).isEqualTo(small);
        assertThat(small.statements()).hasSizeLessThanOrEqualTo(STATEMENTS);
        assertThat(small.rows()).contains("entry: update 1", "operation: delete 1", "operation: insert 1");
    }

    @Test
    void in_no_more_statements_where_more_overlaps() throws SQLException {
        rebase(SMALL, 1);
        var one = rebase(SMALL, 1);
        var many = rebase(SMALL, MINE);
        assertThat(many.statements()).hasSameSizeAs(one.statements());
        assertThat(many.rows()).contains("entry: update " + MINE);
    }
}
