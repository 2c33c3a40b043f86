package dev.redraft.draft;

import dev.redraft.configuration.Entries;
import dev.redraft.configuration.Gesture;
import dev.redraft.configuration.Gestures;
import dev.redraft.configuration.Rewrite;
import dev.redraft.configuration.WorkingCopy;
import dev.redraft.idempotency.Deed;
import dev.redraft.operation.Operation;
import dev.redraft.operation.StepUndo;
import dev.redraft.operation.StepUndo.Outcome.Depends;
import dev.redraft.operation.StepUndo.Outcome.Undone;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Taking back one step in the middle, while the later ones stay.
@ApplicationScoped
public class StepUndos {
    private final OpenDrafts open;
    private final Entries entries;
    private final Gestures gestures;
    private final Steps steps;
    private final Views views;

    StepUndos(OpenDrafts open, Entries entries, Gestures gestures, Steps steps, Views views) {
        this.open = open;
        this.entries = entries;
        this.gestures = gestures;
        this.steps = steps;
        this.views = views;
    }

    /// Takes back one applied gesture, by a new gesture on top of all others.
    ///
    /// @throws Refusal 404 if there is no such gesture, 409 `nothing-to-undo` if it is not applied, 409
    ///     `depends` if a later one builds on it
    @Deed
    @RetryOnConflict
    @Transactional
    public Draft takeBack(UUID id, int number, Preconditions preconditions, Actor actor) {
        var draft = open.locked(id, actor, preconditions);
        var applied = gestures.appliedFrom(id, number).reversed();
        if (applied.isEmpty() || applied.getFirst().number() != number) {
            throw new Refusal(
                    409,
                    "nothing-to-undo",
                    "Step " + number + " is not among the applied ones, so there is nothing of it to take back.");
        }
        var step = applied.getFirst();
        var keys = tied(step, applied);
        var later = applied.stream()
                .skip(1)
                .filter(gesture -> touches(gesture.operations(), keys))
                .toList();
        var copy = entries.touch(draft, keys);
        return switch (StepUndo.of(copy.document(), step.operations(), operations(later, keys))) {
            case Depends(var index) -> throw depends(step, later.get(index));
            case Undone(var operations) -> {
                if (!operations.isEmpty()) {
                    var rewrite = Rewrite.of(copy, WorkingCopy.touchedBy(operations));
                    steps.keep(draft, rewrite, "take back: " + step.label(), operations, Event.UNDONE, actor);
                }
                yield views.draft(id);
            }
        };
    }

    /// The entries of a step, and those that later moves tie to them.
    private static Set<String> tied(Gesture step, List<Gesture> applied) {
        var keys = new HashSet<>(WorkingCopy.touchedBy(step.operations()));
        var size = 0;
        while (size < keys.size()) {
            size = keys.size();
            for (var gesture : applied) {
                for (var operation : gesture.operations()) {
                    var touched = WorkingCopy.touchedBy(List.of(operation));
                    if (touched.stream().anyMatch(keys::contains)) {
                        keys.addAll(touched);
                    }
                }
            }
        }
        return keys;
    }

    private static boolean touches(List<Operation> operations, Set<String> keys) {
        return operations.stream()
                .anyMatch(operation -> keys.contains(operation.path().entryKey()));
    }

    private static List<List<Operation>> operations(List<Gesture> gestures, Set<String> keys) {
        return gestures.stream()
                .map(gesture -> gesture.operations().stream()
                        .filter(operation -> keys.contains(operation.path().entryKey()))
                        .toList())
                .toList();
    }

    private static Refusal depends(Gesture step, Gesture later) {
        return new Refusal(
                        409,
                        "depends",
                        "Step " + later.number() + " (" + later.label() + ") builds on step " + step.number()
                                + ". Take that one back first.")
                .with("on", later.number());
    }
}
