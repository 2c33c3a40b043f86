package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.configuration.ProblemList;
import dev.redraft.platform.Role;
import dev.redraft.platform.Texts;
import dev.redraft.web.Complaint;
import dev.redraft.web.LocalPath;
import dev.redraft.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The review of a draft: the only door to its commit.
@Path("/drafts/{id}/review")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.TEXT_HTML)
public class ReviewPages {
    private final Readings readings;
    private final Reviews reviews;
    private final Commits commits;
    private final Validations validations;
    private final Actors actors;

    ReviewPages(Readings readings, Reviews reviews, Commits commits, Validations validations, Actors actors) {
        this.readings = readings;
        this.reviews = reviews;
        this.commits = commits;
        this.validations = validations;
        this.actors = actors;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance review(ReviewSheet sheet, boolean isMine, List<ProblemList.Item> problems);
    }

    @GET
    public Response show(@PathParam("id") String id) {
        return page(200, DraftsApi.id(id), "", "");
    }

    private Response page(int status, UUID id, String message, String complaint) {
        var actor = actors.current();
        var draft = readings.draft(id, actor);
        if (draft.version() != null || draft.endedAt() != null) {
            return Page.goTo(LocalPath.of(Sheet.address(draft))).build();
        }
        var sheet = ReviewSheet.of(draft, reviews.look(id, actor), message, complaint);
        var problems = ProblemList.of(validations.problems(id, actor));
        return Page.of(status, Templates.review(sheet, draft.owner().equals(actor.name()), problems))
                .build();
    }

    /// Records the review, and shows it.
    @POST
    public Response review(@PathParam("id") String id, @RestForm @Nullable String stamp) {
        var draft = DraftsApi.id(id);
        try {
            reviews.review(draft, Tags.at(stamp), actors.current());
        } catch (RuntimeException thrown) {
            var complaint = Complaint.of(thrown);
            return page(complaint.status(), draft, "", said(complaint));
        }
        return Page.goTo(LocalPath.of("/drafts/" + draft + "/review")).build();
    }

    @POST
    @Path("committed")
    public Response commit(
            @PathParam("id") String id, @RestForm @Nullable String message, @RestForm @Nullable String stamp) {
        var draft = DraftsApi.id(id);
        var words = Objects.requireNonNullElse(message, "").strip();
        try {
            Texts.check("message", words, 10_000);
            var actor = actors.current();
            var outcome = validations.ahead(draft, actor, () -> commits.commit(draft, words, Tags.at(stamp), actor));
            return ended(draft, words, outcome);
        } catch (RuntimeException thrown) {
            var complaint = Complaint.of(thrown);
            return page(complaint.status(), draft, words, said(complaint));
        }
    }

    private Response ended(UUID id, String message, Commits.Outcome outcome) {
        return switch (outcome) {
            case Commits.Outcome.Committed(var version) -> {
                var name = readings.draft(id, actors.current()).name();
                yield Page.goTo(LocalPath.of("/configurations/" + name + "?committed=" + version))
                        .build();
            }
            case Commits.Outcome.BaseMoved(var base, var current, var overlapping) ->
                page(
                        409,
                        id,
                        message,
                        "Nothing was committed: live moved from v%d to v%d in the meantime.".formatted(base, current));
            case Commits.Outcome.Collided(var collided) ->
                page(
                        409,
                        id,
                        message,
                        "Nothing was committed: this draft and v%d changed the same places differently."
                                .formatted(collided.current()));
            case Commits.Outcome.NothingToCommit() ->
                page(409, id, message, "There is nothing to commit: this draft equals its base.");
        };
    }

    private static String said(Complaint complaint) {
        return complaint.status() == 412
                ? "The draft was changed since you opened this page; nothing was committed. This is how it is now."
                : complaint.sentence();
    }
}
