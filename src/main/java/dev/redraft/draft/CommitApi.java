package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.configuration.ProblemList;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import dev.redraft.platform.Texts;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a draft goes live, by HTTP: review and commit.
@Path("/api/drafts/{id}")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.APPLICATION_JSON)
class CommitApi {
    private final Reviews reviews;
    private final Commits commits;
    private final Validations validations;
    private final Actors actors;

    CommitApi(Reviews reviews, Commits commits, Validations validations, Actors actors) {
        this.reviews = reviews;
        this.commits = commits;
        this.validations = validations;
        this.actors = actors;
    }

    @POST
    @Path("review")
    @Consumes(MediaType.WILDCARD)
    public Map<String, Object> review(@PathParam("id") String id, @Context HttpHeaders headers) {
        var review = reviews.review(DraftsApi.id(id), Preconditions.of(headers), actors.current());
        var problems = validations.problems(DraftsApi.id(id), actors.current());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("changes", DraftAnswer.of(review.changes()));
        answer.put("problems", ProblemList.of(problems));
        answer.put("base", review.base());
        answer.put("current", review.current());
        answer.put("overlapping", review.overlapping());
        return answer;
    }

    /// What to commit, and what to say of it.
    ///
    /// @param keys of the entries to commit; without it all
    /// @param rebase whether to bring the draft up to date on the way if nothing collides
    record Order(
            @Nullable String message,
            @Nullable List<String> keys,
            @Nullable Boolean rebase) {
        Commits.Order read() {
            var text = message == null ? "" : message;
            Texts.check("message", text, 10_000);
            if (keys != null && keys.isEmpty()) {
                throw new Refusal(400, "malformed-body", "\"keys\" names the entries to commit; leave it out for all.");
            }
            return new Commits.Order(
                    text,
                    keys == null ? null : new LinkedHashSet<>(keys),
                    Boolean.TRUE.equals(rebase) ? Commits.IfMoved.REBASE : Commits.IfMoved.REFUSE);
        }
    }

    @POST
    @Path("commit")
    @Consumes(MediaType.WILDCARD)
    public Map<String, Object> commit(@PathParam("id") String id, @Context HttpHeaders headers, @Nullable Order body) {
        var order = body == null ? Commits.Order.all("") : body.read();
        var draft = DraftsApi.id(id);
        var actor = actors.current();
        var preconditions = Preconditions.of(headers);
        return switch (order.keys() == null
                ? validations.ahead(draft, actor, () -> commits.commit(draft, order, preconditions, actor))
                : commits.commitPart(draft, order, preconditions, actor)) {
            case Commits.Outcome.Committed(var version) -> Map.of("version", version);
            case Commits.Outcome.NothingToCommit() ->
                throw new Refusal(409, "nothing-to-commit", "The draft equals its base. There is nothing to commit.");
            case Commits.Outcome.Collided(var conflicts) -> throw RebaseApi.refusal(conflicts);
            case Commits.Outcome.BaseMoved(var base, var current, var overlapping) ->
                throw new Refusal(
                                409,
                                "base-moved",
                                "The draft is based on version " + base + ", but version " + current
                                        + " is live by now. Nothing was committed; the draft is as it was.")
                        .with("base", base)
                        .with("current", current)
                        .with("overlapping", overlapping);
        };
    }
}
