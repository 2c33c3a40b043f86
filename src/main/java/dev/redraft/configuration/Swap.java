package dev.redraft.configuration;

import dev.redraft.delivery.Announcements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/// The parts of putting a revision in place of the live one. Locks are taken in one order everywhere:
/// configuration, original, draft, entries. Each method is one statement.
@ApplicationScoped
public class Swap {
    private final Session database;
    private final Announcements announcements;

    Swap(Session database, Announcements announcements) {
        this.database = database;
        this.announcements = announcements;
    }

    /// Retires the original, if it still is the version that the new one was made from.
    ///
    /// @return the time at which the new one is activated: after the locks were taken, so after its
    ///     predecessor's; empty if the base has moved
    @SuppressWarnings("unchecked") // a native query of one column
    public Optional<Instant> retire(UUID configuration, int base) {
        announcements.configuration(configuration);
        List<Instant> activated = database.createNativeQuery("""
                        update revision
                        set state = 'RETIRED', retired = greatest(clock_timestamp(), ended + interval '1 microsecond')
                        where configuration = :configuration and state = 'ACTIVE' and version = :base
                        returning retired
                        """, Instant.class)
                .setParameter("configuration", configuration)
                .setParameter("base", base)
                .getResultList();
        return activated.stream().findFirst();
    }

    /// Ends the live rows of the entries that a draft has rows for. The keys are an array, so that each is
    /// looked up by the index whatever the planner thinks of how many rows a revision has: one large import
    /// makes that guess wrong.
    public void endTouchedBy(UUID draft, UUID configuration, int version) {
        database.createNativeMutationQuery("""
                        update entry set until = :version
                        where configuration = :configuration and since is not null and until is null
                            and key = any(array(select key from entry where revision = :draft))
                        """)
                .setParameter("version", version)
                .setParameter("configuration", configuration)
                .setParameter("draft", draft)
                .executeUpdate();
    }

    /// Ends the live rows of these entries.
    public void end(Collection<String> keys, UUID configuration, int version) {
        database.createNativeMutationQuery("""
                        update entry set until = :version
                        where configuration = :configuration and since is not null and until is null
                            and key = any(:keys)
                        """)
                .setParameter("version", version)
                .setParameter("configuration", configuration)
                .setParameter("keys", keys.toArray(String[]::new))
                .executeUpdate();
    }

    /// Puts a draft's rows in place. A removal ends at once; it stays to tell who removed the entry.
    public void putInPlace(UUID draft, int version) {
        database.createNativeMutationQuery("""
                        update entry set since = :version, until = case when removed then :version end
                        where revision = :draft
                        """)
                .setParameter("version", version)
                .setParameter("draft", draft)
                .executeUpdate();
    }

    /// Makes a draft the live revision.
    public void activate(UUID draft, int version, String message, Instant activated) {
        database.createNativeMutationQuery("""
                        update revision
                        set state = 'ACTIVE', version = :version, message = :message, ended = :activated,
                            stamp = stamp + 1
                        where id = :draft and state = 'DRAFT'
                        """)
                .setParameter("version", version)
                .setParameter("message", message)
                .setParameter("activated", activated)
                .setParameter("draft", draft)
                .executeUpdate();
    }
}
