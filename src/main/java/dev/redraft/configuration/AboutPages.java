package dev.redraft.configuration;

import dev.redraft.access.Actors;
import dev.redraft.configuration.Configurations.Description;
import dev.redraft.platform.Role;
import dev.redraft.platform.Texts;
import dev.redraft.web.Complaint;
import dev.redraft.web.LocalPath;
import dev.redraft.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// What a configuration is called, and whether it is put away.
@Path("/configurations/{application}/{environment}/about")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.TEXT_HTML)
public class AboutPages {
    private final Configurations configurations;
    private final Actors actors;

    AboutPages(Configurations configurations, Actors actors) {
        this.configurations = configurations;
        this.actors = actors;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance about(
                Overview configuration, String typedTitle, String typedDescription, String wrong);
    }

    @GET
    public Response show(@PathParam("application") String application, @PathParam("environment") String environment) {
        var configuration = configurations.named(new Name(application, environment), actors.current());
        return page(200, configuration, configuration.title(), configuration.description(), "");
    }

    private static Response page(int status, Overview shown, String title, String description, String wrong) {
        return Page.of(status, Templates.about(shown, title, description, wrong))
                .build();
    }

    @POST
    public Response describe(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @RestForm @DefaultValue("") String title,
            @RestForm @DefaultValue("") String description,
            @RestForm @Nullable String edition) {
        // As browsers send line breaks.
        var text = description.replace("\r\n", "\n");
        return changed(new Name(application, environment), new Description(title.strip(), text, null), edition);
    }

    @POST
    @Path("archived")
    public Response archive(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @RestForm @Nullable String edition) {
        return changed(new Name(application, environment), new Description(null, null, true), edition);
    }

    @POST
    @Path("brought-back")
    public Response bringBack(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @RestForm @Nullable String edition) {
        return changed(new Name(application, environment), new Description(null, null, false), edition);
    }

    private Response changed(Name name, Description change, @Nullable String edition) {
        try {
            Texts.check("title", change.title(), 200);
            Texts.check("description", change.description(), 10_000);
            configurations.describe(name, change, Tags.at(edition), actors.current());
        } catch (RuntimeException thrown) {
            return declined(name, change, Complaint.of(thrown));
        }
        return Page.goTo(LocalPath.of("/configurations/" + name)).build();
    }

    private Response declined(Name name, Description typed, Complaint complaint) {
        var shown = configurations.named(name, actors.current());
        return page(
                complaint.status(),
                shown,
                or(typed.title(), shown.title()),
                or(typed.description(), shown.description()),
                complaint.status() == 412
                        ? "Somebody changed this at the same time. Nothing was overwritten: look, and save again."
                        : complaint.sentence());
    }

    private static String or(@Nullable String typed, String current) {
        return typed == null ? current : typed;
    }
}
