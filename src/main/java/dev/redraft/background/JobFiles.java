package dev.redraft.background;

import dev.redraft.platform.RetryOnConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// What jobs read and write, in pieces, so that nobody holds a large one as a whole, nor a transaction
/// meanwhile.
@ApplicationScoped
public class JobFiles {
    static final int PIECE = 1 << 20;

    private final Session database;

    JobFiles(Session database) {
        this.database = database;
    }

    /// Which of the two.
    enum Side {
        INPUT,
        OUTPUT
    }

    /// Keeps what came with a job, in the transaction that accepts it.
    void keep(UUID job, byte[] input) {
        for (var start = 0; start < input.length; start += PIECE) {
            var piece = Arrays.copyOfRange(input, start, Math.min(input.length, start + PIECE));
            database.createNativeMutationQuery(
                            "insert into job_file (job, side, number, content) values (:job, 'INPUT', :number, :piece)")
                    .setParameter("job", job)
                    .setParameter("number", start / PIECE)
                    .setParameter("piece", piece)
                    .executeUpdate();
        }
    }

    /// Forgets what an earlier attempt wrote.
    void clearOutput(UUID job) {
        database.createNativeMutationQuery("delete from job_file where job = :job and side = 'OUTPUT'")
                .setParameter("job", job)
                .executeUpdate();
    }

    /// What came with a job.
    public byte[] input(UUID job) {
        return whole(job, Side.INPUT);
    }

    /// What came of it, where that is small.
    public byte[] output(UUID job) {
        return whole(job, Side.OUTPUT);
    }

    private byte[] whole(UUID job, Side side) {
        var all = new ByteArrayOutputStream();
        var number = 0;
        for (var piece = piece(job, side, number); piece != null; piece = piece(job, side, number)) {
            all.writeBytes(piece);
            number++;
        }
        return all.toByteArray();
    }

    /// One piece; null behind the last.
    @RetryOnConflict
    @Transactional
    public byte @Nullable [] piece(UUID job, Side side, int number) {
        return database.createNativeQuery(
                        "select content from job_file where job = :job and side = :side and number = :number",
                        byte[].class)
                .setParameter("job", job)
                .setParameter("side", side.name())
                .setParameter("number", number)
                .getSingleResultOrNull();
    }

    /// Where a job writes what comes of it. Each piece is a transaction of its own, in which a Stop is noticed.
    public OutputStream outputOf(Job job) {
        return new OutputPieces(job, this);
    }

    @RetryOnConflict
    @Transactional
    public void add(Job job, int number, byte[] piece) {
        var added = database.createNativeMutationQuery("""
                        insert into job_file (job, side, number, content)
                        select id, 'OUTPUT', :number, :piece
                        from job where id = :job and attempt = :attempt and state = 'RUNNING' for share
                        """)
                .setParameter("job", job.id())
                .setParameter("attempt", job.attempt())
                .setParameter("number", number)
                .setParameter("piece", piece)
                .executeUpdate();
        if (added == 0) {
            throw new Stopped();
        }
    }
}
