package dev.redraft.draft;

import dev.redraft.configuration.EntryRows;
import dev.redraft.configuration.GestureLog;
import dev.redraft.configuration.Revision;
import dev.redraft.configuration.Rewrite;
import dev.redraft.operation.Operation;
import dev.redraft.platform.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/// Keeps a new step of a draft: its rows, its gesture and that it happened. To be called within a
/// transaction that
/// holds the draft's lock.
@ApplicationScoped
class Steps {
    private final EntryRows rows;
    private final GestureLog log;
    private final Events events;
    private final Clock clock;

    Steps(EntryRows rows, GestureLog log, Events events, Clock clock) {
        this.rows = rows;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /// Keeps a step of its own.
    void keep(Revision draft, Rewrite rewrite, String label, List<Operation> operations, Event event, Actor actor) {
        // First the entity: the statements below flush it, once.
        var now = clock.instant();
        var number = draft.nextGesture();
        draft.changed(rewrite, now);
        rows.rewrite(draft, rewrite);
        log.log(draft.id(), number, label, operations, actor.name(), now);
        events.record(event, draft, actor, now);
    }

    /// Keeps what goes on with the newest step.
    ///
    /// @param together what that step becomes
    void amend(Revision draft, Rewrite rewrite, List<Operation> together, Event event, Actor actor) {
        var now = clock.instant();
        draft.changed(rewrite, now);
        rows.rewrite(draft, rewrite);
        log.amend(draft.id(), draft.gestures(), together, now);
        events.record(event, draft, actor, now);
    }
}
