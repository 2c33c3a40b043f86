package dev.redraft.race;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Somebody's step in a thread of its own.
class Racer<T> {
    static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

    private final FutureTask<T> step;

    Racer(Callable<T> step) {
        this.step = new FutureTask<>(step);
        Thread.ofPlatform().daemon().start(this.step);
    }

    /// What came of it; waits until it is done.
    T result() {
        try {
            return step.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError("It came to nothing", failed);
        }
    }

    /// Looks until it is so; false if it never was, or the step is done by now.
    boolean comesTo(BooleanSupplier state) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!step.isDone() && System.nanoTime() < deadline) {
            if (state.getAsBoolean()) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return false;
    }
}
