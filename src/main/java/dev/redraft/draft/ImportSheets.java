package dev.redraft.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.redraft.background.Job;
import dev.redraft.background.JobFiles;
import dev.redraft.background.Jobs;
import dev.redraft.configuration.ChangedEntry;
import dev.redraft.platform.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts together what the page of a long import shows.
@ApplicationScoped
class ImportSheets {
    private final Jobs jobs;
    private final JobFiles files;
    private final Readings readings;
    private final ObjectMapper json;

    ImportSheets(Jobs jobs, JobFiles files, Readings readings, ObjectMapper json) {
        this.jobs = jobs;
        this.files = files;
        this.readings = readings;
        this.json = json;
    }

    /// @throws dev.redraft.platform.Refusal 404 if it is no import of the actor's into this draft
    ImportSheet sheet(UUID draft, UUID id, String complaint, Actor actor) {
        var job = jobs.own(id, actor);
        if (!draft.equals(job.order().draft()) || !job.order().kind().isOfFile()) {
            throw OpenDrafts.unknown();
        }
        return new ImportSheet(readings.draft(draft, actor), job, facts(job), entries(job), complaint);
    }

    private List<ChangedEntry> entries(Job job) {
        return job.order().kind() == Job.Kind.REHEARSAL && job.state() == Job.State.DONE
                ? Rehearsed.read(files.output(job.id())).stream()
                        .map(ChangedEntry::of)
                        .toList()
                : List.of();
    }

    /// The newest import into a draft as far as its owner has to know of it elsewhere: it goes on, or waits for
    /// a word.
    Optional<ImportSheet> pending(Draft draft, Actor actor) {
        return jobs.newestImport(draft.id(), actor)
                .map(job -> new ImportSheet(draft, job, facts(job), List.of(), ""))
                .filter(ImportSheet::isPending);
    }

    private @Nullable ImportFacts facts(Job job) {
        if (job.result() == null) {
            return null;
        }
        try {
            return json.readValue(job.result(), ImportFacts.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("Facts of an import that cannot be read", unreadable);
        }
    }
}
