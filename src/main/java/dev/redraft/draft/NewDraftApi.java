package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.configuration.Name;
import dev.redraft.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/// How a draft is started by HTTP, or resumed.
@Path("/api/configurations/{application}/{environment}/drafts")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.APPLICATION_JSON)
class NewDraftApi {
    private final Drafts drafts;
    private final DraftSettings settings;
    private final Actors actors;

    NewDraftApi(Drafts drafts, DraftSettings settings, Actors actors) {
        this.drafts = drafts;
        this.settings = settings;
        this.actors = actors;
    }

    @POST
    public Response obtain(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @Context UriInfo address) {
        var obtained = drafts.obtain(new Name(application, environment), actors.current());
        var draft = obtained.draft();
        var location = address.getBaseUriBuilder().path("api/drafts/{id}").build(draft.id());
        return (obtained.isNew() ? Response.created(location) : Response.ok().location(location))
                .entity(DraftAnswer.of(draft, settings.kept()))
                .header(HttpHeaders.ETAG, Tags.of(draft).toString())
                .build();
    }
}
