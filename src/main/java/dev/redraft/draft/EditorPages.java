package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.configuration.Revision.State;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Role;
import dev.redraft.web.Complaint;
import dev.redraft.web.LocalPath;
import dev.redraft.web.Offer;
import dev.redraft.web.Offer.Offers;
import dev.redraft.web.Page;
import dev.redraft.web.ValueForm;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The editor of a draft.
@Path("/drafts/{id}")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.TEXT_HTML)
public class EditorPages {
    /// A step about more entries is shown by the page as a whole.
    private static final int MOST_ROWS = 20;

    private final Readings readings;
    private final Neighbours neighbours;
    private final Verdicts verdicts;
    private final DraftSettings settings;
    private final Actors actors;

    EditorPages(Readings readings, Neighbours neighbours, Verdicts verdicts, DraftSettings settings, Actors actors) {
        this.readings = readings;
        this.verdicts = verdicts;
        this.neighbours = neighbours;
        this.settings = settings;
        this.actors = actors;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance editor(Sheet sheet);

        static native TemplateInstance closed(DraftRow draft, boolean isMine);
    }

    @GET
    public Response show(@PathParam("id") String id, @BeanParam EditorQuery asked) {
        var draft = DraftsApi.id(id);
        var part = part(draft, asked);
        return part == null
                ? page(200, draft, asked.whole(), null, "")
                : Response.fromResponse(page(200, draft, part, asked, null, ""))
                        .header("HX-Reswap", "none")
                        .build();
    }

    /// The entries of one step, if their rows can take the places of those that the page has.
    private Readings.@Nullable Sheet part(UUID id, EditorQuery asked) {
        var state = asked.part();
        if (state == null) {
            return null;
        }
        var keys = readings.touched(id, state, MOST_ROWS, actors.current());
        if (keys.isEmpty() || keys.size() == MOST_ROWS) {
            return null;
        }
        var read = readings.sheet(id, asked.search(Set.of()).among(keys), actors.current());
        var haveRows =
                read.lines().stream().filter(line -> line.before() != null).count() == keys.size();
        return haveRows ? read : null;
    }

    /// The page again, with what was typed and what was wrong with it.
    Response declined(UUID id, EditorQuery asked, @Nullable ValueForm typed, Complaint complaint) {
        var sentence = complaint.status() == 412
                ? "This draft was changed in another window. Nothing was overwritten: look, and save again."
                : complaint.sentence();
        return typed == null
                ? page(complaint.status(), id, asked, null, sentence)
                : page(complaint.status(), id, asked, typed.with(sentence), "");
    }

    private Response page(int status, UUID id, EditorQuery asked, @Nullable ValueForm typed, String complaint) {
        var actor = actors.current();
        var invalid = asked.asksForInvalid() ? verdicts.of(id, actor).invalidKeys() : Set.<String>of();
        return page(status, id, readings.sheet(id, asked.search(invalid), actor), asked, typed, complaint);
    }

    private Response page(
            int status, UUID id, Readings.Sheet read, EditorQuery asked, @Nullable ValueForm typed, String complaint) {
        var actor = actors.current();
        var isMine = read.draft().owner().equals(actor.name());
        if (read.draft().state() != State.DRAFT) {
            var closed = DraftRow.of(read.draft(), settings.kept());
            return Page.of(status, Templates.closed(closed, isMine)).build();
        }
        var verdict = verdicts.of(id, read.proposal());
        var sheet = Sheet.of(read, verdict, isMine, asked, typed, complaint)
                .beside(neighbours.of(id), offers(id, verdict, actor));
        return Page.of(status, Templates.editor(sheet)).build();
    }

    /// The entries that the schema knows by name and that are not there.
    private Offers offers(UUID id, Verdict verdict, Actor actor) {
        var known = verdict.guide().members();
        if (!known.isEmpty()) {
            known.keySet().removeAll(readings.present(id, known.keySet(), actor));
        }
        return Offer.of(known, verdict.guide().required());
    }

    /// Where to go on after a change: to the entry for a script that shows it, else to the page as it was.
    static Response goOn(UUID id, EditorQuery page, String more) {
        return Page.goTo(LocalPath.of("/drafts/" + id + page.filters() + more)).build();
    }
}
