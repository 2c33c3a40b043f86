package dev.redraft.history;

import dev.redraft.configuration.ChangedEntry;
import dev.redraft.configuration.Contents;
import dev.redraft.configuration.Contents.Which;
import dev.redraft.configuration.EntryChange;
import dev.redraft.configuration.Name;
import dev.redraft.configuration.VersionNumber;
import dev.redraft.platform.Role;
import dev.redraft.web.Listing;
import dev.redraft.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Two versions side by side, of one configuration or of two environments of an application.
@Path("/configurations/{application}/{environment}/history/compare")
@RolesAllowed(Role.VIEWERS)
@Produces(MediaType.TEXT_HTML)
public class ComparePages {
    /// So many entries at most are shown; between two versions the summary counts all.
    private static final int MOST = 500;

    private static final int LIMIT = 100;

    private final Contents contents;
    private final Comparisons comparisons;

    ComparePages(Contents contents, Comparisons comparisons) {
        this.contents = contents;
        this.comparisons = comparisons;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance compare(Comparison comparison);
    }

    /// What the address asks for; a version that is left empty is the live one.
    ///
    /// @param with another environment of the application; empty for the same
    /// @param shown environment and version that stood in the form: another environment has other versions
    /// @param after the key that the page follows
    record Asked(
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @DefaultValue("") String with,
            @RestQuery @DefaultValue("") String shown,
            @RestQuery @DefaultValue("") String after) {
        Which first() {
            return which(from, "from");
        }

        Which toOf(String environment) {
            var isLeftOver = shown.endsWith(" " + to) && !shown.equals(environment + " " + to);
            return isLeftOver ? new Which.Live() : which(to, "to");
        }

        private static Which which(@Nullable String number, String parameter) {
            return number == null || number.isBlank()
                    ? new Which.Live()
                    : new Which.Numbered(VersionNumber.read(number.strip(), parameter));
        }
    }

    @GET
    public Response compare(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @BeanParam Asked asked) {
        var name = new Name(application, environment);
        var other = asked.with().isBlank() ? name : new Name(application, asked.with());
        var from = contents.version(name, asked.first());
        var to = contents.version(other, asked.toOf(other.environment()));
        var environments = comparisons.environments(application);
        var page = name.equals(other) ? versions(from, to) : comparisons.across(from, to, asked.after(), LIMIT);
        var shown = page.items().stream().limit(MOST).map(ChangedEntry::of).toList();
        return Page.of(
                        200,
                        Templates.compare(new Comparison(
                                name,
                                other,
                                from,
                                to,
                                environments,
                                shown,
                                ChangedEntry.tally(page.items()),
                                page.items().size() - shown.size(),
                                page.next())))
                .build();
    }

    private Listing<EntryChange> versions(Contents.Version from, Contents.Version to) {
        return new Listing<>(comparisons.between(from.configuration(), from.number(), to.number()), null);
    }

    /// Two versions side by side.
    ///
    /// @param other what the second one is of; mostly the same
    /// @param environments of the application, to choose from
    /// @param notShown how many entries that differ are left out
    /// @param next the key behind which the next page begins; null on the last one
    public record Comparison(
            Name name,
            Name other,
            Contents.Version from,
            Contents.Version to,
            List<String> environments,
            List<ChangedEntry> entries,
            String tally,
            int notShown,
            @Nullable String next) {
        public boolean isAcross() {
            return !name.equals(other);
        }

        public String title() {
            return isAcross()
                    ? "%s v%d and %s v%d".formatted(name.title(), from.number(), other.title(), to.number())
                    : "v%d and v%d of %s".formatted(from.number(), to.number(), name.title());
        }

        /// The same from the other side.
        public String reverse() {
            return address(other, to, name, from);
        }

        /// The next page.
        public String more() {
            return address(name, from, other, to) + "&after=" + Page.encoded(next == null ? "" : next);
        }

        private static String address(Name one, Contents.Version from, Name other, Contents.Version to) {
            return "/configurations/" + one + "/history/compare?from=" + from.number() + "&to=" + to.number()
                    + (one.equals(other) ? "" : "&with=" + Page.encoded(other.environment()));
        }
    }
}
