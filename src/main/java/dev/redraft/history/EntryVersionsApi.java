package dev.redraft.history;

import dev.redraft.configuration.ChangesAnswer;
import dev.redraft.configuration.Name;
import dev.redraft.configuration.VersionNumber;
import dev.redraft.platform.Role;
import dev.redraft.web.Listing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The history of one entry by HTTP, newest first; of a value within it where a path is given.
@Path("/api/configurations/{application}/{environment}/entry/versions")
@RolesAllowed(Role.VIEWERS)
@Produces(MediaType.APPLICATION_JSON)
class EntryVersionsApi {
    private final EntryVersions versions;

    EntryVersionsApi(EntryVersions versions) {
        this.versions = versions;
    }

    @GET
    public Listing<Map<String, Object>> list(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @QueryParam("key") @Nullable String key,
            @QueryParam("path") @DefaultValue("") String path,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var page = versions.page(
                new Name(application, environment),
                Parameters.key(key),
                Parameters.pointer(path),
                after == null ? Integer.MAX_VALUE : VersionNumber.read(after, "after"),
                Listing.limit(limit));
        return new Listing<>(page.items().stream().map(EntryVersionsApi::answer).toList(), page.next());
    }

    private static Map<String, Object> answer(EntryVersion version) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("version", version.number());
        answer.put("author", version.author());
        answer.put("at", version.at());
        answer.put("message", version.message());
        ChangesAnswer.putTo(answer, version.change());
        return answer;
    }
}
