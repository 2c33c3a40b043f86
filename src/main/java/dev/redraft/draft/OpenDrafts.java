package dev.redraft.draft;

import dev.redraft.configuration.Configurations;
import dev.redraft.configuration.Revision;
import dev.redraft.configuration.Revision.State;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.RunAgain;
import dev.redraft.web.Preconditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/// The lock every change of a draft takes first. State and owner stand in the locking statement itself, so
/// that whoever waited for a commit, a cancel or a takeover does not go on with what the draft was before.
@ApplicationScoped
class OpenDrafts implements PanacheRepositoryBase<Revision, UUID> {
    private static final String EDITABLE = """
            id = ?1 and owner = ?2 and state = ?3
                and not exists (select 1 from Configuration c where c.id = configuration and c.archived)
            """;

    private final Views views;

    OpenDrafts(Views views) {
        this.views = views;
    }

    /// The open draft of this id and owner, locked.
    ///
    /// @throws Refusal 404 if there is none that the actor may know of, 403 if it is another's, 409 if it
    ///     is not open or its configuration is archived, 412 if it is not as the preconditions ask for
    Revision locked(UUID id, Actor actor, Preconditions preconditions) {
        return editable(id, actor, preconditions, LockModeType.PESSIMISTIC_WRITE);
    }

    /// The same draft as it is at this moment, without a lock.
    Revision editable(UUID id, Actor actor, Preconditions preconditions) {
        return editable(id, actor, preconditions, LockModeType.NONE);
    }

    private Revision editable(UUID id, Actor actor, Preconditions preconditions, LockModeType lock) {
        var draft = find(EDITABLE, id, actor.name(), State.DRAFT)
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(() -> reason(lookedAt(id, actor), actor));
        preconditions.check(Tags.of(draft));
        return draft;
    }

    /// The actor's own draft of this id in whatever state, locked.
    Revision lockedInAnyState(UUID id, Actor actor) {
        return find("id = ?1 and owner = ?2", id, actor.name())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> reason(lookedAt(id, actor), actor));
    }

    /// The draft as its owner or an administrator may look at it.
    ///
    /// @throws Refusal 404 if there is none that the actor may know of
    Revision lookedAt(UUID id, Actor actor) {
        return Optional.ofNullable(findById(id))
                .filter(draft -> draft.owner().equals(actor.name()) || actor.isAdministrator())
                .orElseThrow(OpenDrafts::unknown);
    }

    static Refusal unknown() {
        return new Refusal(404, "not-found", "There is no draft of yours with this id. Look for it among your drafts.");
    }

    /// Why the actor cannot have a draft that is there.
    private RuntimeException reason(Revision draft, Actor actor) {
        if (!draft.owner().equals(actor.name())) {
            return notYours(draft.owner());
        }
        if (!draft.isOpen()) {
            return notOpen(draft);
        }
        // Unless it is archived, it was reopened since the locking statement looked.
        return views.isArchived(draft) ? Configurations.archived(views.name(draft)) : new RunAgain();
    }

    static Refusal notYours(String owner) {
        return new Refusal(403, "not-yours", "This draft is " + owner + "'s. Take it over first to change it.");
    }

    static Refusal notOpen(Revision draft) {
        return new Refusal(
                        409,
                        "draft-not-open",
                        switch (draft.state()) {
                            case DRAFT -> throw new IllegalArgumentException("The draft is open: " + draft.id());
                            case ACTIVE, RETIRED ->
                                "This draft was committed as version " + draft.version()
                                        + ". Start a new one to go on.";
                            case CANCELLED -> "This draft was cancelled. Reopen it to go on.";
                            case ABANDONED -> "This draft was abandoned. Reopen it to go on.";
                        })
                .with("state", draft.state());
    }
}
