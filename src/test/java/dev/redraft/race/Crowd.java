package dev.redraft.race;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Many who do the same at once.
final class Crowd {
    private Crowd() {}

    /// Each in a thread of its own, let go together.
    static <T> List<T> atOnce(int size, IntFunction<T> step) {
        var line = new CyclicBarrier(size);
        var racers = IntStream.range(0, size)
                .mapToObj(number -> new Racer<>(() -> {
                    line.await();
                    return step.apply(number);
                }))
                .toList();
        return racers.stream().map(Racer::result).toList();
    }
}
