package dev.redraft.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.redraft.access.Actors;
import dev.redraft.background.Job;
import dev.redraft.background.JobAnswer;
import dev.redraft.background.Workers;
import dev.redraft.configuration.ContentForm;
import dev.redraft.configuration.Edit;
import dev.redraft.configuration.Rendering;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import dev.redraft.web.Preconditions;
import dev.redraft.web.Prefer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One draft by HTTP: its life and what is edited in it.
@Path("/api/drafts/{id}")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.APPLICATION_JSON)
class DraftApi {
    private final Drafts drafts;
    private final Edits edits;
    private final JoinedEdits joinedEdits;
    private final StepUndos stepUndos;
    private final ImportJobs importJobs;
    private final Workers workers;
    private final Readings readings;
    private final ContentForm form;
    private final DraftSettings settings;
    private final Actors actors;

    DraftApi(
            Drafts drafts,
            Edits edits,
            JoinedEdits joinedEdits,
            StepUndos stepUndos,
            ImportJobs importJobs,
            Workers workers,
            Readings readings,
            ContentForm form,
            DraftSettings settings,
            Actors actors) {
        this.drafts = drafts;
        this.edits = edits;
        this.joinedEdits = joinedEdits;
        this.stepUndos = stepUndos;
        this.importJobs = importJobs;
        this.workers = workers;
        this.readings = readings;
        this.form = form;
        this.settings = settings;
        this.actors = actors;
    }

    @GET
    public Response show(@PathParam("id") String id, @Context HttpHeaders headers) {
        var draft = readings.draft(DraftsApi.id(id), actors.current());
        var tag = Tags.of(draft);
        return Preconditions.of(headers).unlessKnown(tag, () -> answer(draft));
    }

    @PATCH
    @Path("content")
    @Consumes(MediaType.WILDCARD)
    public Response patch(
            @PathParam("id") String id,
            @QueryParam("join") @DefaultValue("false") boolean join,
            @Context HttpHeaders headers,
            byte @Nullable [] body) {
        var edit = form.patch(headers, body);
        return join
                ? answer(joinedEdits.make(DraftsApi.id(id), edit, Preconditions.of(headers), actors.current()))
                : edited(id, edit, headers, List.of());
    }

    @PUT
    @Path("content")
    @Consumes(MediaType.WILDCARD)
    public Response replace(
            @PathParam("id") String id,
            @QueryParam("flatten") @DefaultValue("false") boolean flatten,
            @Context HttpHeaders headers,
            byte @Nullable [] body) {
        if (Prefer.isAsync(headers)) {
            return accepted(id, flatten, headers, body == null ? new byte[0] : body);
        }
        var incoming = form.document(headers, body, flatten);
        return edited(id, incoming.edit(), headers, incoming.notes());
    }

    private Response accepted(String id, boolean flatten, HttpHeaders headers, byte[] body) {
        var keys = Rendering.Keys.of(false, flatten);
        var upload = new ImportJobs.Upload("", form.formatOf(headers), Edit.Way.REPLACE, keys, body);
        var job = importJobs.begin(
                DraftsApi.id(id), Job.Kind.IMPORT, upload, Preconditions.of(headers), actors.current());
        workers.take(job);
        return JobAnswer.accepted(job);
    }

    /// The entries to bring back to what they are in the base.
    record Keys(@Nullable List<String> keys) {}

    @POST
    @Path("revert")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response revert(@PathParam("id") String id, @Context HttpHeaders headers, @Nullable Keys body) {
        if (body == null || body.keys() == null || body.keys().isEmpty()) {
            throw new Refusal(400, "malformed-body", "\"keys\" is a list of the keys to revert.");
        }
        return edited(id, new Edit.Revert(new LinkedHashSet<>(body.keys())), headers, List.of());
    }

    private Response edited(String id, Edit edit, HttpHeaders headers, List<String> notes) {
        var draft = edits.make(DraftsApi.id(id), edit, Preconditions.of(headers), actors.current());
        return answer(draft, notes);
    }

    /// The gesture that undo or redo leads to; without one it is the next.
    record Target(@Nullable Integer to) {
        static @Nullable Integer of(@Nullable Target body) {
            return body == null ? null : body.to();
        }
    }

    @POST
    @Path("undo")
    @Consumes(MediaType.WILDCARD)
    public Response undo(@PathParam("id") String id, @Context HttpHeaders headers, @Nullable Target body) {
        return answer(edits.undo(DraftsApi.id(id), Target.of(body), Preconditions.of(headers), actors.current()));
    }

    @POST
    @Path("redo")
    @Consumes(MediaType.WILDCARD)
    public Response redo(@PathParam("id") String id, @Context HttpHeaders headers, @Nullable Target body) {
        return answer(edits.redo(DraftsApi.id(id), Target.of(body), Preconditions.of(headers), actors.current()));
    }

    @POST
    @Path("operations/{gesture}/undo")
    @Consumes(MediaType.WILDCARD)
    public Response takeBack(
            @PathParam("id") String id, @PathParam("gesture") int gesture, @Context HttpHeaders headers) {
        return answer(stepUndos.takeBack(DraftsApi.id(id), gesture, Preconditions.of(headers), actors.current()));
    }

    @DELETE
    public Response cancel(@PathParam("id") String id, @Context HttpHeaders headers) {
        return answer(drafts.cancel(DraftsApi.id(id), Preconditions.of(headers), actors.current()));
    }

    @POST
    @Path("reopen")
    @Consumes(MediaType.WILDCARD)
    public Response reopen(@PathParam("id") String id, @Context HttpHeaders headers) {
        return answer(drafts.reopen(DraftsApi.id(id), Preconditions.of(headers), actors.current()));
    }

    private Response answer(Draft draft) {
        return answer(draft, List.of());
    }

    private Response answer(Draft draft, List<String> notes) {
        return Response.ok(new Noted(DraftAnswer.of(draft, settings.kept()), notes))
                .header(HttpHeaders.ETAG, Tags.of(draft).toString())
                .build();
    }

    /// A draft with what is to be said about a document that was imported into it.
    record Noted(
            @JsonUnwrapped DraftAnswer draft,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes) {}
}
