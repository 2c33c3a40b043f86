package dev.redraft.draft;

import dev.redraft.platform.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.Session;

/// Clones the row of a committed revision, and nothing else, into a draft. Each method is one statement. To be
/// called within a transaction.
@ApplicationScoped
class Clones {
    private static final String CLONE = """
            insert into revision (id, configuration, state, base, owner, entries, last_position, started)
            select :id, configuration, 'DRAFT', version, :owner, entries, last_position, :at
            from revision where configuration = :configuration
            """;

    /// Whoever starts at once waits here for the other's end, and then finds that the draft is there.
    private static final String ONCE = " on conflict (configuration, owner) where state = 'DRAFT' do nothing";

    private final Session database;
    private final Clock clock;

    Clones(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Makes a draft of what is live.
    ///
    /// @return whether it was made: the actor has no other open draft of the configuration
    boolean ofLive(UUID draft, UUID configuration, Actor actor) {
        return database.createNativeMutationQuery(CLONE + "and state = 'ACTIVE'" + ONCE)
                        .setParameter("id", draft)
                        .setParameter("owner", actor.name())
                        .setParameter("at", clock.instant())
                        .setParameter("configuration", configuration)
                        .executeUpdate()
                == 1;
    }

    /// Makes a draft of a version, if another one is live still.
    ///
    /// @return whether it was made
    boolean ofVersion(int version, int live, UUID draft, UUID configuration, Actor actor) {
        return database.createNativeMutationQuery(CLONE + """
                                and version = :version and exists (
                                    select 1 from revision live where live.configuration = :configuration
                                        and live.state = 'ACTIVE' and live.version = :live)
                                """ + ONCE)
                        .setParameter("version", version)
                        .setParameter("live", live)
                        .setParameter("id", draft)
                        .setParameter("owner", actor.name())
                        .setParameter("at", clock.instant())
                        .setParameter("configuration", configuration)
                        .executeUpdate()
                == 1;
    }
}
