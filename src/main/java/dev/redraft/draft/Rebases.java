package dev.redraft.draft;

import dev.redraft.configuration.EntryChange;
import dev.redraft.configuration.Originals;
import dev.redraft.idempotency.Declined;
import dev.redraft.idempotency.Repetition;
import dev.redraft.operation.Conflict;
import dev.redraft.operation.Rebase.Outcome.Collided;
import dev.redraft.operation.Rebase.Outcome.Rebased;
import dev.redraft.operation.Resolution;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.platform.Snapshot;
import dev.redraft.web.Preconditions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Rebase: a draft's steps replayed on what is live now. It is worked out between two transactions, of which
/// the second proves that what the first one read still stands, or has it worked out again.
@ApplicationScoped
public class Rebases {
    private final OpenDrafts open;
    private final Originals originals;
    private final Rebasing rebasing;
    private final RebaseDeeds deeds;
    private final Snapshot snapshot;
    private final Repetition repetition;

    Rebases(
            OpenDrafts open,
            Originals originals,
            Rebasing rebasing,
            RebaseDeeds deeds,
            Snapshot snapshot,
            Repetition repetition) {
        this.open = open;
        this.originals = originals;
        this.rebasing = rebasing;
        this.deeds = deeds;
        this.snapshot = snapshot;
        this.repetition = repetition;
    }

    /// How a rebase ends.
    public sealed interface Outcome {
        /// The draft stands on what is live.
        ///
        /// @param merged the keys of the entries that both sides had changed
        record Done(Draft draft, List<String> merged) implements Outcome {}

        /// Somebody has to decide; nothing was changed.
        record Conflicts(int base, int current, List<Signed> conflicts) implements Outcome, Declined {}

        /// What would come of it; nothing was changed.
        record Previewed(List<String> merged, int base, int current) implements Outcome {}
    }

    /// A conflict with whose it is.
    public record Signed(Conflict conflict, String theirAuthor, int theirVersion) {
        static List<Signed> of(List<Conflict> conflicts, Map<String, RebasePlan.Author> authors) {
            return conflicts.stream()
                    .map(conflict -> {
                        var author = authors.getOrDefault(conflict.key(), RebasePlan.Author.NOBODY);
                        return new Signed(conflict, author.name(), author.version());
                    })
                    .toList();
        }
    }

    /// What is in store for a draft: what merges by itself, and what somebody has to decide.
    ///
    /// @param merged what the draft will change in entries that both sides changed
    public record Prospect(int base, int current, List<EntryChange> merged, List<Signed> conflicts) {}

    /// Says what is in store, for a person to decide.
    @RetryOnConflict
    public Prospect prospect(UUID id, Actor actor) {
        var plan = plan(id, Preconditions.NONE, actor);
        return switch (plan.outcome(Resolution.Decided.NOTHING)) {
            case Collided(var conflicts) ->
                new Prospect(
                        plan.base(), plan.current(), plan.mergedBeside(conflicts), Signed.of(conflicts, plan.theirs()));
            case Rebased rebased ->
                new Prospect(plan.base(), plan.current(), plan.changes(rebased.merged()), List.of());
        };
    }

    /// Says what a rebase would come to.
    @RetryOnConflict
    public Outcome preview(UUID id, Resolution.Decided decided, Preconditions preconditions, Actor actor) {
        var plan = plan(id, preconditions, actor);
        return switch (plan.outcome(decided)) {
            case Collided(var conflicts) -> conflicts(plan, conflicts);
            case Rebased _ -> new Outcome.Previewed(plan.merged(), plan.base(), plan.current());
        };
    }

    /// Puts a draft on top of what is live, all or nothing. A draft that stands there already stays as it is.
    @RetryOnConflict
    public Outcome rebase(UUID id, Resolution.Decided decided, Preconditions preconditions, Actor actor) {
        // Whether the preconditions hold is asked under the lock: a request that comes again is not refused for them.
        return repetition.isBy(actor)
                ? deeds.carryOut(id, null, decided, null, preconditions, actor)
                : carryOut(id, plan(id, Preconditions.NONE, actor), decided, preconditions, actor);
    }

    /// The same on top of the version that the decisions were made about. Where another one is live by now,
    /// nothing is changed: they might mean something else.
    ///
    /// @throws Refusal 409 `live-moved`
    @RetryOnConflict
    public Outcome rebaseOnto(
            int version, UUID id, Resolution.Decided decided, Preconditions preconditions, Actor actor) {
        if (repetition.isBy(actor)) {
            return deeds.carryOut(id, null, decided, null, preconditions, actor);
        }
        var plan = plan(id, Preconditions.NONE, actor);
        if (plan.current() != version) {
            throw new Refusal(
                            409,
                            "live-moved",
                            "Live moved on to v%d meanwhile, so nothing was changed. Look at what is new."
                                    .formatted(plan.current()))
                    .with("current", plan.current());
        }
        return carryOut(id, plan, decided, preconditions, actor);
    }

    private Outcome carryOut(
            UUID id, RebasePlan plan, Resolution.Decided decided, Preconditions preconditions, Actor actor) {
        return deeds.carryOut(id, plan, decided, plan.isNothing() ? null : plan.outcome(decided), preconditions, actor);
    }

    private RebasePlan plan(UUID id, Preconditions preconditions, Actor actor) {
        return QuarkusTransaction.requiringNew().call(() -> {
            snapshot.begin();
            var draft = open.editable(id, actor, preconditions);
            return rebasing.plan(draft, originals.now(draft.configuration()));
        });
    }

    static Outcome.Conflicts conflicts(RebasePlan plan, List<Conflict> conflicts) {
        return new Outcome.Conflicts(plan.base(), plan.current(), Signed.of(conflicts, plan.theirs()));
    }
}
