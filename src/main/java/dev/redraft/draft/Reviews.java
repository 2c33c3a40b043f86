package dev.redraft.draft;

import dev.redraft.configuration.Entries;
import dev.redraft.configuration.EntryChange;
import dev.redraft.configuration.Originals;
import dev.redraft.platform.Actor;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.platform.Snapshot;
import dev.redraft.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// The look at a draft before its commit.
@ApplicationScoped
public class Reviews {
    private final OpenDrafts open;
    private final Originals originals;
    private final Entries entries;
    private final Overlaps overlaps;
    private final Events events;
    private final Snapshot snapshot;
    private final Clock clock;

    Reviews(
            OpenDrafts open,
            Originals originals,
            Entries entries,
            Overlaps overlaps,
            Events events,
            Snapshot snapshot,
            Clock clock) {
        this.open = open;
        this.originals = originals;
        this.entries = entries;
        this.overlaps = overlaps;
        this.events = events;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /// A draft as it was reviewed.
    ///
    /// @param overlapping pointers of the places that commits since the base changed too
    public record Review(List<EntryChange> changes, int base, int current, List<String> overlapping) {}

    /// The same look without a record of it, for whoever may see the draft.
    @RetryOnConflict
    @Transactional
    public Review look(UUID id, Actor actor) {
        snapshot.begin();
        var draft = open.lookedAt(id, actor);
        var live = originals.now(draft.configuration());
        return new Review(entries.changes(id), draft.baseVersion(), live.baseVersion(), overlaps.of(draft, live));
    }

    /// Records that the owner reviewed the draft as it is now. That is no change: the stamp stays.
    @RetryOnConflict
    @Transactional
    public Review review(UUID id, Preconditions preconditions, Actor actor) {
        var draft = open.locked(id, actor, preconditions);
        var live = originals.now(draft.configuration());
        draft.reviewed();
        events.record(Event.REVIEWED, draft, actor, clock.instant());
        return new Review(entries.changes(id), draft.baseVersion(), live.baseVersion(), overlaps.of(draft, live));
    }
}
