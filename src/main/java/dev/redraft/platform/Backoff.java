package dev.redraft.platform;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// Pauses before something is tried again, with full jitter: a random part of what doubles with each failure, so
/// that those who failed together do not come back together.
public record Backoff(Duration first, Duration longest) {
    /// More would not fit the number.
    private static final int MOST_DOUBLINGS = 20;

    /// Sleeps.
    ///
    /// @param failures how many there were
    public void pause(int failures) throws InterruptedException {
        var doubled = first.toMillis() << Math.min(failures, MOST_DOUBLINGS);
        Thread.sleep(ThreadLocalRandom.current().nextLong(Math.min(longest.toMillis(), doubled) + 1));
    }
}
