package dev.redraft.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class The_past_costs_what_changed {
    private static final LongHistory SHORT = new LongHistory(200);
    private static final LongHistory LONG = new LongHistory(10_000);

    /// What somebody asks of the past, and in how many statements at most it is answered.
    enum Question {
        VERSIONS(12, LongHistory::lookAtVersions),
        ENTRY(5, LongHistory::lookAtEntry),
        BLAME(17, LongHistory::blame),
        COMPARE(10, LongHistory::compare),
        ROLL_BACK(40, LongHistory::rollBack),
        UNDO(44, LongHistory::undo);

        private final int most;
        private final Consumer<LongHistory> asking;

        Question(int most, Consumer<LongHistory> asking) {
            this.most = most;
            this.asking = asking;
        }
    }

    @BeforeEach
    void there_are_a_short_and_a_long_history() {
        People.clear();
        People.present("ann", Role.EDITOR);
        List.of(SHORT, LONG).forEach(LongHistory::write);
        People.sql("analyze");
    }

    @AfterEach
    void nobody_else_pays_for_it() {
        People.clear();
    }

    private record Reading(long scans, long rows) {}

    private static int statements(Question question, LongHistory history) throws SQLException {
        try (var sent = new SentStatements()) {
            return sent.during(() -> question.asking.accept(history)).size();
        }
    }

    private static Reading read(Question question, LongHistory history) throws SQLException {
        try (var read = new ReadRows()) {
            question.asking.accept(history);
            return new Reading(read.scans(), read.rows());
        }
    }

    @ParameterizedTest
    @EnumSource
    void in_statements_and_in_rows_read_however_many_versions_there_are(Question question) throws SQLException {
        // Once for what is remembered after the first time.
        question.asking.accept(SHORT);
        var few = statements(question, SHORT);
        assertThat(few).isLessThanOrEqualTo(question.most);
        assertThat(statements(question, LONG)).isEqualTo(few);
        var little = read(question, SHORT);
        assertThat(little.scans()).isZero();
        assertThat(read(question, LONG)).isEqualTo(little);
    }
}
