package dev.redraft.draft;

import dev.redraft.background.Job;
import dev.redraft.background.JobFiles;
import dev.redraft.background.JobRuns;
import dev.redraft.background.Order;
import dev.redraft.background.Progress;
import dev.redraft.background.Work;
import dev.redraft.configuration.ContentForm;
import dev.redraft.configuration.Edit;
import dev.redraft.configuration.Rendering;
import dev.redraft.document.Format;
import dev.redraft.document.Limits;
import dev.redraft.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Imports a file as a job, or finds out what that would change. It reads and computes outside of any
/// transaction.
@ApplicationScoped
class ImportWork implements Work {
    /// So often somebody else may be faster; then the draft is held for as long as a look at it takes.
    private static final int TRIES = 5;

    private final ContentForm content;
    private final JobFiles files;
    private final JobRuns runs;
    private final Moments moments;
    private final ImportWrites writes;
    private final Limits limits;

    ImportWork(ContentForm content, JobFiles files, JobRuns runs, Moments moments, ImportWrites writes, Limits limits) {
        this.content = content;
        this.files = files;
        this.runs = runs;
        this.moments = moments;
        this.writes = writes;
        this.limits = limits;
    }

    @Override
    public boolean does(Order order) {
        return order.kind().isOfFile();
    }

    @Override
    public void run(Job job, Progress progress) {
        var order = job.order();
        var format = Format.ofExtension(Objects.requireNonNull(order.format())).orElseThrow();
        var edit = edit(job, format, progress);
        var plan = ImportPlan.of(moments.now(draft(order), begun(order), job.actor()), edit, limits);
        progress.tell();
        if (order.kind() == Job.Kind.REHEARSAL) {
            rehearsed(job, plan, format.notes());
        } else {
            write(job, plan, format.notes());
        }
    }

    private Edit.Import edit(Job job, Format format, Progress progress) {
        var keys = Rendering.Keys.valueOf(Objects.requireNonNull(job.order().keys()));
        var incoming = content.read(format, files.input(job.id()), keys);
        var way = Edit.Way.valueOf(Objects.requireNonNull(job.order().way()));
        return new Edit.Import(incoming.edit(), way, progress::next);
    }

    static UUID draft(Order order) {
        return Objects.requireNonNull(order.draft());
    }

    /// What the draft has to be like when the job begins.
    static Preconditions begun(Order order) {
        return order.stamp() == null
                ? Preconditions.NONE
                : Tags.at(order.stamp().toString());
    }

    private void rehearsed(Job job, ImportPlan plan, List<String> notes) {
        var changes = plan.changes();
        try (var output = files.outputOf(job)) {
            output.write(Rehearsed.write(changes));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        runs.ended(job, ImportFacts.of(plan.stamp(), changes, plan.left(), notes));
    }

    private void write(Job job, ImportPlan computed, List<String> notes) {
        var plan = computed;
        for (var attempt = 1; attempt < TRIES; attempt++) {
            if (writes.isWritten(job, plan, notes)) {
                return;
            }
            plan = plan.beside(moments.now(draft(job.order()), Preconditions.NONE, job.actor()));
        }
        writes.writeBesideOthers(job, plan, notes);
    }
}
