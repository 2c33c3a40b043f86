package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.background.Job;
import dev.redraft.background.Workers;
import dev.redraft.configuration.ChangedEntry;
import dev.redraft.configuration.ContentForm;
import dev.redraft.configuration.Edit;
import dev.redraft.configuration.Rendering;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import dev.redraft.web.Complaint;
import dev.redraft.web.LocalPath;
import dev.redraft.web.Page;
import dev.redraft.web.Preconditions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// A file comes into a draft: first it is shown what that would change, then it is done, as one step.
@Path("/drafts/{id}/import")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.TEXT_HTML)
public class ImportPages {
    private final Readings readings;
    private final Imports imports;
    private final ImportJobs jobs;
    private final Workers workers;
    private final Edits edits;
    private final ContentForm content;
    private final Actors actors;

    ImportPages(
            Readings readings,
            Imports imports,
            ImportJobs jobs,
            Workers workers,
            Edits edits,
            ContentForm content,
            Actors actors) {
        this.readings = readings;
        this.imports = imports;
        this.jobs = jobs;
        this.workers = workers;
        this.edits = edits;
        this.content = content;
        this.actors = actors;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance choose(Draft draft, String way, String complaint);

        static native TemplateInstance rehearsal(
                Draft draft, Document document, List<ChangedEntry> entries, String tally, int notShown);
    }

    /// A document on its way into a draft.
    ///
    /// @param way replace, merge or add
    /// @param content its bytes in Base64
    /// @param notes sentences that say what of it is not kept
    public record Document(String name, String way, String content, List<String> notes) {
        byte[] bytes() {
            try {
                return Base64.getDecoder().decode(content);
            } catch (IllegalArgumentException malformed) {
                throw new Refusal(400, "malformed-form", "The form does not hold the file any more.");
            }
        }
    }

    @GET
    public Response choose(@PathParam("id") String id) {
        return chosen(200, DraftsApi.id(id), "replace", "");
    }

    private Response chosen(int status, UUID id, String way, String complaint) {
        var draft = readings.draft(id, actors.current());
        if (!draft.owner().equals(actors.current().name())) {
            throw OpenDrafts.notYours(draft.owner());
        }
        return Page.of(status, Templates.choose(draft, way, complaint)).build();
    }

    /// Shows what a file would change. Nothing is.
    @POST
    public Response rehearse(
            @PathParam("id") String id, @RestForm @Nullable FileUpload file, @RestForm @Nullable String way) {
        var draft = DraftsApi.id(id);
        try {
            var name = file == null ? "" : file.fileName();
            var bytes = file == null ? new byte[0] : Files.readAllBytes(file.uploadedFile());
            return rehearsed(draft, name, way == null ? "replace" : way, bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException("An uploaded file is gone", gone);
        } catch (RuntimeException thrown) {
            var complaint = Complaint.of(thrown);
            return chosen(complaint.status(), draft, way == null ? "replace" : way, complaint.sentence());
        }
    }

    private Response rehearsed(UUID id, String name, String way, byte[] bytes) {
        if (jobs.isLarge(id, bytes, actors.current())) {
            return later(id, name, way, bytes);
        }
        var incoming = content.file(name, bytes);
        if (jobs.isLarge(incoming.entries())) {
            return later(id, name, way, bytes);
        }
        var rehearsal = imports.rehearse(id, new Edit.Import(incoming.edit(), way(way)), actors.current());
        var changes = rehearsal.changes();
        var document = new Document(name, way, Base64.getEncoder().encodeToString(bytes), incoming.notes());
        var shown = changes.stream().limit(Rehearsed.MOST).map(ChangedEntry::of).toList();
        return Page.of(
                        200,
                        Templates.rehearsal(
                                rehearsal.draft(),
                                document,
                                shown,
                                ChangedEntry.tally(changes),
                                changes.size() - shown.size()))
                .build();
    }

    /// What takes long goes on behind a page of its own.
    private Response later(UUID id, String name, String way, byte[] bytes) {
        var upload = new ImportJobs.Upload(name, content.formatOf(name), way(way), Rendering.Keys.AS_THEY_ARE, bytes);
        var job = jobs.begin(id, Job.Kind.REHEARSAL, upload, Preconditions.NONE, actors.current());
        workers.take(job);
        return ImportJobPages.goTo(id, job);
    }

    /// Does what was shown, and nothing else: the draft has to be as it was then.
    @POST
    @Path("done")
    public Response make(
            @PathParam("id") String id,
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String way,
            @RestForm("content") @DefaultValue("") String text,
            @RestForm @Nullable String stamp) {
        var draft = DraftsApi.id(id);
        try {
            var incoming = content.file(name, new Document(name, way, text, List.of()).bytes());
            edits.make(draft, new Edit.Import(incoming.edit(), way(way)), Tags.at(stamp), actors.current());
        } catch (RuntimeException thrown) {
            var complaint = Complaint.of(thrown);
            var sentence = complaint.status() == 412
                    ? "The draft was changed since you looked. Nothing was imported: choose the file again."
                    : complaint.sentence();
            return chosen(complaint.status(), draft, way, sentence);
        }
        return Page.goTo(LocalPath.of("/drafts/" + draft + "?said=saved")).build();
    }

    private static Edit.Way way(String way) {
        return switch (way) {
            case "replace" -> Edit.Way.REPLACE;
            case "merge" -> Edit.Way.MERGE;
            case "add" -> Edit.Way.ADD;
            default -> throw new Refusal(400, "malformed-form", "The form does not say how to import.");
        };
    }
}
