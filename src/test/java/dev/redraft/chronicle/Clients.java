package dev.redraft.chronicle;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.chronicle.Chronicle.Deed;
import dev.redraft.chronicle.Sabotage.Bug;
import dev.redraft.platform.Role;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Many clients at work on one configuration, and the record of what they did.
final class Clients {
    private Clients() {}

    static Chronicle atWork(int many, Duration time, long seed) {
        return atWork(many, time, seed, Bug.NONE);
    }

    /// While something is broken, which was not yet when all began.
    static Chronicle atWork(int many, Duration time, long seed, Bug bug) {
        People.clear();
        IntStream.range(0, many).forEach(number -> People.present(Client.nameOf(number), Role.EDITOR));
        Walk.configuration(Client.nameOf(0), "billing", "{\"hits\":0}");
        try (var _ = Sabotage.plant(bug)) {
            var deeds = deeds(many, System.nanoTime() + time.toNanos(), seed);
            return new Chronicle(deeds, Shown.chain(Client.nameOf(0), "billing"));
        }
    }

    private static List<Deed> deeds(int many, long deadline, long seed) {
        try (var threads = Executors.newFixedThreadPool(many)) {
            var clients = IntStream.range(0, many)
                    .mapToObj(number ->
                            CompletableFuture.supplyAsync(() -> new Client(number, seed).until(deadline), threads))
                    .toList();
            return clients.stream()
                    .map(CompletableFuture::join)
                    .flatMap(List::stream)
                    .toList();
        }
    }
}
