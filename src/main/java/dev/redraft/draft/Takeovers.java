package dev.redraft.draft;

import dev.redraft.audit.AuditLog;
import dev.redraft.configuration.Name;
import dev.redraft.configuration.Revision;
import dev.redraft.idempotency.Deed;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.platform.RunAgain;
import dev.redraft.platform.SqlStates;
import dev.redraft.web.Preconditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/// How an administrator takes over somebody's draft: with all its steps, as it is.
@ApplicationScoped
public class Takeovers implements PanacheRepositoryBase<Revision, UUID> {
    private static final String TAKEN =
            "You have an open draft of %s. Commit or cancel it before you take over another one.";

    private final DraftPlaces places;
    private final Views views;
    private final Events events;
    private final AuditLog audit;
    private final Clock clock;

    Takeovers(DraftPlaces places, Views views, Events events, AuditLog audit, Clock clock) {
        this.places = places;
        this.views = views;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /// Makes the draft the administrator's. Taking over one's own answers it as it is.
    ///
    /// @throws Refusal 404 if there is no such draft, 409 `draft-not-open`, 409 `draft-exists` if the
    ///     administrator has an open draft of the configuration
    @Deed(whenLost = Deed.WhenLost.ASK_AGAIN)
    @RetryOnConflict
    @Transactional
    public Draft takeOver(UUID id, Preconditions preconditions, Actor administrator) {
        var draft = find("id = ?1", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(OpenDrafts::unknown);
        if (!draft.isOpen()) {
            throw OpenDrafts.notOpen(draft);
        }
        if (!draft.owner().equals(administrator.name())) {
            preconditions.check(Tags.of(draft));
            move(draft, views.name(draft), administrator);
        }
        return views.draft(id);
    }

    private void move(Revision draft, Name name, Actor administrator) {
        places.requireFree(name, TAKEN, administrator);
        var former = draft.owner();
        draft.moveTo(administrator.name());
        write();
        events.record(Event.TAKEN_OVER, draft, administrator, clock.instant());
        audit.record(
                administrator.name(),
                "draft-taken-over",
                draft.configuration(),
                draft.id(),
                name.toString(),
                Map.of("owner", former));
    }

    /// A draft that the administrator started at once is met here: run again, this finds it and can name it.
    private void write() {
        try {
            flush();
        } catch (ConstraintViolationException violation) {
            throw SqlStates.isUniqueViolation(violation, "one_draft_per_owner_and_configuration")
                    ? new RunAgain()
                    : violation;
        }
    }
}
