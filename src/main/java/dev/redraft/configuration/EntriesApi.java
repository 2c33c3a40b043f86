package dev.redraft.configuration;

import dev.redraft.configuration.Contents.Which;
import dev.redraft.configuration.EntryPages.Line;
import dev.redraft.configuration.EntryPages.Position;
import dev.redraft.configuration.EntryPages.Search;
import dev.redraft.document.Json;
import dev.redraft.platform.Role;
import dev.redraft.web.Listing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Committed entries by HTTP, a page at a time.
@Path("/api/configurations/{application}/{environment}/entries")
@Produces(MediaType.APPLICATION_JSON)
class EntriesApi {
    private final Contents contents;

    EntriesApi(Contents contents) {
        this.contents = contents;
    }

    /// An entry with the version and the author that last wrote it.
    record Item(
            String key,
            Json value,
            @Nullable Integer version,
            String author,
            @Nullable Instant at) {
        static Item of(Line line) {
            return new Item(line.key(), line.value(), line.version(), line.author(), line.at());
        }
    }

    @GET
    @RolesAllowed(Role.VIEWERS)
    public Listing<Item> list(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @QueryParam("query") @DefaultValue("") String query,
            @QueryParam("prefix") @DefaultValue("") String prefix,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var most = Listing.limit(limit);
        var name = new Name(application, environment);
        var cursor = after == null ? null : EntryCursor.read(after);
        var version =
                contents.version(name, cursor == null ? new Which.Live() : new Which.Numbered((int) cursor.version()));
        var search = new Search(query, prefix, cursor == null ? Position.START : cursor.position(), most + 1);
        var lines = contents.page(version, search);
        var page = Listing.of(lines, most, line -> EntryCursor.behind(line, version.number()));
        return new Listing<>(page.items().stream().map(Item::of).toList(), page.next());
    }
}
