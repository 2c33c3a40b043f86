package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.configuration.Name;
import dev.redraft.configuration.VersionNumber;
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
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/// Roll back to a version and undo of what one changed, by HTTP: each starts a draft, or is a step of one that
/// is there.
@Path("/api/configurations/{application}/{environment}/versions/{number}/{way:rollback|undo}")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.APPLICATION_JSON)
class WayBackApi {
    private final WaysBack waysBack;
    private final DraftSettings settings;
    private final Actors actors;

    WayBackApi(WaysBack waysBack, DraftSettings settings, Actors actors) {
        this.waysBack = waysBack;
        this.settings = settings;
        this.actors = actors;
    }

    /// Where to go the way.
    ///
    /// @param into the id of the draft that it becomes a step of; without one a draft is started
    record Order(@Nullable String into) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response go(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @PathParam("number") String number,
            @PathParam("way") String word,
            @Context HttpHeaders headers,
            @Context UriInfo address,
            @Nullable Order order) {
        var name = new Name(application, environment);
        var way = WayBack.of(word, VersionNumber.read(number, "number"));
        if (order == null || order.into() == null) {
            var draft = waysBack.begin(name, way, null, actors.current());
            var location = address.getBaseUriBuilder().path("api/drafts/{id}").build(draft.id());
            return answer(Response.created(location), draft);
        }
        var into = DraftsApi.id(order.into());
        return answer(Response.ok(), waysBack.into(into, name, way, Preconditions.of(headers), actors.current()));
    }

    private Response answer(Response.ResponseBuilder answer, Draft draft) {
        return answer.entity(DraftAnswer.of(draft, settings.kept()))
                .header(HttpHeaders.ETAG, Tags.of(draft).toString())
                .build();
    }
}
