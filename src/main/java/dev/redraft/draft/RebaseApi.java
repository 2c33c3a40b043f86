package dev.redraft.draft;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.redraft.access.Actors;
import dev.redraft.document.Json;
import dev.redraft.document.Limits;
import dev.redraft.draft.Rebases.Outcome;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import dev.redraft.web.Preconditions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Bringing a draft up to date with what is live, by HTTP.
@Path("/api/drafts/{id}/rebase")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.APPLICATION_JSON)
class RebaseApi {
    private final Rebases rebases;
    private final DraftSettings settings;
    private final Limits limits;
    private final Actors actors;

    RebaseApi(Rebases rebases, DraftSettings settings, Limits limits, Actors actors) {
        this.rebases = rebases;
        this.settings = settings;
        this.limits = limits;
        this.actors = actors;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response rebase(@PathParam("id") String id, @Context HttpHeaders headers, byte @Nullable [] body) {
        var form = RebaseForm.read(body, limits);
        var preconditions = Preconditions.of(headers);
        var draft = DraftsApi.id(id);
        return switch (form.isPreview()
                ? rebases.preview(draft, form.decided(), preconditions, actors.current())
                : rebases.rebase(draft, form.decided(), preconditions, actors.current())) {
            case Outcome.Done done ->
                Response.ok(new Merged(DraftAnswer.of(done.draft(), settings.kept()), done.merged()))
                        .header(HttpHeaders.ETAG, Tags.of(done.draft()).toString())
                        .build();
            case Outcome.Previewed(var merged, var base, var current) ->
                Response.ok(Map.of(
                                "preview", true, "merged", merged, "from", base, "base", current, "current", current))
                        .build();
            case Outcome.Conflicts conflicts -> throw refusal(conflicts);
        };
    }

    /// A draft on its new base, with the keys of the entries that both sides had changed.
    record Merged(@JsonUnwrapped DraftAnswer draft, List<String> merged) {}

    static Refusal refusal(Outcome.Conflicts collided) {
        return new Refusal(
                        409,
                        "conflicts",
                        "The draft and version " + collided.current()
                                + " changed the same places differently. Decide for"
                                + " each: mine, theirs or a value of your own. Nothing was changed.")
                .with("base", collided.base())
                .with("current", collided.current())
                .with(
                        "conflicts",
                        collided.conflicts().stream().map(RebaseApi::answer).toList());
    }

    private static Map<String, Object> answer(Rebases.Signed signed) {
        var conflict = signed.conflict();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("key", conflict.key());
        answer.put("path", conflict.path().pointer());
        answer.put("kind", conflict.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        putIfThere(answer, "base", conflict.base());
        putIfThere(answer, "theirs", conflict.theirs());
        putIfThere(answer, "mine", conflict.mine());
        answer.put("theirAuthor", signed.theirAuthor());
        answer.put("theirVersion", signed.theirVersion());
        return answer;
    }

    private static void putIfThere(Map<String, Object> answer, String side, @Nullable Json value) {
        if (value != null) {
            answer.put(side, value);
        }
    }
}
