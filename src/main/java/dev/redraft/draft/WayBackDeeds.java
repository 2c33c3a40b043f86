package dev.redraft.draft;

import dev.redraft.audit.AuditLog;
import dev.redraft.configuration.Entries;
import dev.redraft.configuration.Name;
import dev.redraft.configuration.Originals;
import dev.redraft.configuration.Revision;
import dev.redraft.document.Limits;
import dev.redraft.draft.WayBackPlan.Outcome;
import dev.redraft.idempotency.Deed;
import dev.redraft.operation.Conflict;
import dev.redraft.operation.Operation;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.RunAgain;
import dev.redraft.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The writing half of a way back, which proves that what was read before still stands.
@ApplicationScoped
class WayBackDeeds {
    private static final String TAKEN =
            "You have an open draft of %s. Put this into it as one step, or commit or cancel it first.";

    private final DraftPlaces places;
    private final Originals originals;
    private final Clones clones;
    private final OpenDrafts open;
    private final Entries entries;
    private final Steps steps;
    private final Views views;
    private final Events events;
    private final AuditLog audit;
    private final Limits limits;
    private final Clock clock;

    WayBackDeeds(
            DraftPlaces places,
            Originals originals,
            Clones clones,
            OpenDrafts open,
            Entries entries,
            Steps steps,
            Views views,
            Events events,
            AuditLog audit,
            Limits limits,
            Clock clock) {
        this.places = places;
        this.originals = originals;
        this.clones = clones;
        this.open = open;
        this.entries = entries;
        this.steps = steps;
        this.views = views;
        this.events = events;
        this.audit = audit;
        this.limits = limits;
        this.clock = clock;
    }

    /// Starts a draft of what is live, and goes the way in it. Where that collides with what came since, the
    /// draft is one of the version that is to be taken back, to be brought up to date like any other.
    ///
    /// @param shown the version that was live when somebody looked; null if nobody did
    /// @throws RunAgain if live moved since the plan was read, or the actor started a draft at once
    @Deed
    @Transactional
    Draft begin(Name name, WayBackPlan plan, Outcome outcome, @Nullable Integer shown, Actor actor) {
        places.requireOpen(name, TAKEN, actor);
        if (shown != null && shown != plan.live()) {
            throw new Refusal(
                            409,
                            "live-moved",
                            "Live moved on to v%d meanwhile, so nothing was done. This is what it comes to now."
                                    .formatted(plan.live()))
                    .with("current", plan.live());
        }
        return switch (outcome) {
            case Outcome.Clear(var operations) -> begin(name, plan, plan.live(), operations, actor);
            case Outcome.Collided(var _, var operations) ->
                begin(name, plan, plan.way().version(), operations, actor);
        };
    }

    private Draft begin(Name name, WayBackPlan plan, int base, List<Operation> operations, Actor actor) {
        var id = UUID.randomUUID();
        if (!clones.ofVersion(base, plan.live(), id, plan.configuration(), actor)) {
            throw new RunAgain();
        }
        events.recordStart(id, plan.configuration(), actor, clock.instant());
        var origin = plan.way().origin();
        audit.record(
                actor.name(),
                "draft-started",
                plan.configuration(),
                id,
                name.toString(),
                Map.of(origin.word(), origin.version()));
        return go(plan, open.locked(id, actor, Preconditions.NONE), operations, actor);
    }

    /// Goes the way in a draft that is there, on top of all its steps.
    ///
    /// @param plan null, as is the outcome, where the answer is kept and nothing has to be looked at
    /// @throws RunAgain if the draft or what is live moved since the plan was read
    @Deed
    @Transactional
    Draft into(
            UUID id, @Nullable WayBackPlan plan, @Nullable Outcome outcome, Preconditions preconditions, Actor actor) {
        if (plan == null || outcome == null) {
            // It was purged since.
            throw new RunAgain();
        }
        var draft = open.locked(id, actor, preconditions);
        var live = originals.now(draft.configuration()).baseVersion();
        if (draft.stamp() != plan.stamp() || live != plan.live()) {
            throw new RunAgain();
        }
        if (draft.baseVersion() != live) {
            throw new Refusal(
                            409,
                            "base-moved",
                            "Your draft stands on v%d, and live is v%d. Update it first, then go back in it."
                                    .formatted(draft.baseVersion(), live))
                    .with("base", draft.baseVersion())
                    .with("current", live);
        }
        return switch (outcome) {
            case Outcome.Clear(var operations) -> go(plan, draft, operations, actor);
            case Outcome.Collided(var conflicts, var _) -> throw collided(plan.way(), conflicts);
        };
    }

    private static Refusal collided(WayBack way, List<Conflict> conflicts) {
        return new Refusal(
                        409,
                        "conflicts",
                        "What v%d changed was changed again since, in your draft or in what is live. Commit or cancel"
                                        .formatted(way.version())
                                + " your draft first: a draft of its own can then be brought up to date.")
                .with(
                        "paths",
                        conflicts.stream()
                                .map(conflict -> conflict.path().pointer())
                                .toList());
    }

    private Draft go(WayBackPlan plan, Revision draft, List<Operation> operations, Actor actor) {
        if (operations.isEmpty()) {
            throw nothing(plan.way());
        }
        var copy = entries.touch(draft, plan.past().keys());
        var rewrite = copy.apply(operations);
        copy.require(limits);
        var event = draft.wasEdited() ? Event.EDITED : Event.FIRST_EDIT;
        steps.keep(draft, rewrite, plan.way(), operations, event, actor);
        return views.draft(draft.id());
    }

    private static Refusal nothing(WayBack way) {
        return switch (way) {
            case WayBack.RollBack(var version) ->
                new Refusal(
                        409,
                        "nothing-to-roll-back",
                        "All is as it was in v" + version + ", so there is nothing to roll back.");
            case WayBack.UndoCommit(var version) ->
                new Refusal(
                        409,
                        "nothing-to-undo",
                        "Nothing is left of what v" + version + " changed, so there is nothing to undo.");
        };
    }
}
