package dev.redraft.draft;

import dev.redraft.audit.AuditLog;
import dev.redraft.background.Job;
import dev.redraft.background.JobRuns;
import dev.redraft.configuration.Entries;
import dev.redraft.configuration.Name;
import dev.redraft.configuration.Revision;
import dev.redraft.operation.Label;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/// The one short transaction at the end of an import: the draft has it and its job is done, or neither.
@ApplicationScoped
public class ImportWrites {
    private final OpenDrafts open;
    private final Entries entries;
    private final Views views;
    private final Steps steps;
    private final JobRuns runs;
    private final AuditLog audit;

    ImportWrites(OpenDrafts open, Entries entries, Views views, Steps steps, JobRuns runs, AuditLog audit) {
        this.open = open;
        this.entries = entries;
        this.views = views;
        this.steps = steps;
        this.runs = runs;
        this.audit = audit;
    }

    /// Writes what was computed, as one gesture, if the draft is as it was then.
    ///
    /// @return false if it is not; nothing is written then
    @RetryOnConflict
    @Transactional
    boolean isWritten(Job job, ImportPlan plan, List<String> notes) {
        var draft = locked(job);
        if (draft.stamp() != plan.stamp()) {
            return false;
        }
        write(job, draft, plan, notes);
        return true;
    }

    /// The same where the draft never stands still: what moved is looked at here, under its lock.
    @RetryOnConflict
    @Transactional
    void writeBesideOthers(Job job, ImportPlan plan, List<String> notes) {
        var draft = locked(job);
        var now = new Moment(views.draft(draft.id()), draft.entries(), entries.readAll(draft));
        write(job, draft, plan.beside(now), notes);
    }

    private Revision locked(Job job) {
        return open.locked(ImportWork.draft(job.order()), job.actor(), Preconditions.NONE);
    }

    private void write(Job job, Revision draft, ImportPlan plan, List<String> notes) {
        var made = plan.made();
        if (!made.isNothing()) {
            var label = Label.of(made.operations());
            var event = Steps.event(plan.edit(), draft);
            steps.keep(draft, made.rewrite(), label, made.operations(), event, job.actor());
        }
        var facts = ImportFacts.of(draft.stamp(), plan.changes(), plan.left(), notes);
        audit.record(
                job.owner(),
                "draft-imported",
                draft.configuration(),
                draft.id(),
                new Name(job.application(), job.environment()).toString(),
                Map.of(
                        "changed", facts.changed(),
                        "added", facts.added(),
                        "removed", facts.removed(),
                        "left", plan.left().size()));
        runs.done(job, facts);
    }
}
