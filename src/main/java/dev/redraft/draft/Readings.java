package dev.redraft.draft;

import dev.redraft.audit.AuditLog;
import dev.redraft.configuration.Candidate;
import dev.redraft.configuration.DraftEntries;
import dev.redraft.configuration.Entries;
import dev.redraft.configuration.EntryChange;
import dev.redraft.configuration.EntryPages;
import dev.redraft.configuration.Gesture;
import dev.redraft.configuration.Gestures;
import dev.redraft.configuration.Revision;
import dev.redraft.configuration.Revision.State;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.platform.Actor;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.platform.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is in drafts, for their owners. An administrator may look too, which is recorded. Each public method
/// sees one state of the database.
@ApplicationScoped
public class Readings {
    private static final int MOST_LOOKED_AT = 500;

    private final OpenDrafts open;
    private final Views views;
    private final Entries entries;
    private final EntryPages pages;
    private final DraftEntries draftEntries;
    private final Gestures gestures;
    private final AuditLog audit;
    private final Snapshot snapshot;

    Readings(
            OpenDrafts open,
            Views views,
            Entries entries,
            EntryPages pages,
            DraftEntries draftEntries,
            Gestures gestures,
            AuditLog audit,
            Snapshot snapshot) {
        this.open = open;
        this.views = views;
        this.entries = entries;
        this.pages = pages;
        this.draftEntries = draftEntries;
        this.gestures = gestures;
        this.audit = audit;
        this.snapshot = snapshot;
    }

    /// Where a draft stands; not what is in it.
    @RetryOnConflict
    @Transactional
    public Draft draft(UUID id, Actor actor) {
        snapshot.begin();
        open.lookedAt(id, actor);
        return views.draft(id);
    }

    /// A page of drafts, newest first.
    ///
    /// @param owner null for everybody's, which is nobody's but the actor's unless the actor is an administrator
    @RetryOnConflict
    @Transactional
    public List<Draft> page(
            @Nullable String owner, @Nullable State state, @Nullable UUID after, int limit, Actor actor) {
        if (actor.isAdministrator()) {
            return views.page(owner, state, after, limit);
        }
        return owner == null || owner.equals(actor.name()) ? views.page(actor.name(), state, after, limit) : List.of();
    }

    /// The whole content as the draft has it, and the stamp it has then.
    public record Content(JsonObject whole, long stamp) {}

    @RetryOnConflict
    @Transactional
    public Content content(UUID id, Actor actor) {
        var draft = seen(id, actor);
        return new Content(entries.touchAll(draft).document().toObject(), draft.stamp());
    }

    /// A page of entries as the draft has them.
    @RetryOnConflict
    @Transactional
    public List<EntryPages.Line> entries(UUID id, EntryPages.Search search, Actor actor) {
        var draft = seen(id, actor);
        return pages.page(draft.configuration(), draft.baseVersion(), id, search);
    }

    /// A page of a draft as its editor shows it.
    ///
    /// @param proposal what it would make live, as far as that is held to its schema at once
    public record Sheet(Draft draft, List<DraftEntries.Line> lines, Proposal proposal) {}

    @RetryOnConflict
    @Transactional
    public Sheet sheet(UUID id, DraftEntries.Search search, Actor actor) {
        var draft = seen(id, actor);
        var lines = draftEntries.page(draft.configuration(), draft.baseVersion(), id, search);
        return new Sheet(views.draft(id), lines, proposal(draft, lines));
    }

    /// Of a draft that changes much, what is on the page is looked at, and not all of it again and again.
    private Proposal proposal(Revision draft, List<DraftEntries.Line> lines) {
        if (draft.changes() <= MOST_LOOKED_AT) {
            return proposal(draft);
        }
        var changes = lines.stream()
                .filter(DraftEntries.Line::isOwn)
                .map(line -> new EntryChange(line.key(), line.before(), line.after()))
                .toList();
        return new Proposal(candidate(draft, changes), draft.stamp(), draft.entries(), false);
    }

    /// Which of these keys the draft has.
    @RetryOnConflict
    @Transactional
    public Set<String> present(UUID id, Collection<String> keys, Actor actor) {
        snapshot.begin();
        var draft = open.lookedAt(id, actor);
        return draftEntries.present(draft.configuration(), draft.baseVersion(), id, keys);
    }

    /// The keys of the entries that the newest applied or the oldest undone gesture is about.
    @RetryOnConflict
    @Transactional
    public List<String> touched(UUID id, Gesture.State state, int limit, Actor actor) {
        snapshot.begin();
        return gestures.keys(open.lookedAt(id, actor).id(), state, limit);
    }

    /// Its gestures without their operations, newest first, and no more than the limit.
    @RetryOnConflict
    @Transactional
    public List<Gestures.Step> steps(UUID id, int limit, Actor actor) {
        return gestures.steps(seen(id, actor).id(), limit);
    }

    /// What it changes in its base.
    @RetryOnConflict
    @Transactional
    public List<EntryChange> changes(UUID id, Actor actor) {
        return entries.changes(seen(id, actor).id());
    }

    /// What a draft would make live, as it was when it had this stamp.
    ///
    /// @param size how many entries that is
    /// @param isWhole whether all that it changes is in it
    public record Proposal(Candidate candidate, long stamp, int size, boolean isWhole) {}

    @RetryOnConflict
    @Transactional
    Proposal proposal(UUID id, Actor actor) {
        return proposal(seen(id, actor));
    }

    private Proposal proposal(Revision draft) {
        var changes = draft.schemaNumber() == 0 ? List.<EntryChange>of() : entries.changes(draft.id());
        return new Proposal(candidate(draft, changes), draft.stamp(), draft.entries(), true);
    }

    private static Candidate candidate(Revision draft, List<EntryChange> changes) {
        return new Candidate(draft.configuration(), draft.schemaNumber(), draft.baseVersion(), changes);
    }

    /// All its gestures, newest last.
    @RetryOnConflict
    @Transactional
    public List<Gesture> gestures(UUID id, Actor actor) {
        return gestures.all(seen(id, actor).id());
    }

    private Revision seen(UUID id, Actor actor) {
        snapshot.begin();
        var draft = open.lookedAt(id, actor);
        if (!draft.owner().equals(actor.name())) {
            audit.record(
                    actor.name(),
                    "draft-looked-at",
                    draft.configuration(),
                    id,
                    views.name(draft).toString(),
                    Map.of("owner", draft.owner()));
        }
        return draft;
    }
}
