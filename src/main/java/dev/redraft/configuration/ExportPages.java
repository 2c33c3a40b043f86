package dev.redraft.configuration;

import dev.redraft.document.Format;
import dev.redraft.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// A version of a configuration as a file to keep.
@Path("/configurations/{application}/{environment}/export")
@RolesAllowed(Role.VIEWERS)
public class ExportPages {
    private final Contents contents;

    ExportPages(Contents contents) {
        this.contents = contents;
    }

    /// The file, to be kept under a name that says what it is.
    ///
    /// @param asked the number of the version; what is live if absent
    @GET
    @Produces(MediaType.WILDCARD)
    public Response export(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @RestQuery @DefaultValue("json") String format,
            @RestQuery("version") @Nullable String asked) {
        var name = new Name(application, environment);
        var rendering = new Rendering(
                Format.ofExtension(format).orElseThrow(() -> Configurations.missing(name)), Rendering.Keys.AS_THEY_ARE);
        var version = contents.version(name, AsOf.ofForm(asked, null));
        var answer = rendering.answer(contents.at(version), Tags.ofContent(version.number(), rendering.tag()));
        var file = "%s-%s-v%d.%s".formatted(application, environment, version.number(), format);
        return Response.fromResponse(answer)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + '"')
                .build();
    }
}
