package dev.redraft.draft;

import dev.redraft.configuration.Edit;
import dev.redraft.configuration.Gesture;
import dev.redraft.configuration.Gestures;
import dev.redraft.configuration.Revision;
import dev.redraft.idempotency.Deed;
import dev.redraft.operation.Label;
import dev.redraft.operation.Operation;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Changes of a draft, and their undo and redo. Each public method is one transaction and at most one gesture.
@ApplicationScoped
public class Edits {
    private final OpenDrafts open;
    private final Gestures gestures;
    private final Steps steps;
    private final Views views;

    Edits(OpenDrafts open, Gestures gestures, Steps steps, Views views) {
        this.open = open;
        this.gestures = gestures;
        this.steps = steps;
        this.views = views;
    }

    /// Makes an edit, as one gesture. One that changes nothing leaves the draft as it is.
    @Deed
    @RetryOnConflict
    @Transactional
    public Draft make(UUID id, Edit edit, Preconditions preconditions, Actor actor) {
        var draft = open.locked(id, actor, preconditions);
        var made = steps.made(draft, edit);
        if (!made.isNothing()) {
            var label = Label.of(made.operations());
            steps.keep(draft, made.rewrite(), label, made.operations(), Steps.event(edit, draft), actor);
        }
        return views.draft(id);
    }

    /// Takes back gestures until the one given is the newest applied.
    ///
    /// @param to the number of a gesture, 0 for the base; null takes back one gesture
    /// @throws Refusal 409 `nothing-to-undo` if nothing is applied, or not the one given
    @Deed
    @RetryOnConflict
    @Transactional
    public Draft undo(UUID id, @Nullable Integer to, Preconditions preconditions, Actor actor) {
        var draft = open.locked(id, actor, preconditions);
        return to == null ? undo(draft, some(gestures.newestApplied(id), "undo"), actor) : undoTo(draft, to, actor);
    }

    private Draft undoTo(Revision draft, int target, Actor actor) {
        var applied = gestures.appliedFrom(draft.id(), target);
        if (target != 0 && (applied.isEmpty() || applied.getLast().number() != target)) {
            throw nothing("undo", "Gesture " + target + " is not among the applied ones; undo cannot lead there.");
        }
        var later =
                applied.stream().filter(gesture -> gesture.number() > target).toList();
        return later.isEmpty() ? views.draft(draft.id()) : undo(draft, later, actor);
    }

    private Draft undo(Revision draft, List<Gesture> newestFirst, Actor actor) {
        return replay(draft, newestFirst, Gesture::inverses, Gesture.State.UNDONE, Event.UNDONE, actor);
    }

    /// Brings back gestures until the one given is the newest applied.
    ///
    /// @param to the number of a gesture; null brings back one
    /// @throws Refusal 409 `nothing-to-redo` if nothing is undone, or not the one given
    @Deed
    @RetryOnConflict
    @Transactional
    public Draft redo(UUID id, @Nullable Integer to, Preconditions preconditions, Actor actor) {
        var draft = open.locked(id, actor, preconditions);
        return to == null ? redo(draft, some(gestures.oldestUndone(id), "redo"), actor) : redoTo(draft, to, actor);
    }

    private Draft redoTo(Revision draft, int target, Actor actor) {
        var undone = gestures.undoneUpTo(draft.id(), target);
        if (!undone.isEmpty() && undone.getLast().number() == target) {
            return redo(draft, undone, actor);
        }
        if (isNewestApplied(draft.id(), target)) {
            return views.draft(draft.id());
        }
        throw nothing("redo", "Gesture " + target + " is not among the undone ones; redo cannot lead there.");
    }

    private boolean isNewestApplied(UUID id, int number) {
        var newest = gestures.newestApplied(id);
        return number == (newest.isEmpty() ? 0 : newest.getFirst().number());
    }

    private Draft redo(Revision draft, List<Gesture> oldestFirst, Actor actor) {
        return replay(draft, oldestFirst, Gesture::operations, Gesture.State.APPLIED, Event.REDONE, actor);
    }

    private Draft replay(
            Revision draft,
            List<Gesture> replayed,
            Function<Gesture, List<Operation>> operations,
            Gesture.State state,
            Event event,
            Actor actor) {
        var all = replayed.stream().map(operations).flatMap(List::stream).toList();
        steps.replay(draft, all, replayed, state, event, actor);
        return views.draft(draft.id());
    }

    private static List<Gesture> some(List<Gesture> gestures, String verb) {
        if (gestures.isEmpty()) {
            throw nothing(verb, "There is nothing to " + verb + ".");
        }
        return gestures;
    }

    private static Refusal nothing(String verb, String sentence) {
        return new Refusal(409, "nothing-to-" + verb, sentence);
    }
}
