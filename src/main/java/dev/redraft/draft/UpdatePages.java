package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.document.Limits;
import dev.redraft.operation.Conflict;
import dev.redraft.operation.Resolution;
import dev.redraft.platform.Role;
import dev.redraft.web.Complaint;
import dev.redraft.web.LocalPath;
import dev.redraft.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/// The update of a draft to what is live: what merges by itself, and a choice for each conflict.
@Path("/drafts/{id}/update")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.TEXT_HTML)
public class UpdatePages {
    private final Readings readings;
    private final Rebases rebases;
    private final Limits limits;
    private final Actors actors;

    UpdatePages(Readings readings, Rebases rebases, Limits limits, Actors actors) {
        this.readings = readings;
        this.rebases = rebases;
        this.limits = limits;
        this.actors = actors;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance update(UpdateSheet sheet);
    }

    @GET
    public Response show(@PathParam("id") String id, @RestQuery @DefaultValue("1") int page) {
        return page(200, DraftsApi.id(id), UpdateForm.at(page), "");
    }

    private Response page(int status, UUID id, UpdateForm form, String complaint) {
        var actor = actors.current();
        var draft = readings.draft(id, actor);
        if (draft.endedAt() != null || draft.version() != null || draft.base() == draft.current()) {
            return Page.goTo(LocalPath.of(Sheet.address(draft))).build();
        }
        var sheet = UpdateSheet.of(draft, rebases.prospect(id, actor), form, complaint);
        return Page.of(status, Templates.update(sheet)).build();
    }

    /// Updates the draft as was decided, all or nothing; or shows other conflicts, or what choosing one side
    /// would be.
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response update(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        var draft = DraftsApi.id(id);
        var form = UpdateForm.of(fields, limits);
        if (form.isLook()) {
            return page(200, draft, form, "");
        }
        return form.isWrong()
                ? page(422, draft, form, "A value cannot be read, so nothing was changed.")
                : updated(draft, form);
    }

    private Response updated(UUID draft, UpdateForm form) {
        try {
            var outcome = rebases.rebaseOnto(
                    form.live(), draft, decided(draft, form), Tags.at(form.stamp()), actors.current());
            return switch (outcome) {
                case Rebases.Outcome.Conflicts _ ->
                    page(409, draft, form, "Nothing was changed yet: decide each of these first.");
                case Rebases.Outcome.Done _, Rebases.Outcome.Previewed _ ->
                    Page.goTo(LocalPath.of("/drafts/" + draft + "?said=updated"))
                            .build();
            };
        } catch (RuntimeException thrown) {
            var complaint = Complaint.of(thrown);
            return page(complaint.status(), draft, form, said(complaint));
        }
    }

    /// What other pages decided counts where it still is about the same.
    private Resolution.Decided decided(UUID draft, UpdateForm form) {
        var conflicts = form.carried().isEmpty()
                ? List.<Conflict>of()
                : rebases.prospect(draft, actors.current()).conflicts().stream()
                        .map(Rebases.Signed::conflict)
                        .toList();
        return form.decided(conflicts, limits);
    }

    private static String said(Complaint complaint) {
        return complaint.status() == 412 || complaint.slug().equals("not-applicable")
                ? "The draft was changed in another window, so nothing was changed here. This is how it is now."
                : complaint.sentence();
    }
}
