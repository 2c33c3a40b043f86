package dev.redraft.jobs;

import dev.redraft.background.JobRuns;
import dev.redraft.background.JobSettings;
import dev.redraft.background.Workers;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/// Says of long work that it goes on, gives up what nobody works at any more, and forgets what ended long ago.
@ApplicationScoped
class BackgroundCare {
    private static final int A_BATCH = 20;

    private final Workers workers;
    private final JobRuns runs;
    private final JobSettings settings;

    BackgroundCare(Workers workers, JobRuns runs, JobSettings settings) {
        this.workers = workers;
        this.runs = runs;
        this.settings = settings;
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void beat() {
        workers.beat();
    }

    @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void giveUp() {
        runs.interruptSilent(settings.silence());
    }

    @Scheduled(every = "1h", delayed = "6m", concurrentExecution = ConcurrentExecution.SKIP)
    void purge() {
        while (runs.purge(settings.kept(), A_BATCH) == A_BATCH) {
            // There are more.
        }
    }
}
