package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.background.Job;
import dev.redraft.background.Jobs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The long imports of whoever looks at a page, for templates: `{inject:pendingImports.of(draft)}`. It is one
/// statement, and only where a page asks.
@Named("pendingImports")
@RequestScoped
public class PendingImports {
    private final ImportSheets sheets;
    private final Jobs jobs;
    private final Actors actors;
    private @Nullable List<Job> unfinished;

    PendingImports(ImportSheets sheets, Jobs jobs, Actors actors) {
        this.sheets = sheets;
        this.jobs = jobs;
        this.actors = actors;
    }

    /// The one into this draft that its owner has to know of.
    public @Nullable ImportSheet of(Draft draft) {
        return sheets.pending(draft, actors.current()).orElse(null);
    }

    /// The one into this draft that is not finished; all of them are read at once.
    public @Nullable ImportSheet unfinished(Draft draft) {
        return all().stream()
                .filter(job -> draft.id().equals(job.order().draft()))
                .map(job -> new ImportSheet(draft, job, null, List.of(), ""))
                .findFirst()
                .orElse(null);
    }

    private List<Job> all() {
        if (unfinished == null) {
            unfinished = jobs.unfinishedImports(actors.current());
        }
        return unfinished;
    }
}
