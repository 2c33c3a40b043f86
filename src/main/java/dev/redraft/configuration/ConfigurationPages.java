package dev.redraft.configuration;

import dev.redraft.access.Actors;
import dev.redraft.platform.Role;
import dev.redraft.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// The start page: which configurations there are.
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ConfigurationPages {
    private static final Name FIRST = new Name("", "");
    private static final int MOST = 2_000;

    private final Configurations configurations;
    private final Actors actors;

    ConfigurationPages(Configurations configurations, Actors actors) {
        this.configurations = configurations;
        this.actors = actors;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance board(Board board, boolean isEditor);
    }

    @GET
    @RolesAllowed(Role.VIEWERS)
    public Response show() {
        var actor = actors.current();
        var board = Board.of(configurations.page(actor, false, FIRST, MOST));
        return Page.of(200, Templates.board(board, actor.isEditor())).build();
    }
}
