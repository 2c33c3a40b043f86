package dev.redraft.draft;

import dev.redraft.audit.AuditLog;
import dev.redraft.configuration.Configurations;
import dev.redraft.configuration.Name;
import dev.redraft.configuration.Revision;
import dev.redraft.configuration.Revision.State;
import dev.redraft.idempotency.Deed;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.platform.RunAgain;
import dev.redraft.platform.SqlStates;
import dev.redraft.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;

/// How drafts come and go, other than by a commit. Each public method is one transaction.
@ApplicationScoped
public class Drafts {
    private static final String TAKEN =
            "You have another open draft of %s. Commit or cancel it before you reopen this one.";

    private final Session database;
    private final Configurations configurations;
    private final DraftPlaces places;
    private final Clones clones;
    private final OpenDrafts open;
    private final Views views;
    private final Events events;
    private final AuditLog audit;
    private final Clock clock;

    Drafts(
            Session database,
            Configurations configurations,
            DraftPlaces places,
            Clones clones,
            OpenDrafts open,
            Views views,
            Events events,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.configurations = configurations;
        this.places = places;
        this.clones = clones;
        this.open = open;
        this.views = views;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /// What start-or-resume answers.
    public record Obtained(Draft draft, boolean isNew) {}

    /// Resumes the actor's open draft of the configuration, or starts one: a clone of the original's row and of
    /// nothing else.
    @Deed(whenLost = Deed.WhenLost.ASK_AGAIN)
    @RetryOnConflict
    @Transactional
    public Obtained obtain(Name name, Actor actor) {
        var configuration = configurations.named(name, actor);
        if (configuration.archived()) {
            throw Configurations.archived(name);
        }
        if (configuration.myDraftId() != null) {
            return new Obtained(views.draft(configuration.myDraftId()), false);
        }
        var id = UUID.randomUUID();
        var isNew = clones.ofLive(id, configuration.id(), actor);
        return new Obtained(isNew ? started(id, configuration.id(), name, actor) : opened(name, actor), isNew);
    }

    private Draft started(UUID id, UUID configuration, Name name, Actor actor) {
        events.recordStart(id, configuration, actor, clock.instant());
        audit.record(actor.name(), "draft-started", configuration, id, name.toString(), Map.of());
        return views.draft(id);
    }

    private Draft opened(Name name, Actor actor) {
        var draft = configurations.named(name, actor).myDraftId();
        if (draft == null) {
            // It was committed or cancelled between the two statements: start from the beginning.
            throw new RunAgain();
        }
        return views.draft(draft);
    }

    /// Cancels a draft. Cancelling again answers the same.
    @Deed(whenLost = Deed.WhenLost.ASK_AGAIN)
    @RetryOnConflict
    @Transactional
    public Draft cancel(UUID id, Preconditions preconditions, Actor actor) {
        var draft = open.lockedInAnyState(id, actor);
        switch (draft.state()) {
            case CANCELLED -> {
                return views.draft(id);
            }
            case ACTIVE, RETIRED, ABANDONED -> throw OpenDrafts.notOpen(draft);
            case DRAFT -> preconditions.check(Tags.of(draft));
        }
        draft.end(State.CANCELLED, clock.instant());
        conclude(Event.CANCELLED, "draft-cancelled", draft, actor);
        events.summarise(draft);
        return views.draft(id);
    }

    /// Opens a cancelled or abandoned draft again. Reopening one that is open answers it.
    ///
    /// @throws Refusal 409 `draft-exists` if the actor has another open draft of the configuration by now
    @Deed(whenLost = Deed.WhenLost.ASK_AGAIN)
    @RetryOnConflict
    @Transactional
    public Draft reopen(UUID id, Preconditions preconditions, Actor actor) {
        var draft = open.lockedInAnyState(id, actor);
        switch (draft.state()) {
            case DRAFT -> {
                return views.draft(id);
            }
            case ACTIVE, RETIRED -> throw OpenDrafts.notOpen(draft);
            case CANCELLED, ABANDONED -> preconditions.check(Tags.of(draft));
        }
        places.requireOpen(views.name(draft), TAKEN, actor);
        draft.reopen();
        conclude(Event.REOPENED, "draft-reopened", draft, actor);
        events.forgetSummary(draft);
        return views.draft(id);
    }

    /// Records it after the row was written.
    private void conclude(Event event, String action, Revision draft, Actor actor) {
        write();
        events.record(event, draft, actor, clock.instant());
        audit.record(
                actor.name(),
                action,
                draft.configuration(),
                draft.id(),
                views.name(draft).toString(),
                Map.of());
    }

    /// A draft that another request opened at once is met here: run again, this finds it and can name it.
    private void write() {
        try {
            database.flush();
        } catch (ConstraintViolationException violation) {
            throw SqlStates.isUniqueViolation(violation, "one_draft_per_owner_and_configuration")
                    ? new RunAgain()
                    : violation;
        }
    }
}
