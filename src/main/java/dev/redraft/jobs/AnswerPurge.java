package dev.redraft.jobs;

import dev.redraft.idempotency.Answers;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Forgets what was answered under a key when it was kept long enough, a little at a time.
@ApplicationScoped
class AnswerPurge {
    private static final int A_BATCH = 500;

    private final Answers answers;
    private final Duration kept;

    AnswerPurge(Answers answers, @ConfigProperty(name = "redraft.idempotency.kept") Duration kept) {
        this.answers = answers;
        this.kept = kept;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
    void purge() {
        while (answers.purge(kept, A_BATCH) == A_BATCH) {
            // There are more.
        }
    }
}
