package dev.redraft.draft;

import dev.redraft.configuration.Revision;
import dev.redraft.platform.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;

/// What happened to drafts, without a single value: each event stands in the transaction of its deed.
@ApplicationScoped
class Events {
    private final Session database;

    Events(Session database) {
        this.database = database;
    }

    /// Records an event that leaves the draft as it is given.
    void record(Event event, Revision draft, Actor actor, Instant at) {
        record(event, draft.id(), draft.configuration(), draft.owner(), draft.stamp(), actor, at);
    }

    /// Records that the actor started a draft, which nobody needs to read for that.
    void recordStart(UUID draft, UUID configuration, Actor actor, Instant at) {
        record(Event.STARTED, draft, configuration, actor.name(), 0, actor, at);
    }

    /// Records that somebody has to decide, or did, before the draft can be brought up to date. However often
    /// that is asked about while the draft stays as it is, it is one conflict.
    void recordConflict(Revision draft, Actor actor, Instant at) {
        database.createNativeMutationQuery("""
                        insert into draft_event (draft, configuration, owner, kind, actor, at, stamp)
                        select :draft, :configuration, :owner, :kind, :actor, :at, :stamp
                        where not exists (
                            select 1 from draft_event where draft = :draft and kind = :kind and stamp = :stamp)
                        """)
                .setParameter("kind", Event.CONFLICT.name())
                .setParameter("draft", draft.id())
                .setParameter("configuration", draft.configuration())
                .setParameter("owner", draft.owner())
                .setParameter("actor", actor.name())
                .setParameter("at", at)
                .setParameter("stamp", draft.stamp())
                .executeUpdate();
    }

    private void record(
            Event event, UUID draft, UUID configuration, String owner, long stamp, Actor actor, Instant at) {
        database.createNativeMutationQuery("""
                        insert into draft_event (draft, configuration, owner, kind, actor, at, stamp)
                        values (:draft, :configuration, :owner, :kind, :actor, :at, :stamp)
                        """)
                .setParameter("draft", draft)
                .setParameter("configuration", configuration)
                .setParameter("owner", owner)
                .setParameter("kind", event.name())
                .setParameter("actor", actor.name())
                .setParameter("at", at)
                .setParameter("stamp", stamp)
                .executeUpdate();
    }

    /// Keeps the facts of a draft that ended for good, or would have to be reopened: what is left of it once it
    /// is purged. To be called after the event of its end.
    void summarise(Revision draft) {
        database.createNativeMutationQuery("""
                        insert into draft_summary
                            (draft, configuration, owner, outcome, base, version, changes, gestures, started, edited, ended,
                            first_edited, first_reviewed, edits, undos, conflicts, reopened, active_ms, last_step)
                        select r.id, configuration, owner, case state when 'ACTIVE' then 'COMMITTED' else state end, base,
                            version, changes, gestures, started, edited, ended,
                            c.first_edited, c.first_reviewed, c.edits, c.undos, c.conflicts, c.reopened, c.active_ms,
                            case when version is null then step_of(c.last_deed, r.id, gestures) end
                        from revision r cross join lateral course_of(r.id) c
                        where r.id = :draft
                        on conflict (draft) do update
                        set owner = excluded.owner, outcome = excluded.outcome, base = excluded.base,
                            version = excluded.version, changes = excluded.changes, gestures = excluded.gestures,
                            edited = excluded.edited, ended = excluded.ended, first_edited = excluded.first_edited,
                            first_reviewed = excluded.first_reviewed, edits = excluded.edits, undos = excluded.undos,
                            conflicts = excluded.conflicts, reopened = excluded.reopened,
                            active_ms = excluded.active_ms, last_step = excluded.last_step
                        """)
                .setParameter("draft", draft.id())
                .executeUpdate();
    }

    /// A draft that is open again has not ended.
    void forgetSummary(Revision draft) {
        database.createNativeMutationQuery("delete from draft_summary where draft = :draft")
                .setParameter("draft", draft.id())
                .executeUpdate();
    }
}
