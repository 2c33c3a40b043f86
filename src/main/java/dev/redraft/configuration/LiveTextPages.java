package dev.redraft.configuration;

import dev.redraft.access.Actors;
import dev.redraft.document.BoundedText;
import dev.redraft.document.Format;
import dev.redraft.platform.Role;
import dev.redraft.web.Modules;
import dev.redraft.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What is live of a configuration, or was, as one text to read.
@Path("/configurations/{application}/{environment}/text")
@RolesAllowed(Role.VIEWERS)
@Produces(MediaType.TEXT_HTML)
public class LiveTextPages {
    private final Configurations configurations;
    private final Contents contents;
    private final Modules modules;
    private final Actors actors;
    private final long most;

    LiveTextPages(
            Configurations configurations,
            Contents contents,
            Modules modules,
            Actors actors,
            @ConfigProperty(name = "redraft.drafts.largest-text") MemorySize largest) {
        this.configurations = configurations;
        this.contents = contents;
        this.modules = modules;
        this.actors = actors;
        this.most = largest.asLongValue();
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance text(LiveTextSheet sheet);
    }

    /// @param asked the number of the version; what is live if absent
    @GET
    public Response show(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @RestQuery @Nullable String format,
            @RestQuery("version") @Nullable String asked) {
        var actor = actors.current();
        var name = new Name(application, environment);
        var version = contents.version(name, AsOf.ofForm(asked, null));
        var kind = Format.ofText(format);
        var text = BoundedText.of(contents.at(version), kind, most);
        var configuration = configurations.named(name, actor);
        var sheet = new LiveTextSheet(configuration, version, kind, text, modules.map(), actor.isEditor());
        return Page.of(200, Templates.text(sheet))
                .header("Content-Security-Policy", modules.policy())
                .build();
    }
}
