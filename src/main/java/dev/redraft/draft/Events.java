package dev.redraft.draft;

import dev.redraft.audit.AuditLog;
import dev.redraft.configuration.Revision;
import dev.redraft.delivery.Announcements;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Meters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.Session;

/// What happened to drafts, without a single value: each event stands in the transaction of its deed.
@ApplicationScoped
class Events {
    private final Session database;
    private final Meters meters;
    private final Announcements announcements;

    Events(Session database, Meters meters, Announcements announcements) {
        this.database = database;
        this.meters = meters;
        this.announcements = announcements;
    }

    /// Records an event that leaves the draft as it is given.
    void record(Event event, Revision draft, Actor actor, Instant at) {
        record(event, draft.id(), draft.configuration(), draft.owner(), draft.stamp(), actor.name(), at);
    }

    /// Records that the actor started a draft, which nobody needs to read for that.
    void recordStart(UUID draft, UUID configuration, Actor actor, Instant at) {
        record(Event.STARTED, draft, configuration, actor.name(), 0, actor.name(), at);
    }

    /// Records that a draft was given up, which nobody did.
    void recordAbandonment(UUID draft, UUID configuration, String owner, long stamp, Instant at) {
        record(Event.ABANDONED, draft, configuration, owner, stamp, AuditLog.REDRAFT, at);
    }

    private void record(
            Event event, UUID draft, UUID configuration, String owner, long stamp, String actor, Instant at) {
        if (wrote(event, draft, configuration, owner, stamp, actor, at)) {
            meters.countOnceCommitted("redraft.draft.events", "event", word(event));
            announce(event, draft, configuration);
        }
    }

    /// However often somebody asks about a conflict while the draft stays as it is, it is the same one.
    private boolean wrote(
            Event event, UUID draft, UUID configuration, String owner, long stamp, String actor, Instant at) {
        return database.createNativeMutationQuery("""
                        insert into draft_event (draft, configuration, owner, kind, actor, at, stamp)
                        select :draft, :configuration, :owner, :kind, :actor, :at, :stamp
                        where :kind <> 'CONFLICT' or not exists (
                            select 1 from draft_event where draft = :draft and kind = :kind and stamp = :stamp)
                        """)
                        .setParameter("draft", draft)
                        .setParameter("configuration", configuration)
                        .setParameter("owner", owner)
                        .setParameter("kind", event.name())
                        .setParameter("actor", actor)
                        .setParameter("at", at)
                        .setParameter("stamp", stamp)
                        .executeUpdate()
                == 1;
    }

    private static String word(Event event) {
        return event.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void announce(Event event, UUID draft, UUID configuration) {
        announcements.draft(draft);
        if (event.isSeenByOthers()) {
            announcements.configuration(configuration);
        }
    }

    /// Keeps the facts of a draft that ended for good, or would have to be reopened: what is left of it once it
    /// is purged. To be called after the event of its end.
    void summarise(Revision draft) {
        summarise(List.of(draft.id()));
    }

    void summarise(List<UUID> drafts) {
        database.createNativeMutationQuery("""
                        insert into draft_summary
                            (draft, configuration, owner, outcome, base, version, changes, gestures, started, edited, ended,
                            first_edited, first_reviewed, edits, undos, conflicts, reopened, active_ms, last_step)
                        select r.id, configuration, owner, case state when 'ACTIVE' then 'COMMITTED' else state end, base,
                            version, changes, gestures, started, edited, ended,
                            c.first_edited, c.first_reviewed, c.edits, c.undos, c.conflicts, c.reopened, c.active_ms,
                            case when version is null then step_of(c.last_deed, r.id, gestures) end
                        from revision r cross join lateral course_of(r.id) c
                        where r.id = any(:drafts)
                        on conflict (draft) do update
                        set owner = excluded.owner, outcome = excluded.outcome, base = excluded.base,
                            version = excluded.version, changes = excluded.changes, gestures = excluded.gestures,
                            edited = excluded.edited, ended = excluded.ended, first_edited = excluded.first_edited,
                            first_reviewed = excluded.first_reviewed, edits = excluded.edits, undos = excluded.undos,
                            conflicts = excluded.conflicts, reopened = excluded.reopened,
                            active_ms = excluded.active_ms, last_step = excluded.last_step, written = excluded.written
                        """)
                .setParameter("drafts", drafts.toArray(UUID[]::new))
                .executeUpdate();
    }

    /// What is kept of these drafts is all that is left of them.
    void keepSummariesAlone(List<UUID> drafts) {
        database.createNativeMutationQuery("""
                        update draft_summary set purged = true, written = pg_current_xact_id()
                        where draft = any(:drafts)
                        """)
                .setParameter("drafts", drafts.toArray(UUID[]::new))
                .executeUpdate();
    }

    /// A draft that is open again has not ended.
    void forgetSummary(Revision draft) {
        database.createNativeMutationQuery("delete from draft_summary where draft = :draft")
                .setParameter("draft", draft.id())
                .executeUpdate();
    }
}
