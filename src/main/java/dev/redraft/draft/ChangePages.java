package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.configuration.DraftEntries;
import dev.redraft.configuration.Edit;
import dev.redraft.configuration.EntryFilter;
import dev.redraft.configuration.EntryPages.Position;
import dev.redraft.document.Limits;
import dev.redraft.idempotency.Repetition;
import dev.redraft.operation.Pointer;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import dev.redraft.web.Complaint;
import dev.redraft.web.LocalPath;
import dev.redraft.web.Page;
import dev.redraft.web.ValueNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The forms of the editor: each sends one change of the draft, which is one gesture.
@Path("/drafts/{id}/changes")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.TEXT_HTML)
public class ChangePages {
    private final Edits edits;
    private final Readings readings;
    private final EditorPages editor;
    private final Limits limits;
    private final Actors actors;
    private final Repetition repetition;

    ChangePages(
            Edits edits, Readings readings, EditorPages editor, Limits limits, Actors actors, Repetition repetition) {
        this.edits = edits;
        this.readings = readings;
        this.editor = editor;
        this.limits = limits;
        this.actors = actors;
        this.repetition = repetition;
    }

    @POST
    public Response change(@PathParam("id") String id, @BeanParam ChangeForm form, @Context HttpHeaders headers) {
        var draft = DraftsApi.id(id);
        var page = EditorQuery.of(headers);
        try {
            requireFree(draft, form);
            edits.make(draft, form.edit(limits), Tags.at(form.stamp()), actors.current());
        } catch (RuntimeException thrown) {
            var asked = form.isStructural() ? page : EditorQuery.entry(key(form));
            return editor.declined(draft, asked, form.typed(), Complaint.of(thrown));
        }
        var more = form.isStructural() || headers.getHeaderString("HX-Request") == null
                ? "said=saved"
                : "said=saved&key=" + Page.encoded(key(form)) + "&open="
                        + Page.encoded(form.result().toString());
        return EditorPages.goOn(draft, page, more);
    }

    private static String key(ChangeForm form) {
        return form.pointer().isRoot() ? "" : form.pointer().tokens().getFirst();
    }

    /// Adding to a place that is taken would replace what is there. The stamp sees to it that this still holds
    /// when the change is made.
    private void requireFree(UUID draft, ChangeForm form) {
        if (!form.makesMember() || repetition.isBy(actors.current())) {
            return;
        }
        var target = form.target();
        if (target.isRoot()) {
            throw new Refusal(422, "invalid-place", "Name a place, such as /server/port.");
        }
        var found = find(draft, target);
        if (found != null && !found.isElement()) {
            throw new Refusal(
                    409, "name-taken", "There is already a “" + target.tokens().getLast() + "” here.");
        }
    }

    private @Nullable ValueNode find(UUID draft, Pointer target) {
        var key = target.tokens().getFirst();
        var search = new DraftEntries.Search(EntryFilter.ALL, Set.of(key), Set.of(), Position.START, 1);
        return readings.sheet(draft, search, actors.current()).lines().stream()
                .filter(line -> line.after() != null)
                .flatMap(line ->
                        Stream.ofNullable(ValueNode.of(line.key(), line.after()).at(target.toString())))
                .findFirst()
                .orElse(null);
    }

    /// An entry back to what it is in the base.
    @POST
    @Path("reverted")
    public Response revert(
            @PathParam("id") String id,
            @RestForm @DefaultValue("") String key,
            @RestForm @Nullable String stamp,
            @RestForm @Nullable String to,
            @Context HttpHeaders headers) {
        var draft = DraftsApi.id(id);
        var page = EditorQuery.of(headers);
        try {
            edits.make(draft, new Edit.Revert(Set.of(key)), Tags.at(stamp), actors.current());
        } catch (RuntimeException thrown) {
            return editor.declined(draft, EditorQuery.entry(key), null, Complaint.of(thrown));
        }
        if ("review".equals(to)) {
            return Page.goTo(LocalPath.of("/drafts/" + draft + "/review")).build();
        }
        var more = headers.getHeaderString("HX-Request") == null ? "" : "&key=" + Page.encoded(key);
        return EditorPages.goOn(draft, page, "said=saved" + more);
    }
}
