package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.configuration.Name;
import dev.redraft.platform.Role;
import dev.redraft.web.Complaint;
import dev.redraft.web.Listing;
import dev.redraft.web.LocalPath;
import dev.redraft.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// My drafts: which there are, and how they come and go.
@Path("/drafts")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.TEXT_HTML)
public class DraftPages {
    private static final int LIMIT = 100;

    private final Drafts drafts;
    private final Readings readings;
    private final DraftSettings settings;
    private final Actors actors;

    DraftPages(Drafts drafts, Readings readings, DraftSettings settings, Actors actors) {
        this.drafts = drafts;
        this.readings = readings;
        this.settings = settings;
        this.actors = actors;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance drafts(
                List<DraftRow> drafts, @Nullable String next, @Nullable DraftRow cancelled, String complaint);
    }

    @GET
    public Response list(@RestQuery @Nullable String after, @RestQuery @Nullable String cancelled) {
        return page(200, after, cancelled, "");
    }

    private Response page(int status, @Nullable String after, @Nullable String cancelled, String complaint) {
        var actor = actors.current();
        var behind = after == null ? null : DraftsApi.id(after);
        var rows = readings.page(actor.name(), null, behind, LIMIT + 1, actor).stream()
                .map(draft -> DraftRow.of(draft, settings.kept()))
                .toList();
        var list = Listing.of(rows, LIMIT, row -> row.draft().id().toString());
        var gone = list.items().stream()
                .filter(row -> row.draft().id().toString().equals(cancelled) && row.canReopen())
                .findFirst()
                .orElse(null);
        return Page.of(status, Templates.drafts(list.items(), list.next(), gone, complaint))
                .build();
    }

    /// Starts a draft, or goes on with the one that is open.
    @POST
    public Response start(
            @RestForm @DefaultValue("") String application, @RestForm @DefaultValue("") String environment) {
        var obtained = drafts.obtain(new Name(application, environment), actors.current());
        return to(obtained.draft());
    }

    private static Response to(Draft draft) {
        return Page.goTo(LocalPath.of(Sheet.address(draft))).build();
    }

    @POST
    @Path("{id}/cancelled")
    public Response cancel(@PathParam("id") String id, @RestForm @Nullable String stamp) {
        try {
            drafts.cancel(DraftsApi.id(id), Tags.at(stamp), actors.current());
        } catch (RuntimeException thrown) {
            var complaint = Complaint.of(thrown);
            return page(complaint.status(), null, null, complaint.sentence());
        }
        return Page.goTo(LocalPath.of("/drafts?cancelled=" + id)).build();
    }

    /// Cancels a draft, and starts one on what is live now. The cancelled one can be reopened once that is gone.
    @POST
    @Path("{id}/replaced")
    public Response replace(@PathParam("id") String id, @RestForm @Nullable String stamp) {
        try {
            var cancelled = drafts.cancel(DraftsApi.id(id), Tags.at(stamp), actors.current());
            return to(drafts.obtain(cancelled.name(), actors.current()).draft());
        } catch (RuntimeException thrown) {
            var complaint = Complaint.of(thrown);
            return page(complaint.status(), null, null, complaint.sentence());
        }
    }

    @POST
    @Path("{id}/reopened")
    public Response reopen(@PathParam("id") String id, @RestForm @Nullable String stamp) {
        try {
            return to(drafts.reopen(DraftsApi.id(id), Tags.at(stamp), actors.current()));
        } catch (RuntimeException thrown) {
            var complaint = Complaint.of(thrown);
            return page(complaint.status(), null, null, complaint.sentence());
        }
    }
}
