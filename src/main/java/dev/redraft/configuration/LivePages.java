package dev.redraft.configuration;

import dev.redraft.access.Actors;
import dev.redraft.configuration.Contents.Which;
import dev.redraft.configuration.EntryPages.Line;
import dev.redraft.configuration.EntryPages.Position;
import dev.redraft.configuration.EntryPages.Search;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What is live of a configuration, or was.
@Path("/configurations/{application}/{environment}")
@RolesAllowed(Role.VIEWERS)
@Produces(MediaType.TEXT_HTML)
public class LivePages {
    private static final int LIMIT = 100;

    private final Configurations configurations;
    private final Contents contents;
    private final Prefixes prefixes;
    private final Actors actors;

    LivePages(Configurations configurations, Contents contents, Prefixes prefixes, Actors actors) {
        this.configurations = configurations;
        this.contents = contents;
        this.prefixes = prefixes;
        this.actors = actors;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance live(LiveSheet sheet);
    }

    /// What the address asks for.
    ///
    /// @param prefix what keys begin with
    /// @param key the one entry to show
    /// @param open the pointer of a value to show open
    /// @param after where the page goes on, which says of which version, too
    /// @param version a number; empty for what is live
    /// @param at a moment; empty for now
    /// @param committed the version that the reader just committed
    record Asked(
            @RestQuery @DefaultValue("") String query,
            @RestQuery @DefaultValue("") String prefix,
            @RestQuery @Nullable String key,
            @RestQuery @DefaultValue("") String open,
            @RestQuery @Nullable String after,
            @RestQuery @Nullable String version,
            @RestQuery @Nullable String at,
            @RestQuery @DefaultValue("") String committed) {
        @Nullable
        EntryCursor cursor() {
            return after == null ? null : EntryCursor.read(after);
        }

        Which which() {
            var cursor = cursor();
            return cursor == null ? AsOf.ofForm(version, at) : new Which.Numbered((int) cursor.version());
        }

        Search search() {
            var cursor = cursor();
            return new Search(query.strip(), prefix, cursor == null ? Position.START : cursor.position(), LIMIT + 1);
        }
    }

    @GET
    public Response show(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @BeanParam Asked asked,
            @Context UriInfo address) {
        var actor = actors.current();
        var name = new Name(application, environment);
        var version = contents.version(name, asked.which());
        var lines = Listing.of(lines(version, asked), LIMIT, line -> EntryCursor.behind(line, version.number()));
        var configuration = configurations.named(name, actor);
        var isLive = version.number() == configuration.version();
        var levels = isLive ? prefixes.below(version.configuration(), asked.prefix()) : List.<String>of();
        var sheet = LiveSheet.of(configuration, version, lines, levels, asked, actor.isEditor())
                .at(address.getBaseUri().toString());
        return Page.of(200, Templates.live(sheet)).build();
    }

    private List<Line> lines(Contents.Version version, Asked asked) {
        return asked.key() == null
                ? contents.page(version, asked.search())
                : contents.entry(version, asked.key()).stream().toList();
    }
}
