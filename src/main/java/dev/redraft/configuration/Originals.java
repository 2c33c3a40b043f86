package dev.redraft.configuration;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/// The live revision of each configuration, which drafts are cloned from and commits replace.
@ApplicationScoped
public class Originals implements PanacheRepositoryBase<Revision, UUID> {
    /// The live revision, locked.
    public Revision locked(UUID configuration) {
        return live(configuration, LockModeType.PESSIMISTIC_WRITE);
    }

    /// The live revision at this moment.
    public Revision now(UUID configuration) {
        return live(configuration, LockModeType.NONE);
    }

    private Revision live(UUID configuration, LockModeType lock) {
        return find("configuration = ?1 and state = ?2", configuration, Revision.State.ACTIVE)
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(() -> new IllegalStateException("A configuration without a live revision"));
    }
}
