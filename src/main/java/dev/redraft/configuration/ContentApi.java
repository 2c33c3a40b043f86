package dev.redraft.configuration;

import dev.redraft.access.Actors;
import dev.redraft.background.Job;
import dev.redraft.background.JobAnswer;
import dev.redraft.background.Workers;
import dev.redraft.platform.Role;
import dev.redraft.platform.Texts;
import dev.redraft.web.Preconditions;
import dev.redraft.web.Prefer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Committed content by HTTP: read in three formats, and written without a draft.
@Path("/api/configurations/{application}/{environment}/content")
class ContentApi {
    private final Contents contents;
    private final Writes writes;
    private final LiveJobs liveJobs;
    private final Workers workers;
    private final ContentForm form;
    private final Actors actors;

    ContentApi(Contents contents, Writes writes, LiveJobs liveJobs, Workers workers, ContentForm form, Actors actors) {
        this.contents = contents;
        this.writes = writes;
        this.liveJobs = liveJobs;
        this.workers = workers;
        this.form = form;
        this.actors = actors;
    }

    @GET
    @RolesAllowed(Role.VIEWERS)
    @Produces(MediaType.WILDCARD)
    public Response read(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @QueryParam("format") @Nullable String format,
            @QueryParam("version") @Nullable String version,
            @QueryParam("at") @Nullable String at,
            @QueryParam("nest") @DefaultValue("false") boolean nest,
            @QueryParam("flatten") @DefaultValue("false") boolean flatten,
            @Context HttpHeaders headers) {
        var rendering = new Rendering(form.wanted(format, headers), Rendering.Keys.of(nest, flatten));
        var found = contents.version(new Name(application, environment), AsOf.which(version, at));
        if (Prefer.isAsync(headers)) {
            return accepted(liveJobs.export(found.configuration(), found.number(), rendering, actors.current()));
        }
        var tag = Tags.ofContent(found.number(), rendering.tag());
        return Preconditions.of(headers).unlessKnown(tag, () -> rendering.answer(contents.at(found), tag));
    }

    private Response accepted(Job job) {
        workers.take(job);
        return JobAnswer.accepted(job);
    }

    @PATCH
    @RolesAllowed(Role.EDITORS)
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response patch(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @QueryParam("message") @DefaultValue("") String message,
            @Context HttpHeaders headers,
            byte @Nullable [] body) {
        var edit = form.patch(headers, body);
        return written(new Name(application, environment), edit, message, headers, List.of());
    }

    @PUT
    @RolesAllowed(Role.EDITORS)
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response replace(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @QueryParam("message") @DefaultValue("") String message,
            @QueryParam("flatten") @DefaultValue("false") boolean flatten,
            @Context HttpHeaders headers,
            byte @Nullable [] body) {
        var incoming = form.document(headers, body, flatten);
        return written(new Name(application, environment), incoming.edit(), message, headers, incoming.notes());
    }

    private Response written(Name name, Edit edit, String message, HttpHeaders headers, List<String> notes) {
        Texts.check("message", message, 10_000);
        var version = writes.write(name, edit, message, Guard.ofContent(Preconditions.of(headers)), actors.current());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", version);
        if (!notes.isEmpty()) {
            answer.put("notes", notes);
        }
        return Response.ok(answer)
                .header(HttpHeaders.ETAG, Tags.ofContent(version).toString())
                .build();
    }
}
