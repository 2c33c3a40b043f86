package dev.redraft.background;

import dev.redraft.background.Job.State;
import dev.redraft.idempotency.Deed;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.platform.SqlStates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/// Jobs, for those who asked for them: what became of each, and Stop and Start again. An administrator sees
/// that others' are there and how far they are.
@ApplicationScoped
public class Jobs {
    private final Session database;
    private final JobRows rows;
    private final Orders orders;
    private final JobRuns runs;
    private final Instance instance;

    Jobs(Session database, JobRows rows, Orders orders, JobRuns runs, Instance instance) {
        this.database = database;
        this.rows = rows;
        this.orders = orders;
        this.runs = runs;
        this.instance = instance;
    }

    /// One of the actor's own, or for an administrator anybody's.
    ///
    /// @throws Refusal 404 if there is none that the actor may know of
    @RetryOnConflict
    @Transactional
    public Job seen(UUID id, Actor actor) {
        return rows.job(id)
                .filter(job -> job.owner().equals(actor.name()) || actor.isAdministrator())
                .orElseThrow(Jobs::unknown);
    }

    /// One of the actor's own.
    ///
    /// @throws Refusal 404 if there is none
    @RetryOnConflict
    @Transactional
    public Job own(UUID id, Actor actor) {
        return own(rows.job(id), actor);
    }

    private static Job own(Optional<Job> found, Actor actor) {
        return found.filter(job -> job.owner().equals(actor.name())).orElseThrow(Jobs::unknown);
    }

    /// A page of jobs, newest first: the actor's own, or everybody's for an administrator.
    @RetryOnConflict
    @Transactional
    public List<Job> page(@Nullable State state, @Nullable UUID after, int limit, Actor actor) {
        return rows.page(actor.isAdministrator() ? null : actor.name(), state, after, limit);
    }

    /// The newest import of the actor into a draft.
    @RetryOnConflict
    @Transactional
    public Optional<Job> newestImport(UUID draft, Actor actor) {
        return rows.newestImport(draft, actor.name());
    }

    /// The actor's imports that are not finished.
    @RetryOnConflict
    @Transactional
    public List<Job> unfinishedImports(Actor actor) {
        return rows.unfinishedImports(actor.name());
    }

    /// Stops a job: from then on nothing of it is written. One that ended before stays as it ended.
    @Deed(whenLost = Deed.WhenLost.ASK_AGAIN)
    @RetryOnConflict
    @Transactional
    public Job stop(JobId id, Actor actor) {
        own(rows.job(id.value()), actor);
        runs.stop(id.value());
        return own(rows.job(id.value()), actor);
    }

    /// Starts a job again that was stopped, failed or was interrupted: with what came with it, and on the draft
    /// as it is now. One that is at it goes on.
    ///
    /// @throws Refusal 409 `job-done`, 409 `import-running`, 429 `too-many-jobs`
    @Deed(whenLost = Deed.WhenLost.ASK_AGAIN)
    @RetryOnConflict
    @Transactional
    public Job startAgain(JobId id, Actor actor) {
        var job = own(rows.locked(id.value()), actor);
        return switch (job.state()) {
            case QUEUED, RUNNING -> job;
            case DONE -> throw new Refusal(409, "job-done", "This is done already; there is nothing to start again.");
            case STOPPED, FAILED, INTERRUPTED -> queued(job, actor);
        };
    }

    private Job queued(Job job, Actor actor) {
        orders.requireRoom(actor);
        try {
            database.createNativeMutationQuery("""
                            update job set state = 'QUEUED', attempt = attempt + 1, done = 0, total = 0, started = null,
                                ended = null, slug = null, failure = null, instance = :instance,
                                heartbeat = clock_timestamp()
                            where id = :id
                            """)
                    .setParameter("instance", instance.name())
                    .setParameter("id", job.id())
                    .executeUpdate();
        } catch (ConstraintViolationException violation) {
            throw SqlStates.isUniqueViolation(violation, "one_import_at_a_time_per_draft")
                    ? Orders.importRunning()
                    : violation;
        }
        return own(rows.job(job.id()), actor);
    }

    static Refusal unknown() {
        return new Refusal(404, "not-found", "There is no job of yours with this id.");
    }
}
