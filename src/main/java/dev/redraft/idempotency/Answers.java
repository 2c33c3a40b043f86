package dev.redraft.idempotency;

import dev.redraft.platform.Refusal;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.platform.RunAgain;
import dev.redraft.platform.SqlStates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import org.hibernate.Session;

/// What was answered under which key. All but the purge is part of the transaction of a deed.
@ApplicationScoped
public class Answers {
    static final String IN_PROGRESS = "in-progress";

    private static final String PATIENCE = "2s";

    private final Session database;

    Answers(Session database) {
        this.database = database;
    }

    /// Whose key it is, and its digest.
    public record Key(String actor, byte[] digest) {}

    /// Takes the key for this transaction. Whoever comes with it meanwhile waits here, and not for long.
    ///
    /// @return false if something was done under it before
    /// @throws Refusal 409 `in-progress`
    boolean claim(Key key, byte[] fingerprint) {
        try {
            // The time to wait holds for this statement alone: the locks of the deed have theirs.
            return !database.createNativeQuery("""
                            insert into idempotency (actor, key, fingerprint)
                            select :actor, :key, :fingerprint
                            from (select set_config('lock_timeout', :patience, true)) as bounded
                            on conflict (actor, key) do nothing
                            returning set_config('lock_timeout', '0', true)
                            """, String.class)
                    .setParameter("actor", key.actor())
                    .setParameter("key", key.digest())
                    .setParameter("fingerprint", fingerprint)
                    .setParameter("patience", PATIENCE)
                    .getResultList()
                    .isEmpty();
        } catch (RuntimeException thrown) {
            throw SqlStates.isLockTimeout(thrown) ? inProgress() : thrown;
        }
    }

    private static Refusal inProgress() {
        return new Refusal(
                        409,
                        IN_PROGRESS,
                        "What was asked for with this Idempotency-Key is still being done. Ask again for what came of it.")
                .withHeader("Retry-After", "1");
    }

    /// What was answered.
    ///
    /// @throws Refusal 422 `idempotency-key-reused` if something else was asked for
    String given(Key key, byte[] fingerprint) {
        List<Tuple> rows = database.createNativeQuery(
                        "select fingerprint, cast(answer as text) as answer from idempotency"
                                + " where actor = :actor and key = :key",
                        Tuple.class)
                .setParameter("actor", key.actor())
                .setParameter("key", key.digest())
                .getResultList();
        if (rows.isEmpty()) {
            // It was purged between the two statements.
            throw new RunAgain();
        }
        if (!MessageDigest.isEqual(rows.getFirst().get("fingerprint", byte[].class), fingerprint)) {
            throw reused();
        }
        return rows.getFirst().get("answer", String.class);
    }

    static Refusal reused() {
        return new Refusal(
                422,
                "idempotency-key-reused",
                "Something else was asked for with this Idempotency-Key before; nothing was changed. "
                        + "Take a new key for each change.");
    }

    /// Whether something was done under it, as far as is known now.
    @RetryOnConflict
    @Transactional
    public boolean isGiven(Key key) {
        return !database.createNativeQuery(
                        "select 1 from idempotency where actor = :actor and key = :key", Integer.class)
                .setParameter("actor", key.actor())
                .setParameter("key", key.digest())
                .getResultList()
                .isEmpty();
    }

    void keep(Key key, String answer) {
        database.createNativeMutationQuery(
                        "update idempotency set answer = cast(:answer as json) where actor = :actor and key = :key")
                .setParameter("answer", answer)
                .setParameter("actor", key.actor())
                .setParameter("key", key.digest())
                .executeUpdate();
    }

    void forget(Key key) {
        database.createNativeMutationQuery("delete from idempotency where actor = :actor and key = :key")
                .setParameter("actor", key.actor())
                .setParameter("key", key.digest())
                .executeUpdate();
    }

    /// Deletes some of those that were kept long enough, and leaves what somebody else deletes right now.
    ///
    /// @return how many
    @RetryOnConflict
    @Transactional
    public int purge(Duration kept, int most) {
        return database.createNativeMutationQuery("""
                        delete from idempotency where (actor, key) in (
                            select actor, key from idempotency
                            where at < clock_timestamp() - make_interval(secs => :kept)
                            order by at limit :most for update skip locked)
                        """)
                .setParameter("kept", kept.toSeconds())
                .setParameter("most", most)
                .executeUpdate();
    }
}
