package dev.redraft.background;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.redraft.platform.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/// What workers write down of jobs: that they began, how far they are, and how they ended. Whoever works at an
/// attempt that is over, because somebody stopped it or it was given up for lost, writes nothing.
@ApplicationScoped
public class JobRuns {
    private static final String STILL_MINE = " where id = :id and attempt = :attempt and state = 'RUNNING'";

    private final Session database;
    private final JobRows rows;
    private final JobFiles files;
    private final ObjectMapper json;

    JobRuns(Session database, JobRows rows, JobFiles files, ObjectMapper json) {
        this.database = database;
        this.rows = rows;
        this.files = files;
        this.json = json;
    }

    /// Begins a job that waits; none if somebody else did, or it waits no longer.
    @RetryOnConflict
    @Transactional
    public Optional<Job> begin(Job job, String instance) {
        var begun = database.createNativeMutationQuery("""
                        update job set state = 'RUNNING', instance = :instance, started = clock_timestamp(),
                            heartbeat = clock_timestamp()
                        where id = :id and attempt = :attempt and state = 'QUEUED'
                        """)
                .setParameter("instance", instance)
                .setParameter("id", job.id())
                .setParameter("attempt", job.attempt())
                .executeUpdate();
        if (begun == 0) {
            return Optional.empty();
        }
        files.clearOutput(job.id());
        return rows.job(job.id());
    }

    @RetryOnConflict
    @Transactional
    public void advance(Job job, int done, int total) {
        var advanced = database.createNativeMutationQuery(
                        "update job set done = :done, total = :total, heartbeat = clock_timestamp()" + STILL_MINE)
                .setParameter("done", done)
                .setParameter("total", total)
                .setParameter("id", job.id())
                .setParameter("attempt", job.attempt())
                .executeUpdate();
        require(advanced);
    }

    /// Ends a job well, in the transaction that writes what came of it.
    ///
    /// @param facts what to tell of it, as Jackson writes it: counts and keys, never a value
    /// @throws RuntimeException if it was stopped before: the transaction is not to be committed then
    @Transactional(Transactional.TxType.MANDATORY)
    public void done(Job job, Object facts) {
        var ended = database.createNativeMutationQuery("""
                        update job set state = 'DONE', ended = clock_timestamp(), done = greatest(done, total),
                            result = cast(:facts as json)
                        """ + STILL_MINE)
                .setParameter("facts", written(facts))
                .setParameter("id", job.id())
                .setParameter("attempt", job.attempt())
                .executeUpdate();
        require(ended);
    }

    /// The same where nothing else is written.
    @RetryOnConflict
    @Transactional
    public void ended(Job job, Object facts) {
        done(job, facts);
    }

    private static void require(int rows) {
        if (rows == 0) {
            throw new Stopped();
        }
    }

    private String written(Object facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("Facts that Jackson cannot write", unwritable);
        }
    }

    /// Ends a job before its time. Whoever writes its end at this moment is waited for: that was first then.
    void stop(UUID id) {
        database.createNativeMutationQuery("""
                        update job set state = 'STOPPED', ended = clock_timestamp()
                        where id = :id and state in ('QUEUED', 'RUNNING')
                        """).setParameter("id", id).executeUpdate();
    }

    @RetryOnConflict
    @Transactional
    public void fail(Job job, String slug, String sentence) {
        database.createNativeMutationQuery("""
                        update job set state = 'FAILED', ended = clock_timestamp(), slug = :slug, failure = :sentence
                        """ + STILL_MINE)
                .setParameter("slug", slug)
                .setParameter("sentence", sentence.replace('\0', '␀'))
                .setParameter("id", job.id())
                .setParameter("attempt", job.attempt())
                .executeUpdate();
    }

    /// Says that this instance is still at these jobs.
    @RetryOnConflict
    @Transactional
    public void beat(Collection<UUID> jobs) {
        database.createNativeMutationQuery("""
                        update job set heartbeat = clock_timestamp() where id = any(:jobs) and state in ('QUEUED', 'RUNNING')
                        """)
                .setParameter("jobs", jobs.toArray(UUID[]::new))
                .executeUpdate();
    }

    /// Gives up jobs of which nothing was heard for so long.
    ///
    /// @return how many
    @RetryOnConflict
    @Transactional
    public int interruptSilent(Duration silence) {
        return database.createNativeMutationQuery("""
                        update job set state = 'INTERRUPTED', ended = clock_timestamp()
                        where state in ('QUEUED', 'RUNNING')
                            and heartbeat < clock_timestamp() - make_interval(secs => :silence)
                        """)
                .setParameter("silence", silence.toMillis() / 1_000.0)
                .executeUpdate();
    }

    /// Gives up what an instance had: it ends, or it was just started and knows of nothing it had before.
    @RetryOnConflict
    @Transactional
    public int interruptOf(String instance) {
        return database.createNativeMutationQuery("""
                        update job set state = 'INTERRUPTED', ended = clock_timestamp()
                        where state in ('QUEUED', 'RUNNING') and instance = :instance
                        """)
                .setParameter("instance", instance)
                .executeUpdate();
    }

    /// Deletes some jobs that ended long enough ago, with what they read and wrote.
    ///
    /// @return how many
    @RetryOnConflict
    @Transactional
    public int purge(Duration kept, int most) {
        return database.createNativeMutationQuery("""
                        delete from job where id in (
                            select id from job where ended < clock_timestamp() - make_interval(secs => :kept)
                            order by ended limit :most for update skip locked)
                        """)
                .setParameter("kept", (double) kept.toSeconds())
                .setParameter("most", most)
                .executeUpdate();
    }
}
