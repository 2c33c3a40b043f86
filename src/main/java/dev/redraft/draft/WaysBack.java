package dev.redraft.draft;

import dev.redraft.configuration.Configurations;
import dev.redraft.configuration.Entries;
import dev.redraft.configuration.EntryChange;
import dev.redraft.configuration.Name;
import dev.redraft.configuration.Originals;
import dev.redraft.configuration.Overview;
import dev.redraft.configuration.PastEntries;
import dev.redraft.configuration.PastEntries.Past;
import dev.redraft.configuration.Revision;
import dev.redraft.configuration.Schemas;
import dev.redraft.idempotency.Repetition;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.platform.Snapshot;
import dev.redraft.web.Preconditions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Roll back to a version, and undo of what one version changed: each as a step of a draft. It is worked out
/// between two transactions, of which the second proves that what the first one read still stands, or has it
/// worked out again.
@ApplicationScoped
public class WaysBack {
    private final Configurations configurations;
    private final Originals originals;
    private final OpenDrafts open;
    private final PastEntries pastEntries;
    private final Entries entries;
    private final Schemas schemas;
    private final WayBackDeeds deeds;
    private final Snapshot snapshot;
    private final Repetition repetition;

    WaysBack(
            Configurations configurations,
            Originals originals,
            OpenDrafts open,
            PastEntries pastEntries,
            Entries entries,
            Schemas schemas,
            WayBackDeeds deeds,
            Snapshot snapshot,
            Repetition repetition) {
        this.configurations = configurations;
        this.originals = originals;
        this.open = open;
        this.pastEntries = pastEntries;
        this.entries = entries;
        this.schemas = schemas;
        this.deeds = deeds;
        this.snapshot = snapshot;
        this.repetition = repetition;
    }

    /// What a way back would come to.
    ///
    /// @param into the draft of the reader in which it would be gone; null if that would be a new one
    /// @param changes what it changes by itself, in that draft or in what is live
    /// @param conflicts what somebody has to decide
    public record Prospect(
            Overview configuration, @Nullable UUID into, List<EntryChange> changes, List<Rebases.Signed> conflicts) {
        public boolean isNothing() {
            return changes.isEmpty() && conflicts.isEmpty();
        }
    }

    /// Says what a way back would come to, for a person to decide: in the draft that the actor has on what is
    /// live, or else in a new one.
    ///
    /// @throws Refusal 404 if there is no such version
    @RetryOnConflict
    public Prospect prospect(Name name, WayBack way, Actor actor) {
        var configuration = QuarkusTransaction.requiringNew().call(() -> configurations.named(name, actor));
        var into = Optional.ofNullable(configuration.myDraft())
                .filter(draft -> draft.base() == configuration.version())
                .map(Overview.MyDraft::id)
                .orElse(null);
        var plan = plan(name, way, into, actor);
        var outcome = plan.outcome();
        return new Prospect(configuration, into, plan.changes(outcome), plan.conflicts(outcome));
    }

    /// Goes the way in a new draft.
    ///
    /// @param shown the version that was live when somebody looked; null if nobody did
    /// @throws Refusal 404 if there is no such version, 409 `draft-exists` if the actor has an open draft, 409
    ///     `nothing-to-roll-back` or `nothing-to-undo`, 409 `live-moved` if another version is live than was
    ///     shown
    @RetryOnConflict
    public Draft begin(Name name, WayBack way, @Nullable Integer shown, Actor actor) {
        var plan = plan(name, way, null, actor);
        return deeds.begin(name, plan, plan.outcome(), shown, actor);
    }

    /// Goes the way in an open draft that stands on what is live.
    ///
    /// @throws Refusal as [#begin] does, and 409 `base-moved` if the draft does not stand on what is live, 409
    ///     `conflicts` if what is to be taken back was changed since
    @RetryOnConflict
    public Draft into(UUID draft, Name name, WayBack way, Preconditions preconditions, Actor actor) {
        if (repetition.isBy(actor)) {
            return deeds.into(draft, null, null, preconditions, actor);
        }
        var plan = plan(name, way, draft, actor);
        return deeds.into(draft, plan, plan.outcome(), preconditions, actor);
    }

    private WayBackPlan plan(Name name, WayBack way, @Nullable UUID into, Actor actor) {
        return QuarkusTransaction.requiringNew().call(() -> {
            snapshot.begin();
            var configuration = configurations.named(name, actor).id();
            var live = originals.now(configuration);
            if (way.version() > live.baseVersion()) {
                throw new Refusal(
                        404, "not-found", "The configuration " + name + " has no version " + way.version() + ".");
            }
            return into == null ? plan(way, live, live, null) : plan(way, live, own(into, configuration, actor), into);
        });
    }

    private Revision own(UUID id, UUID configuration, Actor actor) {
        var draft = open.editable(id, actor, Preconditions.NONE);
        if (!draft.configuration().equals(configuration)) {
            throw OpenDrafts.unknown();
        }
        return draft;
    }

    /// @param standing what it goes on top of: what is live, or a draft
    private WayBackPlan plan(WayBack way, Revision live, Revision standing, @Nullable UUID draft) {
        var past = past(way, live, draft);
        return new WayBackPlan(
                way,
                live.configuration(),
                live.baseVersion(),
                standing.stamp(),
                past,
                committed(way, live.configuration(), past),
                entries.touch(standing, past.keys()),
                Math.max(live.lastPosition(), standing.lastPosition()),
                schemas.numbered(live.configuration(), live.schemaNumber()));
    }

    private Past past(WayBack way, Revision live, @Nullable UUID draft) {
        return switch (way) {
            case WayBack.RollBack(var version) ->
                pastEntries.written(live.configuration(), version, live.baseVersion(), draft, version);
            case WayBack.UndoCommit(var version) ->
                pastEntries.written(live.configuration(), version - 1, version, null, version - 1);
        };
    }

    private Past committed(WayBack way, UUID configuration, Past past) {
        return switch (way) {
            case WayBack.RollBack _ -> past;
            case WayBack.UndoCommit(var version) ->
                pastEntries.written(configuration, version - 1, version, null, version);
        };
    }
}
