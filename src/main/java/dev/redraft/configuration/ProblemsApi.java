package dev.redraft.configuration;

import dev.redraft.access.Actors;
import dev.redraft.background.JobAnswer;
import dev.redraft.background.Workers;
import dev.redraft.configuration.Contents.Which;
import dev.redraft.platform.Role;
import dev.redraft.web.Prefer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// What of the live content does not pass the schema, by HTTP.
@Path("/api/configurations/{application}/{environment}/problems")
@RolesAllowed(Role.VIEWERS)
@Produces(MediaType.APPLICATION_JSON)
class ProblemsApi {
    private final Contents contents;
    private final Schemas schemas;
    private final Validation validation;
    private final LiveJobs liveJobs;
    private final Workers workers;
    private final Actors actors;

    ProblemsApi(
            Contents contents,
            Schemas schemas,
            Validation validation,
            LiveJobs liveJobs,
            Workers workers,
            Actors actors) {
        this.contents = contents;
        this.schemas = schemas;
        this.validation = validation;
        this.liveJobs = liveJobs;
        this.workers = workers;
        this.actors = actors;
    }

    @GET
    public Response problems(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @Context HttpHeaders headers) {
        var name = new Name(application, environment);
        var live = contents.version(name, new Which.Live());
        if (Prefer.isAsync(headers)) {
            var job = liveJobs.validate(live.configuration(), live.number(), actors.current());
            workers.take(job);
            return JobAnswer.accepted(job);
        }
        var number = schemas.current(name).number();
        return Response.ok(ProblemList.of(validation.problems(live.configuration(), live.number(), number)))
                .build();
    }
}
