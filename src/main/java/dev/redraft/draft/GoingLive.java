package dev.redraft.draft;

import dev.redraft.audit.AuditLog;
import dev.redraft.configuration.Name;
import dev.redraft.configuration.Revision;
import dev.redraft.configuration.Swap;
import dev.redraft.platform.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/// Puts a draft, or a part of it, in place of the original. To be called within the transaction of the commit,
/// when nothing stands against it any more, under its locks.
@ApplicationScoped
class GoingLive {
    private final Swap swap;
    private final PartialCommits partialCommits;
    private final Events events;
    private final AuditLog audit;

    GoingLive(Swap swap, PartialCommits partialCommits, Events events, AuditLog audit) {
        this.swap = swap;
        this.partialCommits = partialCommits;
        this.events = events;
        this.audit = audit;
    }

    /// Makes the whole draft live.
    ///
    /// @return the version it became
    int wholly(Revision draft, String message, Name name, Actor actor) {
        var activated = retired(draft);
        var version = draft.baseVersion() + 1;
        swap.endTouchedBy(draft.id(), draft.configuration(), version);
        swap.putInPlace(draft.id(), version);
        swap.activate(draft.id(), version, message, activated);
        events.record(Event.COMMITTED, draft, actor, activated);
        events.summarise(draft);
        record(draft, version, name, actor);
        return version;
    }

    /// Makes a part of the draft live; the rest stays a draft.
    ///
    /// @return the version the part became
    int partly(Revision draft, Revision original, Part part, String message, Name name, Actor actor) {
        var activated = retired(draft);
        var version = original.baseVersion() + 1;
        partialCommits.commit(draft, original, part, message, activated);
        events.record(Event.PARTLY_COMMITTED, draft, actor, activated);
        record(draft, version, name, actor);
        return version;
    }

    private Instant retired(Revision draft) {
        return swap.retire(draft.configuration(), draft.baseVersion())
                .orElseThrow(() -> new IllegalStateException("A locked original moved"));
    }

    private void record(Revision draft, int version, Name name, Actor actor) {
        audit.record(
                actor.name(),
                "draft-committed",
                draft.configuration(),
                draft.id(),
                name.toString(),
                Map.of("version", version));
    }
}
