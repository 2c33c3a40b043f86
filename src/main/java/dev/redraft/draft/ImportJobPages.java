package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.background.Job;
import dev.redraft.background.Job.Kind;
import dev.redraft.background.JobId;
import dev.redraft.background.Jobs;
import dev.redraft.background.Workers;
import dev.redraft.platform.Role;
import dev.redraft.web.Complaint;
import dev.redraft.web.LocalPath;
import dev.redraft.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A long import on its page: how far it is, Stop, what it would change, and what came of it. The page may be
/// left and come back to.
@Path("/drafts/{id}/import/jobs/{job}")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.TEXT_HTML)
public class ImportJobPages {
    private final ImportSheets sheets;
    private final ImportJobs imports;
    private final Jobs jobs;
    private final Workers workers;
    private final Actors actors;

    ImportJobPages(ImportSheets sheets, ImportJobs imports, Jobs jobs, Workers workers, Actors actors) {
        this.sheets = sheets;
        this.imports = imports;
        this.jobs = jobs;
        this.workers = workers;
        this.actors = actors;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance job(ImportSheet sheet);
    }

    /// Where somebody sees how an import goes.
    static Response goTo(UUID draft, Job job) {
        return Page.goTo(LocalPath.of(address(draft, job))).build();
    }

    static String address(UUID draft, Job job) {
        return "/drafts/" + draft + "/import/jobs/" + job.id();
    }

    /// A script asks for how far it is, and gets all when there is no more to wait for.
    @GET
    public Response show(
            @PathParam("id") String id,
            @PathParam("job") String job,
            @HeaderParam("HX-Request") @Nullable String script) {
        var sheet = sheets.sheet(DraftsApi.id(id), DraftsApi.id(job), "", actors.current());
        var page = Page.of(200, Templates.job(sheet)).header(HttpHeaders.VARY, "HX-Request");
        if (script != null && !sheet.job().isUnfinished()) {
            page.header("HX-Retarget", "#job").header("HX-Reselect", "#job");
        }
        return page.build();
    }

    @POST
    @Path("stopped")
    public Response stop(@PathParam("id") String id, @PathParam("job") String job) {
        return done(id, job, () -> jobs.stop(new JobId(DraftsApi.id(job)), actors.current()));
    }

    @POST
    @Path("started")
    public Response start(@PathParam("id") String id, @PathParam("job") String job) {
        return done(id, job, () -> jobs.startAgain(new JobId(DraftsApi.id(job)), actors.current()));
    }

    /// Looks again at what the same file would change, now.
    @POST
    @Path("looked")
    public Response look(@PathParam("id") String id, @PathParam("job") String job) {
        var draft = DraftsApi.id(id);
        var actor = actors.current();
        return done(
                id,
                job,
                () -> imports.beginAgain(draft, jobs.own(DraftsApi.id(job), actor), Kind.REHEARSAL, null, actor));
    }

    /// Does what was shown, and nothing else: the draft has to be as it was then.
    @POST
    @Path("done")
    public Response make(@PathParam("id") String id, @PathParam("job") String job) {
        var actor = actors.current();
        var sheet = sheets.sheet(DraftsApi.id(id), DraftsApi.id(job), "", actor);
        return done(
                id,
                job,
                () -> imports.beginAgain(DraftsApi.id(id), sheet.job(), Kind.IMPORT, sheet.shownStamp(), actor));
    }

    private Response done(String id, String job, Supplier<Job> deed) {
        var draft = DraftsApi.id(id);
        try {
            var made = deed.get();
            workers.take(made);
            return goTo(draft, made);
        } catch (RuntimeException thrown) {
            var complaint = Complaint.of(thrown);
            var sentence = complaint.status() == 412
                    ? "The draft was changed since you looked. Nothing was imported: look again."
                    : complaint.sentence();
            var sheet = sheets.sheet(draft, DraftsApi.id(job), sentence, actors.current());
            return Page.of(complaint.status(), Templates.job(sheet)).build();
        }
    }
}
