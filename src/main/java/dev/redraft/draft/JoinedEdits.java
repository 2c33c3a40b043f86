package dev.redraft.draft;

import dev.redraft.configuration.Edit;
import dev.redraft.configuration.Gestures;
import dev.redraft.configuration.Revision;
import dev.redraft.idempotency.Deed;
import dev.redraft.operation.Joining;
import dev.redraft.operation.Label;
import dev.redraft.operation.Operation;
import dev.redraft.platform.Actor;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Edits that go on with the one before, as the steps of a number or the way of a slider do.
@ApplicationScoped
public class JoinedEdits {
    /// How long two of them may be apart to become one gesture.
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final OpenDrafts open;
    private final Gestures gestures;
    private final Steps steps;
    private final Views views;
    private final Clock clock;

    JoinedEdits(OpenDrafts open, Gestures gestures, Steps steps, Views views, Clock clock) {
        this.open = open;
        this.gestures = gestures;
        this.steps = steps;
        this.views = views;
        this.clock = clock;
    }

    /// Makes an edit. If it and the newest gesture set one and the same place alone, and little time passed
    /// between them, they become one gesture; otherwise it is one of its own.
    @Deed
    @RetryOnConflict
    @Transactional
    public Draft make(UUID id, Edit edit, Preconditions preconditions, Actor actor) {
        var draft = open.locked(id, actor, preconditions);
        var made = steps.made(draft, edit);
        if (!made.isNothing()) {
            var operations = made.operations();
            var together = together(draft, operations);
            var event = Steps.event(edit, draft);
            if (together == null) {
                steps.keep(draft, made.rewrite(), Label.of(operations), operations, event, actor);
            } else {
                steps.amend(draft, made.rewrite(), together, event, actor);
            }
        }
        return views.draft(id);
    }

    /// What the newest gesture becomes if these operations join it; null if they do not.
    private @Nullable List<Operation> together(Revision draft, List<Operation> operations) {
        return gestures.newestApplied(draft.id()).stream()
                .filter(newest -> newest.number() == draft.gestures() && newest.origin() == null)
                .filter(newest -> !newest.at().plus(PAUSE).isBefore(clock.instant()))
                .findFirst()
                .map(newest -> Joining.of(newest.operations(), operations))
                .orElse(null);
    }
}
