package dev.redraft.configuration;

import dev.redraft.access.Actors;
import dev.redraft.configuration.Configurations.Description;
import dev.redraft.platform.Role;
import dev.redraft.platform.Texts;
import dev.redraft.web.EntityTag;
import dev.redraft.web.Listing;
import dev.redraft.web.Preconditions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Configurations by HTTP: what there is, and what it is called.
@Path("/api/configurations")
@Produces(MediaType.APPLICATION_JSON)
class ConfigurationApi {
    private final Configurations configurations;
    private final Actors actors;

    ConfigurationApi(Configurations configurations, Actors actors) {
        this.configurations = configurations;
        this.actors = actors;
    }

    /// A configuration in a list.
    record Item(
            String application,
            String environment,
            String title,
            int version,
            int entries,
            Instant updatedAt,
            String updatedBy,
            @Nullable UUID myDraft) {
        static Item of(Overview overview) {
            return new Item(
                    overview.name().application(),
                    overview.name().environment(),
                    overview.title(),
                    overview.version(),
                    overview.entries(),
                    overview.updatedAt(),
                    overview.updatedBy(),
                    overview.myDraftId());
        }
    }

    /// A configuration by itself. It says nothing of drafts, so that it is the same for everybody.
    record Shown(
            String application,
            String environment,
            String title,
            String description,
            boolean archived,
            int version,
            int entries,
            Instant updatedAt,
            String updatedBy) {
        static Shown of(Overview overview) {
            return new Shown(
                    overview.name().application(),
                    overview.name().environment(),
                    overview.title(),
                    overview.description(),
                    overview.archived(),
                    overview.version(),
                    overview.entries(),
                    overview.updatedAt(),
                    overview.updatedBy());
        }
    }

    @GET
    @RolesAllowed(Role.VIEWERS)
    public Listing<Item> list(
            @QueryParam("archived") @DefaultValue("false") boolean archived,
            @QueryParam("after") @DefaultValue("/") String after,
            @QueryParam("limit") @Nullable String limit) {
        var most = Listing.limit(limit);
        var page = configurations.page(actors.current(), archived, Name.parse(after), most + 1);
        return Listing.of(
                page.stream().map(Item::of).toList(), most, item -> item.application + "/" + item.environment);
    }

    @GET
    @Path("{application}/{environment}")
    @RolesAllowed(Role.VIEWERS)
    public Response show(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @Context HttpHeaders headers) {
        var overview = configurations.named(new Name(application, environment), actors.current());
        var tag = Tags.of(overview);
        return Preconditions.of(headers).unlessKnown(tag, () -> answer(Response.ok(), overview, tag));
    }

    @PUT
    @Path("{application}/{environment}")
    @RolesAllowed(Role.EDITORS)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response obtain(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @Nullable Description form,
            @Context HttpHeaders headers,
            @Context UriInfo address) {
        var asked = checked(form);
        var obtained = configurations.obtain(
                new Name(application, environment),
                Optional.ofNullable(asked.title()).orElse(""),
                Optional.ofNullable(asked.description()).orElse(""),
                Preconditions.of(headers),
                actors.current());
        var overview = obtained.configuration();
        var answer = obtained.isNew() ? Response.created(address.getAbsolutePath()) : Response.ok();
        return answer(answer, overview, Tags.of(overview));
    }

    @PATCH
    @Path("{application}/{environment}")
    @RolesAllowed(Role.EDITORS)
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response describe(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @Nullable Description form,
            @Context HttpHeaders headers) {
        return described(new Name(application, environment), checked(form), headers);
    }

    @DELETE
    @Path("{application}/{environment}")
    @RolesAllowed(Role.EDITORS)
    public Response archive(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @Context HttpHeaders headers) {
        return described(new Name(application, environment), new Description(null, null, true), headers);
    }

    private Response described(Name name, Description change, HttpHeaders headers) {
        var overview = configurations.describe(name, change, Preconditions.of(headers), actors.current());
        return answer(Response.ok(), overview, Tags.of(overview));
    }

    private static Description checked(@Nullable Description form) {
        if (form == null) {
            return new Description(null, null, null);
        }
        Texts.check("title", form.title(), 200);
        Texts.check("description", form.description(), 10_000);
        return form;
    }

    private static Response answer(Response.ResponseBuilder answer, Overview overview, EntityTag tag) {
        return answer.entity(Shown.of(overview))
                .header(HttpHeaders.ETAG, tag.toString())
                .build();
    }
}
