package dev.redraft.draft;

import dev.redraft.configuration.Entries;
import dev.redraft.configuration.EntryRows;
import dev.redraft.configuration.Gesture;
import dev.redraft.configuration.GestureLog;
import dev.redraft.configuration.Gestures;
import dev.redraft.configuration.Revision;
import dev.redraft.configuration.Rewrite;
import dev.redraft.configuration.Schemas;
import dev.redraft.document.Limits;
import dev.redraft.draft.RebasePlan.Author;
import dev.redraft.operation.Operation;
import dev.redraft.operation.Rebase;
import dev.redraft.platform.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.hibernate.Session;

/// Reads what a rebase needs, and writes what it came to. To be called within a transaction.
@ApplicationScoped
class Rebasing {
    private final Session database;
    private final Entries entries;
    private final EntryRows rows;
    private final Gestures gestures;
    private final GestureLog log;
    private final Schemas schemas;
    private final Events events;
    private final Limits limits;
    private final Clock clock;

    Rebasing(
            Session database,
            Entries entries,
            EntryRows rows,
            Gestures gestures,
            GestureLog log,
            Schemas schemas,
            Events events,
            Limits limits,
            Clock clock) {
        this.database = database;
        this.entries = entries;
        this.rows = rows;
        this.gestures = gestures;
        this.log = log;
        this.schemas = schemas;
        this.events = events;
        this.limits = limits;
        this.clock = clock;
    }

    /// Reads what is to be known to put the draft on top of what is live.
    RebasePlan plan(Revision draft, Revision live) {
        var touched = touched(draft);
        var theirs = theirs(touched);
        var keys = tied(touched, theirs.sequencedKeySet());
        var mine = entries.touch(draft, keys);
        var now = entries.touch(live, keys);
        return new RebasePlan(
                draft.id(),
                draft.stamp(),
                draft.baseVersion(),
                live.baseVersion(),
                theirs,
                new Rebase.Basis(keys, mine.base(), now.current(), Math.max(draft.lastPosition(), live.lastPosition())),
                gestures.touching(draft.id(), keys),
                mine,
                now,
                entriesOf(draft),
                live.entries(),
                schemas.numbered(draft.configuration(), draft.schemaNumber()));
    }

    /// Every entry that a gesture changed, with who changed it since the base; and every pair that a move ties.
    private List<Tuple> touched(Revision draft) {
        return database.createNativeQuery("""
                        with mine as (
                            select distinct entry_of(o.path) as key,
                                case when o.kind = 'move' then target_of(o.forward) end as other
                            from operation o
                            join gesture g on g.revision = o.revision and g.number = o.gesture
                            where o.revision = :draft and g.state <> 'DISCARDED'),
                        keys as (select key from mine union select other from mine where other is not null)
                        select keys.key, cast(null as text) as other, r.owner, r.version
                        from keys
                        cross join lateral (
                            select revision from entry
                            where configuration = :configuration and key = keys.key and since > :base
                            order by since desc
                            limit 1) as theirs
                        join revision r on r.id = theirs.revision
                        union all
                        select key, other, null, null from mine where other <> key
                        order by 1
                        """, Tuple.class)
                .setParameter("draft", draft.id())
                .setParameter("configuration", draft.configuration())
                .setParameter("base", draft.baseVersion())
                .getResultList();
    }

    private static SequencedMap<String, Author> theirs(List<Tuple> touched) {
        var theirs = new LinkedHashMap<String, Author>();
        for (var row : touched) {
            if (row.get("other") == null) {
                theirs.put(
                        row.get("key", String.class),
                        new Author(row.get("owner", String.class), row.get("version", Integer.class)));
            }
        }
        return theirs;
    }

    private static SequencedSet<String> tied(List<Tuple> touched, SequencedSet<String> changed) {
        var tied = new LinkedHashSet<>(changed);
        var grows = true;
        while (grows) {
            grows = false;
            for (var row : touched) {
                var key = row.get("key", String.class);
                var other = row.get("other", String.class);
                if (other != null && (tied.contains(key) || tied.contains(other))) {
                    grows |= tied.addAll(List.of(key, other));
                }
            }
        }
        return tied;
    }

    private int entriesOf(Revision draft) {
        return database.createNativeQuery(
                        "select entries from revision where configuration = :configuration and version = :base",
                        Integer.class)
                .setParameter("configuration", draft.configuration())
                .setParameter("base", draft.baseVersion())
                .getSingleResult();
    }

    /// Puts a locked draft on top of what was live when the plan was read.
    void write(Revision draft, RebasePlan plan, Rebase.Outcome.Rebased rebased, Actor actor) {
        var now = clock.instant();
        var copy = plan.mine().onto(plan.live(), rebased.merged());
        copy.require(limits);
        var rewrite = Rewrite.of(copy, plan.basis().keys());
        draft.rebased(
                plan.current(),
                rewrite,
                plan.entries(draft.entries(), copy.document().entries()));
        var number = rebased.settling().isEmpty() ? 0 : draft.nextGesture();
        rows.rewrite(draft, rewrite);
        rewriteSteps(draft, plan, rebased.steps());
        if (number > 0) {
            var label = "settle with version " + plan.current();
            log.log(draft.id(), number, label, rebased.settling(), actor.name(), now);
        }
        events.record(Event.REBASED, draft, actor, now);
    }

    private void rewriteSteps(Revision draft, RebasePlan plan, Rebase.Steps steps) {
        var made = new HashMap<Integer, List<Operation>>();
        number(plan.in(Gesture.State.APPLIED), steps.applied(), made);
        var undone = plan.in(Gesture.State.UNDONE);
        number(undone, steps.undone(), made);
        if (!made.isEmpty()) {
            log.replace(draft.id(), plan.basis().keys(), made);
        }
        if (steps.undone().size() < undone.size()) {
            log.discardUndoneFrom(draft.id(), undone.get(steps.undone().size()).number());
        }
    }

    private static void number(
            List<Gesture> gestures, List<List<Operation>> operations, Map<Integer, List<Operation>> made) {
        for (var i = 0; i < operations.size(); i++) {
            made.put(gestures.get(i).number(), operations.get(i));
        }
    }
}
