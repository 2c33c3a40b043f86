package dev.redraft.history;

import dev.redraft.configuration.Name;
import dev.redraft.configuration.VersionNumber;
import dev.redraft.history.Versions.Version;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import dev.redraft.web.Listing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// The versions of a configuration by HTTP, newest first.
@Path("/api/configurations/{application}/{environment}/versions")
@RolesAllowed(Role.VIEWERS)
@Produces(MediaType.APPLICATION_JSON)
class VersionsApi {
    private final Versions versions;

    VersionsApi(Versions versions) {
        this.versions = versions;
    }

    @GET
    public Listing<Version> list(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var most = Listing.limit(limit);
        var name = new Name(application, environment);
        var below = after == null ? Integer.MAX_VALUE : VersionNumber.read(after, "after");
        var page = versions.page(name, below, most + 1);
        if (page.isEmpty() && after == null) {
            throw missing("There is no configuration " + name + ".");
        }
        return Listing.of(page, most, version -> Integer.toString(version.number()));
    }

    @GET
    @Path("{number}")
    public Version show(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @PathParam("number") String number) {
        var name = new Name(application, environment);
        return versions.numbered(name, VersionNumber.read(number, "number"))
                .orElseThrow(() -> missing("There is no version " + number + " of a configuration " + name + "."));
    }

    private static Refusal missing(String sentence) {
        return new Refusal(404, "not-found", sentence);
    }
}
