package dev.redraft.history;

import dev.redraft.configuration.ChangedEntry;
import dev.redraft.configuration.Name;
import dev.redraft.configuration.VersionNumber;
import dev.redraft.platform.Role;
import dev.redraft.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
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

/// What became of one entry, version by version.
@Path("/configurations/{application}/{environment}/history/entry")
@RolesAllowed(Role.VIEWERS)
@Produces(MediaType.TEXT_HTML)
public class EntryHistoryPages {
    private static final int LIMIT = 50;

    private final EntryVersions versions;

    EntryHistoryPages(EntryVersions versions) {
        this.versions = versions;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance entry(Sheet sheet);
    }

    /// The history of an entry.
    ///
    /// @param path the pointer of a value within it; empty for all of it
    /// @param next where it goes on; null on the last page
    public record Sheet(
            Name name,
            String key,
            String path,
            List<Item> items,
            @Nullable String next) {
        public String title() {
            return "History of " + key;
        }
    }

    /// A version of it.
    public record Item(EntryVersion version, ChangedEntry entry) {
        static Item of(EntryVersion version) {
            return new Item(version, ChangedEntry.of(version.change()));
        }
    }

    @GET
    public Response show(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @RestQuery @Nullable String key,
            @RestQuery @DefaultValue("") String path,
            @RestQuery @Nullable String after) {
        var name = new Name(application, environment);
        var below = after == null ? Integer.MAX_VALUE : VersionNumber.read(after, "after");
        var page = versions.page(name, Parameters.key(key), Parameters.pointer(path), below, LIMIT);
        var items = page.items().stream().map(Item::of).toList();
        var sheet = new Sheet(name, Parameters.key(key), path, items, page.next());
        return Page.of(200, Templates.entry(sheet)).build();
    }
}
