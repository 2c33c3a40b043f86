package dev.redraft.background;

import dev.redraft.platform.SqlStates;
import dev.redraft.web.Complaint;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/// Does jobs on threads of this instance, some at once and the others in turn.
@ApplicationScoped
public class Workers {
    private static final Logger LOG = Logger.getLogger(Workers.class);

    private final List<Work> works;
    private final JobRuns runs;
    private final Instance instance;
    private final Semaphore places;
    private final Set<Turn> turns = ConcurrentHashMap.newKeySet();

    Workers(@All List<Work> works, JobRuns runs, Instance instance, JobSettings settings) {
        this.works = works;
        this.runs = runs;
        this.instance = instance;
        this.places = new Semaphore(settings.atOnce(), true);
    }

    private record Turn(UUID job, int attempt) {}

    /// What an earlier life of this instance was at, nobody is at any more.
    void begin(@Observes StartupEvent start) {
        giveUpOwn();
    }

    /// Whoever looks while this instance is away is told the truth.
    void end(@Observes ShutdownEvent end) {
        if (!turns.isEmpty()) {
            giveUpOwn();
        }
    }

    private void giveUpOwn() {
        var given = runs.interruptOf(instance.name());
        if (given > 0) {
            LOG.infof("%d jobs were interrupted; whoever asked for them can start them again", given);
        }
    }

    /// Begins a job when there is room. To be called when the transaction that accepted it has ended; once more
    /// does nothing.
    public void take(Job job) {
        var turn = new Turn(job.id(), job.attempt());
        if (job.state() == Job.State.QUEUED && turns.add(turn)) {
            Thread.ofVirtual().name("job-" + job.id()).start(() -> {
                try {
                    inTurn(job);
                } finally {
                    turns.remove(turn);
                }
            });
        }
    }

    /// Says that this instance is at its jobs, those that wait included.
    public void beat() {
        if (!turns.isEmpty()) {
            runs.beat(turns.stream().map(Turn::job).toList());
        }
    }

    private void inTurn(Job job) {
        try {
            places.acquire();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            runs.begin(job, instance.name()).ifPresent(this::work);
        } catch (RuntimeException thrown) {
            LOG.errorf(thrown, "The job %s cannot go on; it will be given up", job.id());
        } finally {
            places.release();
        }
    }

    private void work(Job job) {
        try {
            if (job.role() == null) {
                runs.fail(job, "forbidden", "The account of " + job.owner() + " is switched off.");
            } else {
                worker(job).run(job, new Progress(runs, job));
            }
        } catch (Stopped _) {
            LOG.debugf("The job %s was stopped", job.id());
        } catch (RuntimeException | Error thrown) {
            fail(job, thrown);
        }
    }

    private Work worker(Job job) {
        return works.stream()
                .filter(work -> work.does(job.order()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody does " + job.order()));
    }

    /// If the database was lost while the end was written, it knows what became of the job: this changes only
    /// one that is not at its end.
    private void fail(Job job, Throwable thrown) {
        var told = Complaint.told(thrown);
        if (told.isPresent()) {
            runs.fail(job, told.get().slug(), told.get().sentence());
        } else if (SqlStates.isDatabaseAway(thrown)) {
            runs.fail(job, "unavailable", "The database went away. Start again when it is back.");
        } else {
            LOG.errorf(thrown, "The job %s failed", job.id());
            runs.fail(
                    job, "internal-error", "Something went wrong on our side. It is written down as " + job.id() + ".");
        }
    }
}
