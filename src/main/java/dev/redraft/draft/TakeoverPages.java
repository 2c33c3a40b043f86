package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.platform.Role;
import dev.redraft.web.Complaint;
import dev.redraft.web.LocalPath;
import dev.redraft.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// An administrator takes over somebody's draft.
@Path("/drafts/{id}/taken-over")
@RolesAllowed(Role.ADMINISTRATORS)
@Produces(MediaType.TEXT_HTML)
public class TakeoverPages {
    private final Takeovers takeovers;
    private final EditorPages editor;
    private final Actors actors;

    TakeoverPages(Takeovers takeovers, EditorPages editor, Actors actors) {
        this.takeovers = takeovers;
        this.editor = editor;
        this.actors = actors;
    }

    @POST
    public Response takeOver(
            @PathParam("id") String id, @RestForm @Nullable String stamp, @Context HttpHeaders headers) {
        var draft = DraftsApi.id(id);
        try {
            takeovers.takeOver(draft, Tags.at(stamp), actors.current());
        } catch (RuntimeException thrown) {
            return editor.declined(draft, EditorQuery.of(headers), null, Complaint.of(thrown));
        }
        return Page.goTo(LocalPath.of("/drafts/" + draft + "?said=taken-over")).build();
    }
}
