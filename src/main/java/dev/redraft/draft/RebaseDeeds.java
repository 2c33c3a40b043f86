package dev.redraft.draft;

import dev.redraft.configuration.Originals;
import dev.redraft.draft.Rebases.Outcome;
import dev.redraft.idempotency.Deed;
import dev.redraft.operation.Rebase;
import dev.redraft.operation.Rebase.Outcome.Collided;
import dev.redraft.operation.Rebase.Outcome.Rebased;
import dev.redraft.operation.Resolution;
import dev.redraft.platform.Actor;
import dev.redraft.platform.RunAgain;
import dev.redraft.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The writing half of a rebase, which proves under the draft's lock that what was read before still stands.
@ApplicationScoped
class RebaseDeeds {
    private final OpenDrafts open;
    private final Originals originals;
    private final Rebasing rebasing;
    private final Views views;
    private final Events events;
    private final Clock clock;

    RebaseDeeds(OpenDrafts open, Originals originals, Rebasing rebasing, Views views, Events events, Clock clock) {
        this.open = open;
        this.originals = originals;
        this.rebasing = rebasing;
        this.views = views;
        this.events = events;
        this.clock = clock;
    }

    /// Writes what was worked out.
    ///
    /// @param plan null where the answer is kept, and neither the draft nor what is live has to be looked at
    /// @param decided what somebody decided about its conflicts
    /// @param worked null if the draft stands on what is live already
    /// @throws RunAgain if the draft or what is live moved since the plan was read
    @Deed
    @Transactional
    Outcome carryOut(
            UUID id,
            @Nullable RebasePlan plan,
            Resolution.Decided decided,
            Rebase.@Nullable Outcome worked,
            Preconditions preconditions,
            Actor actor) {
        if (plan == null) {
            // It was purged since.
            throw new RunAgain();
        }
        var draft = open.locked(id, actor, preconditions);
        if (draft.stamp() != plan.stamp()
                || originals.now(draft.configuration()).baseVersion() != plan.current()) {
            throw new RunAgain();
        }
        return switch (worked) {
            case null -> new Outcome.Done(views.draft(id), List.of());
            case Collided(var conflicts) -> {
                events.record(Event.CONFLICT, draft, actor, clock.instant());
                yield Rebases.conflicts(plan, conflicts);
            }
            case Rebased rebased -> {
                if (!decided.isNothing()) {
                    events.record(Event.CONFLICT, draft, actor, clock.instant());
                }
                rebasing.write(draft, plan, rebased, actor);
                yield new Outcome.Done(views.draft(id), plan.merged());
            }
        };
    }
}
