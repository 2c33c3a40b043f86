package dev.redraft.history;

import dev.redraft.configuration.ChangesAnswer;
import dev.redraft.configuration.Contents;
import dev.redraft.configuration.Contents.Which;
import dev.redraft.configuration.Name;
import dev.redraft.configuration.VersionNumber;
import dev.redraft.platform.Role;
import dev.redraft.web.EntityTag;
import dev.redraft.web.Listing;
import dev.redraft.web.Preconditions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// What differs between two versions, by HTTP: an array like that of a draft's changes. With another
/// environment of the application it is a list of the same, page by page, in the order of keys.
@Path("/api/configurations/{application}/{environment}/compare")
@RolesAllowed(Role.VIEWERS)
@Produces(MediaType.APPLICATION_JSON)
class CompareApi {
    private final Contents contents;
    private final Comparisons comparisons;

    CompareApi(Contents contents, Comparisons comparisons) {
        this.contents = contents;
        this.comparisons = comparisons;
    }

    @GET
    public Response compare(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("with") @Nullable String with,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @Nullable String limit,
            @Context HttpHeaders headers) {
        var name = new Name(application, environment);
        if (with != null) {
            return across(live(name, from, "from"), live(new Name(application, with), to, "to"), after, limit);
        }
        var one = contents.version(name, new Which.Numbered(VersionNumber.read(from, "from")));
        var other = contents.version(name, new Which.Numbered(VersionNumber.read(to, "to")));
        // Versions never change, and neither does what differs between them.
        var tag = EntityTag.strong("d" + one.number() + "-" + other.number());
        return Preconditions.of(headers)
                .unlessKnown(
                        tag,
                        () -> Response.ok(ChangesAnswer.of(
                                        comparisons.between(one.configuration(), one.number(), other.number())))
                                .header(HttpHeaders.ETAG, tag.toString())
                                .build());
    }

    private Contents.Version live(Name name, @Nullable String number, String parameter) {
        return contents.version(
                name, number == null ? new Which.Live() : new Which.Numbered(VersionNumber.read(number, parameter)));
    }

    private Response across(Contents.Version one, Contents.Version other, String after, @Nullable String limit) {
        var page = comparisons.across(one, other, after, Listing.limit(limit));
        return Response.ok(new Listing<>(ChangesAnswer.of(page.items()), page.next()))
                .build();
    }
}
