package dev.redraft.configuration;

import dev.redraft.access.Actors;
import dev.redraft.configuration.Boards.Shown;
import dev.redraft.platform.Role;
import dev.redraft.web.Listing;
import dev.redraft.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;

/// The start page: which configurations there are.
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ConfigurationPages {
    private static final int LIMIT = 500;

    private final Boards boards;
    private final Actors actors;

    ConfigurationPages(Boards boards, Actors actors) {
        this.boards = boards;
        this.actors = actors;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance board(Board board, boolean isEditor);
    }

    @GET
    @RolesAllowed(Role.VIEWERS)
    public Response show(
            @RestQuery @DefaultValue("") String query,
            @RestQuery @DefaultValue("") String show,
            @RestQuery @DefaultValue("/") String after) {
        var actor = actors.current();
        var shown = Shown.of(show);
        var found = boards.page(actor, shown, query.strip(), Name.parse(after), LIMIT + 1);
        var page =
                Listing.of(found, LIMIT, configuration -> configuration.name().toString());
        var board = Board.of(page.items()).filtered(query.strip(), shown.word(), page.next());
        return Page.of(200, Templates.board(board, actor.isEditor())).build();
    }
}
