package dev.redraft.history;

import dev.redraft.configuration.ChangedEntry;
import dev.redraft.configuration.Contents;
import dev.redraft.configuration.Contents.Which;
import dev.redraft.configuration.Name;
import dev.redraft.configuration.VersionNumber;
import dev.redraft.history.Versions.Step;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
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

/// One version: who made it when and why, what it changed, and by which steps.
@Path("/configurations/{application}/{environment}/versions/{number}")
@RolesAllowed(Role.VIEWERS)
@Produces(MediaType.TEXT_HTML)
public class VersionPages {
    /// So many entries and steps at most are shown; the summary counts all.
    private static final int MOST = 500;

    private final Versions versions;
    private final Contents contents;
    private final Comparisons comparisons;
    private final Clock clock;

    VersionPages(Versions versions, Contents contents, Comparisons comparisons, Clock clock) {
        this.versions = versions;
        this.contents = contents;
        this.comparisons = comparisons;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance version(Sheet sheet);
    }

    /// A version as its page shows it.
    ///
    /// @param live the number of the live one
    /// @param notShown how many entries that it changed are left out
    public record Sheet(
            Name name, Past past, int live, List<ChangedEntry> entries, String tally, int notShown, List<Step> steps) {
        public String title() {
            return "v" + past.version().number() + " of " + name.title();
        }

        public int number() {
            return past.version().number();
        }
    }

    @GET
    public Response show(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @PathParam("number") String text) {
        var name = new Name(application, environment);
        var number = VersionNumber.read(text, "number");
        var live = contents.version(name, new Which.Live());
        var version = versions.numbered(name, number)
                .orElseThrow(() ->
                        new Refusal(404, "not-found", "The configuration " + name + " has no version " + number + "."));
        var changes = comparisons.between(live.configuration(), Math.max(0, number - 1), number);
        var shown = changes.stream().limit(MOST).map(ChangedEntry::of).toList();
        var sheet = new Sheet(
                name,
                Past.of(version, clock.instant()),
                live.number(),
                shown,
                ChangedEntry.tally(changes),
                changes.size() - shown.size(),
                versions.steps(live.configuration(), number, MOST));
        return Page.of(200, Templates.version(sheet)).build();
    }
}
