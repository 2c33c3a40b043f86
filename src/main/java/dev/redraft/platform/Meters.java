package dev.redraft.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;

/// What is counted for whoever operates Redraft. Only what is committed counts, and no name of a person, a
/// configuration or a key is ever part of a meter.
@ApplicationScoped
public class Meters {
    private final MeterRegistry registry;
    private final TransactionSynchronizationRegistry transaction;

    Meters(MeterRegistry registry, TransactionSynchronizationRegistry transaction) {
        this.registry = registry;
        this.transaction = transaction;
    }

    /// Counts what is done already.
    public void count(String meter, int number) {
        registry.counter(meter).increment(number);
    }

    /// Counts one of a kind when the current transaction is committed, and only then.
    ///
    /// @param kind one of a few that are known beforehand: each is kept for ever
    public void countOnceCommitted(String meter, String tag, String kind) {
        transaction.registerInterposedSynchronization(
                new OnceCommitted(() -> registry.counter(meter, tag, kind).increment()));
    }

    /// Does something, and keeps how long it took.
    public <T> T timed(String meter, Supplier<T> doing) {
        return Timer.builder(meter).register(registry).record(doing);
    }

    private record OnceCommitted(Runnable counting) implements Synchronization {
        @Override
        public void beforeCompletion() {
            // Nothing is known yet.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                counting.run();
            }
        }
    }
}
