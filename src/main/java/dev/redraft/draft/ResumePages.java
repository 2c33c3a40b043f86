package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.configuration.Name;
import dev.redraft.configuration.Overview.MyDraft;
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

/// Where somebody left off: what became of a draft while nobody looked at it.
@Path("/drafts/{id}/resume")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.TEXT_HTML)
public class ResumePages {
    private final Readings readings;
    private final Reviews reviews;
    private final Actors actors;

    ResumePages(Readings readings, Reviews reviews, Actors actors) {
        this.readings = readings;
        this.reviews = reviews;
        this.actors = actors;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance resume(Name name, MyDraft draft, int live, int overlaps);
    }

    @GET
    public Response show(@PathParam("id") String id) {
        var actor = actors.current();
        var draft = readings.draft(DraftsApi.id(id), actor);
        var review = reviews.look(draft.id(), actor);
        var mine = new MyDraft(draft.id(), draft.base(), draft.changes(), draft.stamp(), draft.startedAt());
        return Page.of(
                        200,
                        Templates.resume(
                                draft.name(),
                                mine,
                                draft.current(),
                                review.overlapping().size()))
                .build();
    }
}
