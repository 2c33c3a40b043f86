package dev.redraft.background;

import dev.redraft.access.Actors;
import dev.redraft.background.Job.State;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import dev.redraft.web.Listing;
import dev.redraft.web.Preconditions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Jobs by HTTP.
@Path("/api/jobs")
@RolesAllowed(Role.VIEWERS)
@Produces(MediaType.APPLICATION_JSON)
class JobsApi {
    private final Jobs jobs;
    private final Workers workers;
    private final Outputs outputs;
    private final Actors actors;

    JobsApi(Jobs jobs, Workers workers, Outputs outputs, Actors actors) {
        this.jobs = jobs;
        this.workers = workers;
        this.outputs = outputs;
        this.actors = actors;
    }

    @GET
    public Listing<JobAnswer> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var actor = actors.current();
        var most = Listing.limit(limit);
        var page = jobs.page(state(state), after == null ? null : id(after), most + 1, actor).stream()
                .map(job -> JobAnswer.of(job, actor))
                .toList();
        return Listing.of(page, most, answer -> answer.id().toString());
    }

    private static @Nullable State state(@Nullable String asked) {
        if (asked == null) {
            return null;
        }
        return Arrays.stream(State.values())
                .filter(known -> known.name().equals(asked.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                                400,
                                "malformed-parameter",
                                "state is one of QUEUED, RUNNING, DONE, STOPPED, FAILED and INTERRUPTED.")
                        .with("parameter", "state"));
    }

    @GET
    @Path("{id}")
    public Response show(@PathParam("id") String id, @Context HttpHeaders headers) {
        var job = jobs.seen(id(id), actors.current());
        return Preconditions.of(headers).unlessKnown(JobAnswer.tag(job), () -> answer(job));
    }

    @POST
    @Path("{id}/stop")
    @Consumes(MediaType.WILDCARD)
    public Response stop(@PathParam("id") String id) {
        return answer(jobs.stop(new JobId(id(id)), actors.current()));
    }

    @POST
    @Path("{id}/start")
    @Consumes(MediaType.WILDCARD)
    public Response start(@PathParam("id") String id) {
        var job = jobs.startAgain(new JobId(id(id)), actors.current());
        workers.take(job);
        return answer(job);
    }

    /// What came of it, as a file.
    @GET
    @Path("{id}/output")
    @Produces(MediaType.WILDCARD)
    public Response output(@PathParam("id") String id) {
        return outputs.answer(jobs.own(id(id), actors.current()));
    }

    private Response answer(Job job) {
        return Response.ok(JobAnswer.of(job, actors.current()))
                .header(HttpHeaders.ETAG, JobAnswer.tag(job).toString())
                .build();
    }

    /// A text that is none is the id of no job.
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw Jobs.unknown();
        }
    }
}
