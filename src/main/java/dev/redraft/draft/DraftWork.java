package dev.redraft.draft;

import dev.redraft.background.Job;
import dev.redraft.background.JobFiles;
import dev.redraft.background.JobRuns;
import dev.redraft.background.Order;
import dev.redraft.background.Progress;
import dev.redraft.background.Work;
import dev.redraft.configuration.ProblemFile;
import dev.redraft.configuration.Rendering;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// Exports and validates drafts as jobs: one state of them, read at once and written out when nothing is held
/// any more.
@ApplicationScoped
class DraftWork implements Work {
    private final Moments moments;
    private final Validations validations;
    private final ProblemFile problems;
    private final JobFiles files;
    private final JobRuns runs;

    DraftWork(Moments moments, Validations validations, ProblemFile problems, JobFiles files, JobRuns runs) {
        this.moments = moments;
        this.validations = validations;
        this.problems = problems;
        this.files = files;
        this.runs = runs;
    }

    @Override
    public boolean does(Order order) {
        return order.draft() != null && !order.kind().isOfFile();
    }

    @Override
    public void run(Job job, Progress progress) {
        var draft = ImportWork.draft(job.order());
        if (job.order().kind() == Job.Kind.VALIDATION) {
            problems.write(job, validations.problems(draft, job.actor(), progress::reached));
        } else {
            export(job, moments.ofOwn(draft, job.actor()), progress);
        }
    }

    private void export(Job job, Moment moment, Progress progress) {
        var whole = moment.read().document().toObject();
        progress.reached(0, moment.entries());
        progress.tell();
        try (var out = files.outputOf(job)) {
            Rendering.of(job.order()).write(whole, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        runs.ended(job, Map.of("stamp", moment.stamp()));
    }
}
