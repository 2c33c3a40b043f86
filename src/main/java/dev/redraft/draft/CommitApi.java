package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.configuration.ProblemList;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import dev.redraft.platform.Texts;
import dev.redraft.web.Preconditions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
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

    @GET
    @Path("problems")
    public List<ProblemList.Item> problems(@PathParam("id") String id) {
        return ProblemList.of(validations.problems(DraftsApi.id(id), actors.current()));
    }

    /// What a commit says of itself.
    record Message(@Nullable String message) {}

    @POST
    @Path("commit")
    @Consumes(MediaType.WILDCARD)
    public Map<String, Object> commit(
            @PathParam("id") String id, @Context HttpHeaders headers, @Nullable Message body) {
        var message = body == null || body.message() == null ? "" : body.message();
        Texts.check("message", message, 10_000);
        var draft = DraftsApi.id(id);
        var actor = actors.current();
        var preconditions = Preconditions.of(headers);
        return switch (validations.ahead(draft, actor, () -> commits.commit(draft, message, preconditions, actor))) {
            case Commits.Outcome.Committed(var version) -> Map.of("version", version);
            case Commits.Outcome.NothingToCommit() ->
                throw new Refusal(409, "nothing-to-commit", "The draft equals its base. There is nothing to commit.");
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
