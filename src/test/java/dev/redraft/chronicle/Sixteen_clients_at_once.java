package dev.redraft.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.TestDatabase;
import dev.redraft.chronicle.Chronicle.Outcome;
import dev.redraft.chronicle.Chronicle.Write;
import dev.redraft.chronicle.Sabotage.Bug;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@QuarkusTest
@Timeout(600)
class Sixteen_clients_at_once {
    private static final int CLIENTS = 16;
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("redraft.chronicle.seconds", 10));
    /// So many of them meet often enough, soon.
    private static final int FEW = 6;
    private static final int ROUNDS = 20;

    @Test
    void are_told_one_history() {
        var seed = System.nanoTime();
        var history = Clients.atWork(CLIENTS, TIME, seed);
        assertThat(Laws.brokenBy(history)).as("seed %d", seed).isEmpty();
        assertThat(outcomes(history, Outcome.Acknowledged.class)).isGreaterThan(CLIENTS);
        assertThat(outcomes(history, Outcome.Refused.class)).isPositive();
    }

    private static long outcomes(Chronicle history, Class<? extends Outcome> type) {
        return history.deeds().stream()
                .filter(deed -> deed instanceof Write write && type.isInstance(write.outcome()))
                .count();
    }

    /// So that it is known that the above would see it. What locks prevent, a database that is serializable
    /// prevents without them.
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void are_told_nothing_of_the_kind_by_a_server_with_a_planted_bug(Bug bug) {
        List<String> broken = new ArrayList<>();
        for (var round = 0; round < ROUNDS && broken.isEmpty(); round++) {
            broken.addAll(Laws.brokenBy(Clients.atWork(FEW, Duration.ZERO, round, bug)));
        }
        var isHarmless = bug == Bug.NO_LOCK && TestDatabase.isSerializable();
        assertThat(broken.isEmpty())
                .as("nothing was seen, where %s was broken", broken)
                .isEqualTo(isHarmless);
    }
}
