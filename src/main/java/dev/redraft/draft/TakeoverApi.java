package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.platform.Role;
import dev.redraft.web.Preconditions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// How an administrator takes over a draft, by HTTP.
@Path("/api/drafts/{id}/takeover")
@RolesAllowed(Role.ADMINISTRATORS)
@Produces(MediaType.APPLICATION_JSON)
class TakeoverApi {
    private final Takeovers takeovers;
    private final DraftSettings settings;
    private final Actors actors;

    TakeoverApi(Takeovers takeovers, DraftSettings settings, Actors actors) {
        this.takeovers = takeovers;
        this.settings = settings;
        this.actors = actors;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response takeOver(@PathParam("id") String id, @Context HttpHeaders headers) {
        var draft = takeovers.takeOver(DraftsApi.id(id), Preconditions.of(headers), actors.current());
        return Response.ok(DraftAnswer.of(draft, settings.kept()))
                .header(HttpHeaders.ETAG, Tags.of(draft).toString())
                .build();
    }
}
