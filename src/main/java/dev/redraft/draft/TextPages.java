package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.configuration.ContentForm;
import dev.redraft.configuration.ProblemList;
import dev.redraft.configuration.Rendering;
import dev.redraft.configuration.Revision.State;
import dev.redraft.document.BoundedText;
import dev.redraft.document.Format;
import dev.redraft.draft.TextSheet.Refused;
import dev.redraft.draft.TextSheet.Text;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Role;
import dev.redraft.web.LocalPath;
import dev.redraft.web.Modules;
import dev.redraft.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// A draft as one text, JSON or YAML. Saving it makes the least operations that lead there, as one gesture.
@Path("/drafts/{id}/text")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.TEXT_HTML)
public class TextPages {
    private final Readings readings;
    private final Edits edits;
    private final Validations validations;
    private final ContentForm content;
    private final Modules modules;
    private final DraftSettings settings;
    private final Actors actors;

    TextPages(
            Readings readings,
            Edits edits,
            Validations validations,
            ContentForm content,
            Modules modules,
            DraftSettings settings,
            Actors actors) {
        this.readings = readings;
        this.edits = edits;
        this.validations = validations;
        this.content = content;
        this.modules = modules;
        this.settings = settings;
        this.actors = actors;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance text(TextSheet sheet);
    }

    @GET
    public Response show(@PathParam("id") String id, @BeanParam TextQuery asked) {
        var draft = readings.draft(DraftsApi.id(id), actors.current());
        if (draft.state() != State.DRAFT) {
            return Page.goTo(LocalPath.of(Sheet.address(draft))).build();
        }
        var text = asked.stamp() == null || asked.script() == null
                ? text(draft.id(), asked.kind())
                : new Text(asked.kind(), "", asked.stamp());
        var problems = ProblemList.of(validations.problems(draft.id(), actors.current()));
        return page(sheet(draft, text).saved(asked.done(), asked.notes(), problems));
    }

    private Text text(UUID draft, Format format) {
        var read = readings.content(draft, actors.current());
        var most = settings.largestText().asLongValue();
        return new Text(format, BoundedText.of(read.whole(), format, most), Long.toString(read.stamp()));
    }

    private TextSheet sheet(Draft draft, Text text) {
        var isMine = draft.owner().equals(actors.current().name());
        return TextSheet.of(draft, isMine, modules.map(), text);
    }

    private Response page(TextSheet sheet) {
        return Page.of(sheet.refused().status(), Templates.text(sheet))
                .header("Content-Security-Policy", modules.policy())
                .header(HttpHeaders.VARY, "HX-Request")
                .build();
    }

    @POST
    public Response save(@PathParam("id") String id, @BeanParam TextForm form) {
        var draft = DraftsApi.id(id);
        try {
            return saved(draft, form, actors.current());
        } catch (RuntimeException thrown) {
            return declined(draft, form, Refused.of(thrown));
        }
    }

    private Response saved(UUID id, TextForm form, Actor actor) {
        var incoming = content.text(form.kind(), form.typed());
        var made = edits.make(id, incoming.edit(), Tags.at(form.stamp()), actor);
        var stamp = Long.toString(made.stamp());
        return Page.goTo(LocalPath.of("/drafts/" + id + "/text?format="
                        + new Text(form.kind(), "", stamp).kind()
                        + "&said=" + (stamp.equals(form.stamp()) ? "same" : "saved")
                        + "&stamp=" + stamp
                        + (incoming.notes().isEmpty() || form.isWritten(incoming.edit()) ? "" : "&kept=values")))
                .build();
    }

    /// The page again: nothing that was typed is lost, whatever became of the draft. A text that is sent once
    /// more is held to the draft it was made from, unless somebody was told that this is another one by now.
    private Response declined(UUID id, TextForm form, Refused refused) {
        var draft = readings.draft(id, actors.current());
        var stamp = refused.isOutrun() ? Long.toString(draft.stamp()) : form.origin();
        var text = new Text(form.kind(), form.back(), stamp);
        return page(sheet(draft, text).with(refused));
    }

    /// The text as a file, however much it is.
    @GET
    @Path("file")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("id") String id, @RestQuery @Nullable String format) {
        var draft = readings.draft(DraftsApi.id(id), actors.current());
        var read = readings.content(draft.id(), actors.current());
        var rendering = new Rendering(Format.ofText(format), Rendering.Keys.AS_THEY_ARE);
        var name = "%s-%s-draft.%s"
                .formatted(draft.name().application(), draft.name().environment(), rendering.tag());
        return Response.fromResponse(rendering.answer(read.whole(), Tags.ofContent(read.stamp(), rendering.tag())))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"')
                .build();
    }
}
