package dev.redraft;

import java.time.Duration;
import java.util.stream.Stream;

/// How long it took to empty the database between tests; told when the tests have ended.
final class Clearings {
    private static final String NAME = "redraft.test.clearings";

    private Clearings() {}

    static void measure(Runnable clearing) {
        var began = System.nanoTime();
        clearing.run();
        var took = Long.toString(System.nanoTime() - began);
        synchronized (System.getProperties()) {
            System.setProperty(NAME, System.getProperty(NAME, "") + " " + took);
        }
    }

    /// One line on standard output, if there is something to tell. The times are text in the system's
    /// properties, because Quarkus loads classes a second time, and others fail on a property that is no text.
    static void tell() {
        var sorted = Stream.of(System.getProperty(NAME, "").split(" "))
                .filter(time -> !time.isEmpty())
                .map(Long::valueOf)
                .sorted()
                .toList();
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
