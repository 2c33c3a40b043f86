package dev.redraft.background;

import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.RunAgain;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Where features hand in work, in a transaction of theirs that looked whether it may be asked for. When that
/// has ended, [Workers#take] begins it.
@ApplicationScoped
public class Orders {
    private final Session database;
    private final JobRows rows;
    private final JobFiles files;
    private final JobRuns runs;
    private final JobSettings settings;
    private final Instance instance;

    Orders(Session database, JobRows rows, JobFiles files, JobRuns runs, JobSettings settings, Instance instance) {
        this.database = database;
        this.rows = rows;
        this.files = files;
        this.runs = runs;
        this.settings = settings;
        this.instance = instance;
    }

    /// Accepts a job. Of imports there is one at a time for each draft: the same one again is the one there is.
    ///
    /// @param input the file that came; null if none did
    /// @throws Refusal 409 `import-running` if another file is on its way into the draft, 429 `too-many-jobs`
    @Transactional(Transactional.TxType.MANDATORY)
    public Job accept(Order order, byte @Nullable [] input, Actor actor) {
        requireRoom(actor);
        var digest = input == null ? null : sha256(input);
        var id = UUID.randomUUID();
        if (isInserted(id, order, digest, actor)) {
            if (input != null) {
                files.keep(id, input);
            }
            return rows.job(id).orElseThrow();
        }
        // Where there is none any more, the place is free again.
        var running = rows.unfinishedImport(draft(order)).orElseThrow(RunAgain::new);
        if (running.owner().equals(actor.name())) {
            return running(order, digest, running);
        }
        // The draft was taken over; what its former owner began can never be written.
        runs.stop(running.id());
        return accept(order, input, actor);
    }

    /// To be called in the transaction that makes one more.
    void requireRoom(Actor actor) {
        var unfinished = database.createNativeQuery(
                        "select count(*) from job where owner = :owner and state in ('QUEUED', 'RUNNING')", Long.class)
                .setParameter("owner", actor.name())
                .getSingleResult();
        if (unfinished >= settings.perPerson()) {
            throw new Refusal(
                            429,
                            "too-many-jobs",
                            "%d jobs of yours are not finished. Wait for one of them, or stop it."
                                    .formatted(unfinished))
                    .withHeader("Retry-After", "10");
        }
    }

    private boolean isInserted(UUID id, Order order, byte @Nullable [] digest, Actor actor) {
        return database.createNativeMutationQuery("""
                                insert into job (id, kind, configuration, draft, owner, name, way, format, keys, stamp,
                                    version, digest, instance)
                                values (:id, :kind, :configuration, :draft, :owner, :name, :way, :format, :keys, :stamp,
                                    :version, :digest, :instance)
                                on conflict (draft) where kind in ('REHEARSAL', 'IMPORT') and state in ('QUEUED', 'RUNNING')
                                do nothing
                                """)
                        .setParameter("id", id)
                        .setParameter("kind", order.kind().name())
                        .setParameter("configuration", order.configuration())
                        .setParameter("draft", order.draft(), UUID.class)
                        .setParameter("owner", actor.name())
                        .setParameter("name", order.name())
                        .setParameter("way", order.way(), String.class)
                        .setParameter("format", order.format(), String.class)
                        .setParameter("keys", order.keys(), String.class)
                        .setParameter("stamp", order.stamp(), Long.class)
                        .setParameter("version", order.version(), Integer.class)
                        .setParameter("digest", digest, byte[].class)
                        .setParameter("instance", instance.name())
                        .executeUpdate()
                > 0;
    }

    private Job running(Order order, byte @Nullable [] digest, Job running) {
        if (running.order().equals(order) && digest != null && hex(digest).equals(running.digest())) {
            return running;
        }
        throw importRunning().with("job", running.id());
    }

    private static UUID draft(Order order) {
        if (order.draft() == null) {
            throw new IllegalArgumentException("An import into no draft");
        }
        return order.draft();
    }

    static Refusal importRunning() {
        return new Refusal(
                409,
                "import-running",
                "Another file is on its way into this draft. Wait until it is done, or stop it.");
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
