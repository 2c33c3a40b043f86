package dev.redraft.background;

import dev.redraft.platform.SqlStates;
import java.time.Duration;

/// How far a job is, told to whoever looks, twice a second at most. Telling is also when a Stop is noticed.
public final class Progress {
    private static final long PAUSE = Duration.ofMillis(500).toNanos();

    private final JobRuns runs;
    private final Job job;
    private int done;
    private int total;
    private long told;

    Progress(JobRuns runs, Job job) {
        this.runs = runs;
        this.job = job;
        this.told = System.nanoTime();
    }

    /// To be called whenever one more of so many is done.
    ///
    /// @throws RuntimeException if the job was stopped: nothing is to be caught here
    public void next(int ofTotal) {
        done++;
        total = ofTotal;
        if (System.nanoTime() - told >= PAUSE) {
            tell();
        }
    }

    /// The same for several at once.
    public void reached(int number, int ofTotal) {
        done = number - 1;
        next(ofTotal);
    }

    /// Tells it now.
    public void tell() {
        told = System.nanoTime();
        try {
            runs.advance(job, done, Math.max(done, total));
        } catch (RuntimeException thrown) {
            if (!SqlStates.isDatabaseAway(thrown)) {
                throw thrown;
            }
            // Whether it still counts is asked again at the end.
        }
    }
}
