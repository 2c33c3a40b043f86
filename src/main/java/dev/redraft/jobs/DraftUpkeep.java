package dev.redraft.jobs;

import dev.redraft.draft.Upkeep;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/// Gives up drafts that were left alone, and purges those that were kept long enough.
@ApplicationScoped
class DraftUpkeep {
    private final Upkeep upkeep;

    DraftUpkeep(Upkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Scheduled(every = "1h", delayed = "3m", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        upkeep.run();
    }
}
