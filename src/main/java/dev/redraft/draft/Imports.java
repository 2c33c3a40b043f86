package dev.redraft.draft;

import dev.redraft.configuration.Edit;
import dev.redraft.configuration.EntryChange;
import dev.redraft.document.Limits;
import dev.redraft.platform.Actor;
import dev.redraft.web.Preconditions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// What an import would make of a draft, before it is made.
@ApplicationScoped
public class Imports {
    private final Moments moments;
    private final Limits limits;

    Imports(Moments moments, Limits limits) {
        this.moments = moments;
        this.limits = limits;
    }

    /// What would change, beside the draft as it was when this looked.
    public record Rehearsal(Draft draft, List<EntryChange> changes) {}

    /// Makes the import on a working copy alone, outside of any transaction. The draft stays as it is.
    public Rehearsal rehearse(UUID id, Edit.Import edit, Actor actor) {
        var moment = moments.now(id, Preconditions.NONE, actor);
        var plan = ImportPlan.of(moment, edit, limits);
        return new Rehearsal(moment.draft(), plan.changes());
    }
}
