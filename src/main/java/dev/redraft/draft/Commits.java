package dev.redraft.draft;

import dev.redraft.audit.AuditLog;
import dev.redraft.configuration.Configurations;
import dev.redraft.configuration.Revision;
import dev.redraft.configuration.Revision.State;
import dev.redraft.configuration.Swap;
import dev.redraft.idempotency.Declined;
import dev.redraft.idempotency.Deed;
import dev.redraft.platform.Actor;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The swap: one short transaction that verifies the original's version, puts the draft in its place and
/// timestamps it.
@ApplicationScoped
public class Commits {
    private final Configurations configurations;
    private final OpenDrafts open;
    private final Swap swap;
    private final Overlaps overlaps;
    private final Events events;
    private final AuditLog audit;
    private final Clock clock;

    Commits(
            Configurations configurations,
            OpenDrafts open,
            Swap swap,
            Overlaps overlaps,
            Events events,
            AuditLog audit,
            Clock clock) {
        this.configurations = configurations;
        this.open = open;
        this.swap = swap;
        this.overlaps = overlaps;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /// How a commit ends.
    public sealed interface Outcome {
        /// It is live as this version.
        record Committed(int version) implements Outcome {}

        /// Somebody else committed since the draft was started; nothing happened.
        ///
        /// @param overlapping pointers of the places that both changed
        record BaseMoved(int base, int current, List<String> overlapping) implements Outcome, Declined {}

        /// The draft equals its base; nothing happened.
        record NothingToCommit() implements Outcome, Declined {}
    }

    /// Commits a draft. Committing it again answers the version it became.
    @Deed(whenLost = Deed.WhenLost.ASK_AGAIN)
    @RetryOnConflict
    @Transactional
    public Outcome commit(UUID id, String message, Preconditions preconditions, Actor actor) {
        var configuration = configurations.lockedOf(id).orElseThrow(OpenDrafts::unknown);
        var original = open.lockedOriginal(configuration.id());
        var draft = open.lockedInAnyState(id, actor);
        if (draft.version() != null) {
            return new Outcome.Committed(draft.version());
        }
        if (draft.state() != State.DRAFT) {
            throw OpenDrafts.notOpen(draft);
        }
        preconditions.check(Tags.of(draft));
        if (configuration.isArchived()) {
            throw Configurations.archived(configuration.name());
        }
        if (draft.changes() == 0) {
            return new Outcome.NothingToCommit();
        }
        return swap.retire(configuration.id(), draft.baseVersion())
                .map(activated -> committed(
                        draft, message, activated, actor, configuration.name().toString()))
                .orElseGet(() -> moved(draft, original, actor));
    }

    private Outcome committed(Revision draft, String message, Instant activated, Actor actor, String subject) {
        var version = draft.baseVersion() + 1;
        swap.endTouchedBy(draft.id(), draft.configuration(), version);
        swap.putInPlace(draft.id(), version);
        swap.activate(draft.id(), version, message, activated);
        events.record(Event.COMMITTED, draft, actor, activated);
        events.summarise(draft);
        audit.record(
                actor.name(),
                "draft-committed",
                draft.configuration(),
                draft.id(),
                subject,
                Map.of("version", version));
        return new Outcome.Committed(version);
    }

    private Outcome moved(Revision draft, Revision original, Actor actor) {
        events.record(Event.BASE_MOVED, draft, actor, clock.instant());
        return new Outcome.BaseMoved(draft.baseVersion(), original.baseVersion(), overlaps.of(draft, original));
    }
}
