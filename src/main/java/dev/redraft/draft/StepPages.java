package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.configuration.Gesture;
import dev.redraft.configuration.Gestures;
import dev.redraft.platform.Role;
import dev.redraft.web.Complaint;
import dev.redraft.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The steps of a draft, back and forth.
@Path("/drafts/{id}/steps")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.TEXT_HTML)
public class StepPages {
    private static final int MOST = 500;

    private final Edits edits;
    private final StepUndos stepUndos;
    private final Readings readings;
    private final EditorPages editor;
    private final Actors actors;

    StepPages(Edits edits, StepUndos stepUndos, Readings readings, EditorPages editor, Actors actors) {
        this.edits = edits;
        this.stepUndos = stepUndos;
        this.readings = readings;
        this.editor = editor;
        this.actors = actors;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance steps(Draft draft, boolean isMine, Steps steps, Refused refused);
    }

    /// The steps of a draft, newest first.
    ///
    /// @param newest the number of the newest one that is applied; 0 if none is
    /// @param standing those that undo and redo lead to
    /// @param discarded those that nothing leads to any more
    public record Steps(int newest, List<Gestures.Step> standing, List<Gestures.Step> discarded) {
        static Steps of(List<Gestures.Step> newestFirst) {
            var newest = newestFirst.stream()
                    .filter(step -> step.state() == Gesture.State.APPLIED)
                    .mapToInt(Gestures.Step::number)
                    .findFirst()
                    .orElse(0);
            var parts = newestFirst.stream()
                    .collect(Collectors.partitioningBy(step -> step.state() == Gesture.State.DISCARDED));
            return new Steps(newest, parts.getOrDefault(false, List.of()), parts.getOrDefault(true, List.of()));
        }
    }

    /// Why a step could not be taken back.
    ///
    /// @param number of the step; 0 if none was asked for
    public record Refused(int number, String sentence) {
        static final Refused NONE = new Refused(0, "");
    }

    @GET
    public Response show(@PathParam("id") String id) {
        return page(200, DraftsApi.id(id), Refused.NONE).build();
    }

    private Response.ResponseBuilder page(int status, UUID draft, Refused refused) {
        var actor = actors.current();
        var steps = Steps.of(readings.steps(draft, MOST, actor));
        var shown = readings.draft(draft, actor);
        var isMine = shown.owner().equals(actor.name());
        return Page.of(status, Templates.steps(shown, isMine, steps, refused));
    }

    /// Takes back one step in the middle, while the later ones stay. Where one of them builds on it, that is
    /// said at the step.
    @POST
    @Path("taken-back")
    public Response takeBack(
            @PathParam("id") String id,
            @RestForm int number,
            @RestForm @Nullable String stamp,
            @RestForm @Nullable String shown,
            @Context HttpHeaders headers) {
        var draft = DraftsApi.id(id);
        var page = EditorQuery.of(headers);
        try {
            stepUndos.takeBack(draft, number, Tags.at(stamp), actors.current());
        } catch (RuntimeException thrown) {
            var complaint = Complaint.of(thrown);
            return complaint.slug().equals("depends")
                    ? dependedOn(draft, new Refused(number, complaint.sentence()))
                    : editor.declined(draft, page, null, complaint);
        }
        return goOn(draft, page, "saved", shown);
    }

    private Response dependedOn(UUID draft, Refused refused) {
        return page(409, draft, refused)
                .header("HX-Retarget", "#steps-list")
                .header("HX-Reselect", "#steps-list")
                .build();
    }

    /// Takes back the last step, or all behind one.
    ///
    /// @param to the number of the step to become the last; absent for one step
    @POST
    @Path("undone")
    public Response undo(
            @PathParam("id") String id,
            @RestForm @Nullable Integer to,
            @RestForm @Nullable String stamp,
            @RestForm @Nullable String shown,
            @Context HttpHeaders headers) {
        var draft = DraftsApi.id(id);
        return went(draft, to, "undone", shown, headers, () -> edits.undo(draft, to, Tags.at(stamp), actors.current()));
    }

    /// Brings back the step that was undone last, or all up to one.
    @POST
    @Path("redone")
    public Response redo(
            @PathParam("id") String id,
            @RestForm @Nullable Integer to,
            @RestForm @Nullable String stamp,
            @RestForm @Nullable String shown,
            @Context HttpHeaders headers) {
        var draft = DraftsApi.id(id);
        return went(draft, to, "redone", shown, headers, () -> edits.redo(draft, to, Tags.at(stamp), actors.current()));
    }

    private Response went(
            UUID draft,
            @Nullable Integer to,
            String said,
            @Nullable String shown,
            HttpHeaders headers,
            Runnable going) {
        var page = EditorQuery.of(headers);
        try {
            going.run();
        } catch (RuntimeException thrown) {
            return editor.declined(draft, page, null, Complaint.of(thrown));
        }
        var isPart = to == null && page.isUnfiltered() && headers.getHeaderString("HX-Request") != null;
        return goOn(draft, page, isPart ? said + "&step=" + said : said, shown);
    }

    private static Response goOn(UUID draft, EditorQuery page, String said, @Nullable String shown) {
        return EditorPages.goOn(draft, page, "said=" + said + (shown == null ? "" : "&shown=" + Page.encoded(shown)));
    }
}
