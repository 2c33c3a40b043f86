package dev.redraft.draft;

import dev.redraft.configuration.Entries;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.platform.Snapshot;
import dev.redraft.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Reads a whole draft for work that goes on long after it: one state of it, without a lock.
@ApplicationScoped
public class Moments {
    private final OpenDrafts open;
    private final Entries entries;
    private final Views views;
    private final Snapshot snapshot;

    Moments(OpenDrafts open, Entries entries, Views views, Snapshot snapshot) {
        this.open = open;
        this.entries = entries;
        this.views = views;
        this.snapshot = snapshot;
    }

    /// The owner's open draft as it is now.
    ///
    /// @throws Refusal as [OpenDrafts#editable]
    @RetryOnConflict
    @Transactional
    Moment now(UUID id, Preconditions preconditions, Actor actor) {
        snapshot.begin();
        var draft = open.editable(id, actor, preconditions);
        return new Moment(views.draft(id), draft.entries(), entries.readAll(draft));
    }

    /// One's own draft as it is now, whatever became of it.
    ///
    /// @throws Refusal 404 if there is none
    @RetryOnConflict
    @Transactional
    Moment ofOwn(UUID id, Actor actor) {
        snapshot.begin();
        var draft = open.lookedAt(id, actor);
        if (!draft.owner().equals(actor.name())) {
            throw OpenDrafts.unknown();
        }
        return new Moment(views.draft(id), draft.entries(), entries.readAll(draft));
    }
}
