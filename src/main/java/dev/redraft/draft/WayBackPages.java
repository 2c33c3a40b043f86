package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.configuration.Contents;
import dev.redraft.configuration.Contents.Which;
import dev.redraft.configuration.Name;
import dev.redraft.configuration.VersionNumber;
import dev.redraft.platform.Role;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// Roll back and undo of a commit, for people: first it is shown what that would change, then it is done, in a
/// draft.
@Path("/configurations/{application}/{environment}/versions/{number}/{way:rollback|undo}")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.TEXT_HTML)
public class WayBackPages {
    private final WaysBack waysBack;
    private final Contents contents;
    private final Actors actors;

    WayBackPages(WaysBack waysBack, Contents contents, Actors actors) {
        this.waysBack = waysBack;
        this.contents = contents;
        this.actors = actors;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance back(WayBackSheet sheet);
    }

    @GET
    public Response show(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @PathParam("number") String number,
            @PathParam("way") String word) {
        var way = WayBack.of(word, VersionNumber.read(number, "number"));
        return page(200, new Name(application, environment), way, "");
    }

    private Response page(int status, Name name, WayBack way, String complaint) {
        var version = contents.version(name, new Which.Numbered(way.version()));
        var prospect = waysBack.prospect(name, way, actors.current());
        return Page.of(status, Templates.back(WayBackSheet.of(way, version, prospect, complaint)))
                .build();
    }

    /// Does what was shown, and nothing else.
    ///
    /// @param live the version that was live then
    /// @param into the draft that it becomes a step of; absent for a new one
    /// @param stamp of that draft
    @POST
    public Response go(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @PathParam("number") String number,
            @PathParam("way") String word,
            @RestForm @Nullable String live,
            @RestForm @Nullable String into,
            @RestForm @Nullable String stamp) {
        var name = new Name(application, environment);
        var way = WayBack.of(word, VersionNumber.read(number, "number"));
        try {
            var draft = into == null
                    ? waysBack.begin(name, way, VersionNumber.read(live, "live"), actors.current())
                    : waysBack.into(DraftsApi.id(into), name, way, Tags.at(stamp), actors.current());
            var next = draft.base() == draft.current() ? "?said=saved" : "/update";
            return Page.goTo(LocalPath.of(Sheet.address(draft) + next)).build();
        } catch (RuntimeException thrown) {
            var complaint = Complaint.of(thrown);
            return page(complaint.status(), name, way, said(complaint));
        }
    }

    private static String said(Complaint complaint) {
        return complaint.status() == 412
                ? "Your draft was changed since you looked, so nothing was done. This is what it comes to now."
                : complaint.sentence();
    }
}
