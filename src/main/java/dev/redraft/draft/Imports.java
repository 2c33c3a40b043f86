package dev.redraft.draft;

import dev.redraft.configuration.Edit;
import dev.redraft.configuration.Entries;
import dev.redraft.configuration.EntryChange;
import dev.redraft.configuration.WorkingCopy;
import dev.redraft.document.Json;
import dev.redraft.document.Limits;
import dev.redraft.operation.Document;
import dev.redraft.platform.Actor;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an edit would make of a draft, before it is made.
@ApplicationScoped
public class Imports {
    private final OpenDrafts open;
    private final Entries entries;
    private final Views views;
    private final Limits limits;

    Imports(OpenDrafts open, Entries entries, Views views, Limits limits) {
        this.open = open;
        this.entries = entries;
        this.views = views;
        this.limits = limits;
    }

    /// What would change, beside the draft as it is now.
    public record Rehearsal(Draft draft, List<EntryChange> changes) {}

    /// Makes the edit on a working copy alone. The draft stays as it is, but for the lock while this looks.
    @RetryOnConflict
    @Transactional
    public Rehearsal rehearse(UUID id, Edit edit, Actor actor) {
        var draft = open.locked(id, actor, Preconditions.NONE);
        var copy = entries.copyFor(draft, edit);
        var made = copy.make(edit, limits, draft.entries());
        var changes = WorkingCopy.touchedBy(made.operations()).stream()
                .map(key -> change(copy, key))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
        return new Rehearsal(views.draft(id), changes);
    }

    private static EntryChange change(WorkingCopy copy, String key) {
        return new EntryChange(
                key, value(copy.touched(key).current()), value(copy.document().entry(key)));
    }

    private static @Nullable Json value(Document.@Nullable Entry entry) {
        return entry == null ? null : entry.value();
    }
}
