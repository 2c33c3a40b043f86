package dev.redraft.draft;

import static java.util.Objects.requireNonNull;

import dev.redraft.configuration.Configuration;
import dev.redraft.configuration.Configurations;
import dev.redraft.configuration.Originals;
import dev.redraft.configuration.Revision;
import dev.redraft.configuration.Revision.State;
import dev.redraft.idempotency.Declined;
import dev.redraft.idempotency.Deed;
import dev.redraft.operation.Rebase;
import dev.redraft.operation.Resolution;
import dev.redraft.platform.Actor;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The swap: one short transaction that verifies the original's version, puts the draft in its place and
/// timestamps it.
@ApplicationScoped
public class Commits {
    private final Configurations configurations;
    private final Originals originals;
    private final OpenDrafts open;
    private final Parts parts;
    private final GoingLive going;
    private final Rebasing rebasing;
    private final Overlaps overlaps;
    private final Validations validations;
    private final Events events;
    private final Clock clock;

    Commits(
            Configurations configurations,
            Originals originals,
            OpenDrafts open,
            Parts parts,
            GoingLive going,
            Rebasing rebasing,
            Overlaps overlaps,
            Validations validations,
            Events events,
            Clock clock) {
        this.configurations = configurations;
        this.originals = originals;
        this.open = open;
        this.parts = parts;
        this.going = going;
        this.rebasing = rebasing;
        this.overlaps = overlaps;
        this.validations = validations;
        this.events = events;
        this.clock = clock;
    }

    /// How a commit ends.
    public sealed interface Outcome {
        /// It is live as this version.
        record Committed(int version) implements Outcome {}

        /// Somebody else committed since the draft was started; nothing happened.
        ///
        /// @param overlapping pointers of the places that both changed
        record BaseMoved(int base, int current, List<String> overlapping) implements Outcome, Declined {}

        /// The draft was to be brought up to date on the way, but somebody has to decide first; nothing
        /// happened.
        record Collided(Rebases.Outcome.Conflicts conflicts) implements Outcome, Declined {}

        /// The draft equals its base; nothing happened.
        record NothingToCommit() implements Outcome, Declined {}
    }

    /// What is to be committed, and how.
    ///
    /// @param keys of the entries to commit, while the rest stays a draft; null for all
    public record Order(String message, @Nullable Set<String> keys, IfMoved ifMoved) {
        /// All of the draft, if its base is live still.
        public static Order all(String message) {
            return new Order(message, null, IfMoved.REFUSE);
        }
    }

    /// What to do where somebody else committed since the draft was started.
    public enum IfMoved {
        REFUSE,
        REBASE
    }

    /// Commits all of a draft, if its base is live still.
    public Outcome commit(UUID id, String message, Preconditions preconditions, Actor actor) {
        return commit(id, Order.all(message), preconditions, actor);
    }

    /// Commits a draft. Committing it again answers the version it became.
    ///
    /// @throws Unvalidated if it has to be held to a schema first: see [Validations#ahead]
    @Deed(whenLost = Deed.WhenLost.ASK_AGAIN)
    @RetryOnConflict
    @Transactional
    public Outcome commit(UUID id, Order order, Preconditions preconditions, Actor actor) {
        return committed(id, order, preconditions, actor);
    }

    /// Commits some of its entries. What is left of the draft does not tell whether that happened before.
    @Deed
    @RetryOnConflict
    @Transactional
    public Outcome commitPart(UUID id, Order order, Preconditions preconditions, Actor actor) {
        return committed(id, order, preconditions, actor);
    }

    private Outcome committed(UUID id, Order order, Preconditions preconditions, Actor actor) {
        var configuration = configurations.lockedOf(id).orElseThrow(OpenDrafts::unknown);
        var original = originals.locked(configuration.id());
        var draft = open.lockedInAnyState(id, actor);
        if (draft.version() != null) {
            return new Outcome.Committed(draft.version());
        }
        if (draft.state() != State.DRAFT) {
            throw OpenDrafts.notOpen(draft);
        }
        preconditions.check(Tags.of(draft));
        if (configuration.isArchived()) {
            throw Configurations.archived(configuration.name());
        }
        return draft.changes() == 0
                ? new Outcome.NothingToCommit()
                : commit(draft, original, order, configuration, actor);
    }

    private Outcome commit(Revision draft, Revision original, Order order, Configuration configuration, Actor actor) {
        if (draft.baseVersion() != original.baseVersion()) {
            return switch (order.ifMoved()) {
                case REFUSE -> moved(draft, original, actor);
                case REBASE -> rebased(draft, original, order, configuration, actor);
            };
        }
        if (order.keys() != null) {
            return partly(draft, original, order, configuration, actor);
        }
        validations.require(draft, configuration);
        return new Outcome.Committed(going.wholly(draft, order.message(), configuration.name(), actor));
    }

    /// Under the lock, so that a draft beside a busy counter does not start again and again.
    private Outcome rebased(Revision draft, Revision original, Order order, Configuration configuration, Actor actor) {
        var plan = rebasing.plan(draft, original);
        return switch (plan.outcome(Resolution.Decided.NOTHING)) {
            case Rebase.Outcome.Collided(var conflicts) -> {
                events.record(Event.CONFLICT, draft, actor, clock.instant());
                yield new Outcome.Collided(Rebases.conflicts(plan, conflicts));
            }
            case Rebase.Outcome.Rebased rebased -> {
                rebasing.write(draft, plan, rebased, actor);
                yield onTop(draft, original, order, configuration, actor);
            }
        };
    }

    private Outcome onTop(Revision draft, Revision original, Order order, Configuration configuration, Actor actor) {
        if (draft.changes() == 0) {
            return new Outcome.NothingToCommit();
        }
        if (order.keys() != null) {
            return partly(draft, original, order, configuration, actor);
        }
        validations.requireNow(draft, configuration, key -> true);
        return new Outcome.Committed(going.wholly(draft, order.message(), configuration.name(), actor));
    }

    private Outcome partly(Revision draft, Revision original, Order order, Configuration configuration, Actor actor) {
        var part = parts.part(draft, requireNonNull(order.keys()));
        validations.requireNow(draft, configuration, part.keys()::contains);
        return new Outcome.Committed(going.partly(draft, original, part, order.message(), configuration.name(), actor));
    }

    private Outcome moved(Revision draft, Revision original, Actor actor) {
        events.record(Event.BASE_MOVED, draft, actor, clock.instant());
        return new Outcome.BaseMoved(draft.baseVersion(), original.baseVersion(), overlaps.of(draft, original));
    }
}
