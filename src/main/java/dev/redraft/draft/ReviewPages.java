package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.configuration.ProblemList;
import dev.redraft.history.Versions;
import dev.redraft.platform.Role;
import dev.redraft.web.Complaint;
import dev.redraft.web.LocalPath;
import dev.redraft.web.Page;
import dev.redraft.web.Preconditions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The review of a draft: the only door to its commit.
@Path("/drafts/{id}/review")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.TEXT_HTML)
public class ReviewPages {
    private static final int MOST_SINCE = 10;

    private final Readings readings;
    private final Reviews reviews;
    private final Commits commits;
    private final Validations validations;
    private final Versions versions;
    private final Actors actors;

    ReviewPages(
            Readings readings,
            Reviews reviews,
            Commits commits,
            Validations validations,
            Versions versions,
            Actors actors) {
        this.readings = readings;
        this.reviews = reviews;
        this.commits = commits;
        this.validations = validations;
        this.versions = versions;
        this.actors = actors;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance review(
                ReviewSheet sheet, boolean isMine, List<ProblemList.Item> problems, List<Versions.Version> since);
    }

    @GET
    public Response show(@PathParam("id") String id) {
        return page(200, DraftsApi.id(id), ReviewForm.EMPTY, "");
    }

    private Response page(int status, UUID id, ReviewForm form, String complaint) {
        var actor = actors.current();
        var draft = readings.draft(id, actor);
        if (draft.version() != null || draft.endedAt() != null) {
            return Page.goTo(LocalPath.of(Sheet.address(draft))).build();
        }
        var sheet = ReviewSheet.of(draft, reviews.look(id, actor), form, complaint);
        var problems = ProblemList.of(validations.problems(id, actor));
        return Page.of(status, Templates.review(sheet, draft.owner().equals(actor.name()), problems, since(sheet)))
                .build();
    }

    /// Who committed what since the draft was started, newest first.
    private List<Versions.Version> since(ReviewSheet sheet) {
        return sheet.isMoved()
                ? versions.page(sheet.draft().name(), sheet.current() + 1, MOST_SINCE).stream()
                        .filter(version -> version.number() > sheet.draft().base())
                        .toList()
                : List.of();
    }

    /// Records the review, and shows it.
    @POST
    public Response review(@PathParam("id") String id, @RestForm @Nullable String stamp) {
        var draft = DraftsApi.id(id);
        try {
            reviews.review(draft, Tags.at(stamp), actors.current());
        } catch (RuntimeException thrown) {
            var complaint = Complaint.of(thrown);
            return page(complaint.status(), draft, ReviewForm.EMPTY, said(complaint));
        }
        return Page.goTo(LocalPath.of("/drafts/" + draft + "/review")).build();
    }

    @POST
    @Path("committed")
    public Response commit(@PathParam("id") String id, @BeanParam ReviewForm form) {
        var draft = DraftsApi.id(id);
        try {
            return ended(draft, form, outcome(draft, form.order(), Tags.at(form.stamp())));
        } catch (RuntimeException thrown) {
            var complaint = Complaint.of(thrown);
            return page(complaint.status(), draft, form, said(complaint));
        }
    }

    private Commits.Outcome outcome(UUID draft, Commits.Order order, Preconditions preconditions) {
        var actor = actors.current();
        return order.keys() == null
                ? validations.ahead(draft, actor, () -> commits.commit(draft, order, preconditions, actor))
                : commits.commitPart(draft, order, preconditions, actor);
    }

    private Response ended(UUID id, ReviewForm form, Commits.Outcome outcome) {
        return switch (outcome) {
            case Commits.Outcome.Committed(var version) -> committed(id, version);
            case Commits.Outcome.BaseMoved(var base, var current, var overlapping) ->
                page(
                        409,
                        id,
                        form,
                        "Nothing was committed: live moved from v%d to v%d in the meantime.".formatted(base, current));
            case Commits.Outcome.Collided(var collided) ->
                page(
                        409,
                        id,
                        form,
                        "Nothing was committed: this draft and v%d changed the same places differently."
                                .formatted(collided.current()));
            case Commits.Outcome.NothingToCommit() ->
                page(409, id, form, "There is nothing to commit: this draft equals its base.");
        };
    }

    /// What was left out stays a draft, to go on with.
    private Response committed(UUID id, int version) {
        var draft = readings.draft(id, actors.current());
        var place = draft.endedAt() == null && draft.version() == null
                ? Sheet.address(draft) + "?said=committed"
                : "/configurations/" + draft.name() + "?committed=" + version;
        return Page.goTo(LocalPath.of(place)).build();
    }

    private static String said(Complaint complaint) {
        return complaint.status() == 412
                ? "The draft was changed since you opened this page; nothing was committed. This is how it is now."
                : complaint.sentence();
    }
}
