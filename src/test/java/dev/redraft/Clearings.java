package dev.redraft;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/// How long it took to empty the database between tests; told when the tests have ended.
final class Clearings {
    private static final String NAME = "redraft.test.clearings";

    private Clearings() {}

    static void measure(Runnable clearing) {
        var began = System.nanoTime();
        clearing.run();
        all().add(System.nanoTime() - began);
    }

    /// In the system's properties, because Quarkus loads classes a second time.
    @SuppressWarnings("unchecked")
    private static Collection<Long> all() {
        return (Collection<Long>) System.getProperties().computeIfAbsent(NAME, _ -> new ConcurrentLinkedQueue<Long>());
    }

    /// One line on standard output, if there is something to tell.
    static void tell() {
        var sorted = all().stream().sorted().toList();
        if (!sorted.isEmpty()) {
            System.out.printf(
                    "The database was emptied %d times: median %.1f ms, nine of ten below %.1f ms%n",
                    sorted.size(), millis(sorted.get(sorted.size() / 2)), millis(sorted.get(sorted.size() * 9 / 10)));
        }
    }

    private static double millis(long nanos) {
        return nanos / (double) Duration.ofMillis(1).toNanos();
    }
}
