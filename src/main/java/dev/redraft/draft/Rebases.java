package dev.redraft.draft;

import dev.redraft.operation.Conflict;
import dev.redraft.operation.Rebase.Outcome.Collided;
import dev.redraft.operation.Rebase.Outcome.Rebased;
import dev.redraft.operation.Resolution;
import dev.redraft.platform.Actor;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.platform.RunAgain;
import dev.redraft.platform.Snapshot;
import dev.redraft.web.Preconditions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Rebase: a draft's steps replayed on what is live now. It is worked out between two transactions, of
/// which the
/// second proves that what the first one read still stands, or has it worked out again.
@ApplicationScoped
public class Rebases {
    private final OpenDrafts open;
    private final Rebasing rebasing;
    private final Views views;
    private final Events events;
    private final Snapshot snapshot;
    private final Clock clock;

    Rebases(OpenDrafts open, Rebasing rebasing, Views views, Events events, Snapshot snapshot, Clock clock) {
        this.open = open;
        this.rebasing = rebasing;
        this.views = views;
        this.events = events;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /// How a rebase ends.
    public sealed interface Outcome {
        /// The draft stands on what is live.
        ///
        /// @param merged the keys of the entries that both sides had changed
        record Done(Draft draft, List<String> merged) implements Outcome {}

        /// Somebody has to decide; nothing was changed.
        record Conflicts(int base, int current, List<Signed> conflicts) implements Outcome {}

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
        var plan = plan(id, preconditions, actor);
        if (plan.isNothing()) {
            return new Outcome.Done(QuarkusTransaction.requiringNew().call(() -> views.draft(id)), List.of());
        }
        var worked = plan.outcome(decided);
        return QuarkusTransaction.requiringNew().call(() -> switch (worked) {
            case Collided(var conflicts) -> {
                var draft = open.locked(id, actor, preconditions);
                events.record(Event.CONFLICT, draft, actor, clock.instant());
                yield conflicts(plan, conflicts);
            }
            case Rebased rebased -> done(plan, rebased, preconditions, actor);
        });
    }

    private Outcome done(RebasePlan plan, Rebased rebased, Preconditions preconditions, Actor actor) {
        var draft = open.locked(plan.draft(), actor, preconditions);
        if (draft.stamp() != plan.stamp()
                || open.original(draft.configuration()).baseVersion() != plan.current()) {
            throw new RunAgain();
        }
        rebasing.write(draft, plan, rebased, actor);
        return new Outcome.Done(views.draft(plan.draft()), plan.merged());
    }

    private RebasePlan plan(UUID id, Preconditions preconditions, Actor actor) {
        return QuarkusTransaction.requiringNew().call(() -> {
            snapshot.begin();
            var draft = open.editable(id, actor, preconditions);
            return rebasing.plan(draft, open.original(draft.configuration()));
        });
    }

    static Outcome.Conflicts conflicts(RebasePlan plan, List<Conflict> conflicts) {
        return new Outcome.Conflicts(plan.base(), plan.current(), Signed.of(conflicts, plan.theirs()));
    }
}
