package dev.redraft.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(300)
class A_step_under_a_schema_costs_what_it_touches {
    private static final Steps SMALL = new Steps(100);
    private static final Steps LARGE = new Steps(20_000);

    @BeforeEach
    void there_are_a_small_and_a_large_configuration_under_a_schema() {
        People.clear();
        People.present("ann", Role.EDITOR);
        for (var configuration : List.of(SMALL, LARGE)) {
            configuration.fill();
            configuration.giveSchema();
        }
    }

    @AfterEach
    void nobody_else_pays_for_it() {
        People.clear();
    }

    private static Map<String, List<String>> statements(Steps configuration) throws SQLException {
        // Once for what is remembered after the first time.
        walk(configuration);
        var statements = new LinkedHashMap<String, List<String>>();
        try (var sent = new SentStatements()) {
            configuration.start();
            statements.put("increment", sent.during(configuration::increment));
            statements.put("commit", sent.during(configuration::commit));
            configuration.start();
            configuration.edit();
            configuration.review();
            statements.put("commit of what was reviewed", sent.during(configuration::commit));
            statements.put("direct increment", sent.during(configuration::incrementDirectly));
        }
        return statements;
    }

    private static void walk(Steps configuration) {
        configuration.start();
        configuration.increment();
        configuration.commit();
    }

    @Test
    void in_statements_and_one_that_was_reviewed_costs_no_more_than_without() throws SQLException {
        var small = statements(SMALL);
        assertThat(statements(LARGE)).isEqualTo(small);
        assertThat(small.get("increment")).hasSizeLessThanOrEqualTo(Step.EDIT.most());
        assertThat(small.get("commit of what was reviewed")).hasSizeLessThanOrEqualTo(Step.COMMIT.most());
        // It finds out that it has to validate, reads what the draft changes, and begins again.
        assertThat(small.get("commit")).hasSizeLessThanOrEqualTo(Step.COMMIT.most() + 6);
        assertThat(small.get("direct increment")).hasSizeLessThanOrEqualTo(Step.DIRECT_WRITE.most());
    }
}
