package dev.redraft.history;

import dev.redraft.configuration.ChangedEntry;
import dev.redraft.configuration.Contents;
import dev.redraft.configuration.Contents.Which;
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

    /// So many entries at most are shown; the summary counts all.
    private static final int MOST = 500;

    private final Versions versions;
    private final Contents contents;
    private final Comparisons comparisons;
    private final Clock clock;

    HistoryPages(Versions versions, Contents contents, Comparisons comparisons, Clock clock) {
        this.versions = versions;
        this.contents = contents;
        this.comparisons = comparisons;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance history(Name name, List<Past> versions, @Nullable String next);

        static native TemplateInstance compare(Comparison comparison);
    }

    /// Two versions side by side.
    ///
    /// @param notShown how many entries that differ are left out
    public record Comparison(
            Name name,
            Contents.Version from,
            Contents.Version to,
            List<ChangedEntry> entries,
            String tally,
            int notShown) {
        public String title() {
            return "v%d and v%d of %s".formatted(from.number(), to.number(), name.title());
        }
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
        return Page.of(200, Templates.history(name, past, page.next())).build();
    }

    @GET
    @Path("compare")
    public Response compare(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to) {
        var name = new Name(application, environment);
        var one = contents.version(name, new Which.Numbered(VersionNumber.read(from, "from")));
        var other = contents.version(name, new Which.Numbered(VersionNumber.read(to, "to")));
        var changes = comparisons.between(one.configuration(), one.number(), other.number());
        var shown = changes.stream().limit(MOST).map(ChangedEntry::of).toList();
        var tally = ChangedEntry.tally(changes);
        var comparison = new Comparison(name, one, other, shown, tally, changes.size() - shown.size());
        return Page.of(200, Templates.compare(comparison)).build();
    }
}
