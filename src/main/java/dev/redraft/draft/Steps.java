package dev.redraft.draft;

import dev.redraft.configuration.Edit;
import dev.redraft.configuration.Entries;
import dev.redraft.configuration.EntryRows;
import dev.redraft.configuration.Gesture;
import dev.redraft.configuration.GestureLog;
import dev.redraft.configuration.Origin;
import dev.redraft.configuration.Revision;
import dev.redraft.configuration.Rewrite;
import dev.redraft.configuration.Schemas;
import dev.redraft.configuration.WorkingCopy;
import dev.redraft.document.Limits;
import dev.redraft.operation.Operation;
import dev.redraft.platform.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes, keeps and replays steps of a draft: its rows, its gestures and that it happened. To be called within
/// a transaction that holds the draft's lock.
@ApplicationScoped
class Steps {
    private final Entries entries;
    private final EntryRows rows;
    private final GestureLog log;
    private final Schemas schemas;
    private final Events events;
    private final Limits limits;
    private final Clock clock;

    Steps(Entries entries, EntryRows rows, GestureLog log, Schemas schemas, Events events, Limits limits, Clock clock) {
        this.entries = entries;
        this.rows = rows;
        this.log = log;
        this.schemas = schemas;
        this.events = events;
        this.limits = limits;
        this.clock = clock;
    }

    /// What an edit comes to, before anything of it is kept.
    WorkingCopy.Made made(Revision draft, Edit edit) {
        return entries.copyFor(draft, edit)
                .under(schemas.rulesFor(edit, draft.configuration(), draft.schemaNumber()))
                .make(edit, limits, draft.entries());
    }

    /// What the statistics call an edit.
    static Event event(Edit edit, Revision draft) {
        if (edit instanceof Edit.Revert) {
            return Event.REVERTED;
        }
        return draft.wasEdited() ? Event.EDITED : Event.FIRST_EDIT;
    }

    /// Keeps a step of its own.
    void keep(Revision draft, Rewrite rewrite, String label, List<Operation> operations, Event event, Actor actor) {
        keep(draft, rewrite, label, null, operations, event, actor);
    }

    /// Keeps a way back as a step of its own.
    void keep(Revision draft, Rewrite rewrite, WayBack way, List<Operation> operations, Event event, Actor actor) {
        keep(draft, rewrite, way.label(), way.origin(), operations, event, actor);
    }

    private void keep(
            Revision draft,
            Rewrite rewrite,
            String label,
            @Nullable Origin origin,
            List<Operation> operations,
            Event event,
            Actor actor) {
        // First the entity: the statements below flush it, once.
        var now = clock.instant();
        var number = draft.nextGesture();
        draft.changed(rewrite, now);
        rows.rewrite(draft, rewrite);
        log.log(draft.id(), number, label, origin, operations, actor.name(), now);
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

    /// Applies operations of gestures that are there already, or their inverses.
    ///
    /// @param state what that makes of the gestures
    void replay(
            Revision draft,
            List<Operation> operations,
            List<Gesture> gestures,
            Gesture.State state,
            Event event,
            Actor actor) {
        var now = clock.instant();
        var rewrite = entries.touch(draft, WorkingCopy.touchedBy(operations)).apply(operations);
        draft.changed(rewrite, now);
        rows.rewrite(draft, rewrite);
        log.mark(draft.id(), gestures, state);
        events.record(event, draft, actor, now);
    }
}
