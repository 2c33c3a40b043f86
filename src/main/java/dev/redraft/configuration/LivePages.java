package dev.redraft.configuration;

import dev.redraft.access.Actors;
import dev.redraft.configuration.Contents.Which;
import dev.redraft.configuration.EntryPages.Line;
import dev.redraft.configuration.EntryPages.Position;
import dev.redraft.configuration.EntryPages.Search;
import dev.redraft.document.Format;
import dev.redraft.platform.Role;
import dev.redraft.web.EntryRow;
import dev.redraft.web.Listing;
import dev.redraft.web.Page;
import dev.redraft.web.ValueNode;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What is live of a configuration.
@Path("/configurations/{application}/{environment}")
@RolesAllowed(Role.VIEWERS)
@Produces(MediaType.TEXT_HTML)
public class LivePages {
    private static final int LIMIT = 100;

    private final Configurations configurations;
    private final Contents contents;
    private final Actors actors;

    LivePages(Configurations configurations, Contents contents, Actors actors) {
        this.configurations = configurations;
        this.contents = contents;
        this.actors = actors;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance live(Sheet sheet);
    }

    /// A page of live entries.
    ///
    /// @param next the address where they go on; null on the last page
    /// @param committed the version that the reader just committed; empty if none
    /// @param address of this server, for examples
    public record Sheet(
            Configurations.Overview configuration,
            List<EntryRow> rows,
            @Nullable String next,
            String query,
            String committed,
            String address,
            boolean isEditor) {
        public String path() {
            return "/configurations/" + configuration.name();
        }

        public Name name() {
            return configuration.name();
        }
    }

    /// What the address asks for.
    record Asked(
            @RestQuery @DefaultValue("") String query,
            @RestQuery @Nullable String key,
            @RestQuery @DefaultValue("") String open,
            @RestQuery @Nullable String after,
            @RestQuery @DefaultValue("") String committed) {}

    @GET
    public Response show(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @BeanParam Asked asked,
            @Context UriInfo address) {
        var actor = actors.current();
        var name = new Name(application, environment);
        var cursor = asked.after() == null ? null : EntryCursor.read(asked.after());
        var version =
                contents.version(name, cursor == null ? new Which.Live() : new Which.Numbered((int) cursor.version()));
        var page = Listing.of(lines(version, asked, cursor), LIMIT, line -> EntryCursor.behind(line, version.number()));
        var path = "/configurations/" + name;
        var filter = asked.query().isBlank() ? "?" : "?query=" + Page.encoded(asked.query()) + "&";
        var sheet = new Sheet(
                configurations.named(name, actor),
                page.items().stream().map(line -> row(line, path, asked.open())).toList(),
                page.next() == null ? null : path + filter + "after=" + page.next(),
                asked.query(),
                asked.committed(),
                address.getBaseUri().toString(),
                actor.isEditor());
        return Page.of(200, Templates.live(sheet)).build();
    }

    private List<Line> lines(Contents.Version version, Asked asked, @Nullable EntryCursor cursor) {
        if (asked.key() != null) {
            return contents.entry(version, asked.key()).stream().toList();
        }
        var from = cursor == null ? Position.START : cursor.position();
        return contents.page(version, new Search(asked.query().strip(), "", from, LIMIT + 1));
    }

    private static EntryRow row(Line line, String path, String open) {
        return new EntryRow(
                line.key(),
                ValueNode.of(line.key(), line.value()),
                "",
                path + "?",
                open,
                null,
                line.version(),
                line.author(),
                line.at());
    }

    /// The whole content as a file.
    @GET
    @Path("export")
    @Produces(MediaType.WILDCARD)
    public Response export(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @RestQuery @DefaultValue("json") String format) {
        var name = new Name(application, environment);
        var rendering = new Rendering(
                Format.ofExtension(format).orElseThrow(() -> Configurations.missing(name)), Rendering.Keys.AS_THEY_ARE);
        var version = contents.version(name, new Which.Live());
        var answer = rendering.answer(contents.at(version), Tags.ofContent(version.number(), rendering.tag()));
        var file = "%s-%s-v%d.%s".formatted(application, environment, version.number(), format);
        return Response.fromResponse(answer)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + '"')
                .build();
    }
}
