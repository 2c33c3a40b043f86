package dev.redraft.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.chronicle.Chronicle.Deed;
import dev.redraft.chronicle.Chronicle.Outcome;
import dev.redraft.chronicle.Chronicle.Write;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(600)
class Sixteen_clients_at_once {
    private static final int CLIENTS = 16;
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("redraft.chronicle.seconds", 10));

    @Test
    void are_told_one_history() {
        People.clear();
        IntStream.range(0, CLIENTS).forEach(number -> People.present(Client.nameOf(number), Role.EDITOR));
        Walk.configuration(Client.nameOf(0), "billing", "{\"hits\":0}");
        var seed = System.nanoTime();
        var deeds = recorded(seed);
        assertThat(Laws.brokenBy(new Chronicle(deeds, Shown.chain(Client.nameOf(0), "billing"))))
                .as("seed %d", seed)
                .isEmpty();
        assertThat(outcomes(deeds, Outcome.Acknowledged.class)).isGreaterThan(CLIENTS);
        assertThat(outcomes(deeds, Outcome.Refused.class)).isPositive();
    }

    private static List<Deed> recorded(long seed) {
        var deadline = System.nanoTime() + TIME.toNanos();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var clients = IntStream.range(0, CLIENTS)
                    .mapToObj(number ->
                            CompletableFuture.supplyAsync(() -> new Client(number, seed).until(deadline), threads))
                    .toList();
            return clients.stream()
                    .map(CompletableFuture::join)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private static long outcomes(List<Deed> deeds, Class<? extends Outcome> type) {
        return deeds.stream()
                .filter(deed -> deed instanceof Write write && type.isInstance(write.outcome()))
                .count();
    }
}
