package dev.redraft.history;

import dev.redraft.configuration.Name;
import dev.redraft.configuration.VersionNumber;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import dev.redraft.web.Listing;
import dev.redraft.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What a configuration was, version by version, and what made the difference.
@Path("/configurations/{application}/{environment}/history")
@RolesAllowed(Role.VIEWERS)
@Produces(MediaType.TEXT_HTML)
public class HistoryPages {
    private static final int LIMIT = 100;

    private final Versions versions;
    private final Clock clock;

    HistoryPages(Versions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance history(
                Name name, List<Past> versions, @Nullable String after, @Nullable String next);
    }

    @GET
    public Response list(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @RestQuery @Nullable String after) {
        var name = new Name(application, environment);
        var below = after == null ? Integer.MAX_VALUE : VersionNumber.read(after, "after");
        var found = versions.page(name, below, LIMIT + 1);
        if (found.isEmpty() && after == null) {
            throw new Refusal(404, "not-found", "There is no configuration " + name + ".");
        }
        var page = Listing.of(found, LIMIT, version -> Integer.toString(version.number()));
        var past = page.items().stream()
                .map(version -> Past.of(version, clock.instant()))
                .toList();
        return Page.of(200, Templates.history(name, past, after, page.next())).build();
    }
}
