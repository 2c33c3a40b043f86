package dev.redraft.history;

import dev.redraft.configuration.Name;
import dev.redraft.operation.Operation;
import dev.redraft.operation.Operation.Move;
import dev.redraft.operation.OperationJson;
import dev.redraft.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who set a value at any depth, by HTTP.
@Path("/api/configurations/{application}/{environment}/blame")
@RolesAllowed(Role.VIEWERS)
@Produces(MediaType.APPLICATION_JSON)
class BlameApi {
    private final Suspects suspects;
    private final Blames blames;

    BlameApi(Suspects suspects, Blames blames) {
        this.suspects = suspects;
        this.blames = blames;
    }

    @GET
    public Map<String, Object> blame(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @QueryParam("path") @Nullable String path,
            @QueryParam("version") @Nullable String version) {
        var suspect = suspects.at(new Name(application, environment), path, version);
        var place = suspect.place().path();
        var blamed = blames.of(suspect.entry(), List.of(place));
        return answer(place.pointer(), blamed.getOrDefault(place, Blamed.of(suspect.entry())));
    }

    private static Map<String, Object> answer(String pointer, Blamed by) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("path", pointer);
        answer.put("version", by.version());
        answer.put("author", by.author());
        answer.put("at", by.at());
        answer.put("message", by.message());
        putIfThere(answer, "draft", by.draft());
        putIfThere(answer, "gesture", by.step());
        putIfThere(answer, "operation", by.operation() == null ? null : answer(by.operation()));
        return answer;
    }

    /// Its kind and its places, as they were called then; no value.
    private static Map<String, Object> answer(Operation operation) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("kind", OperationJson.kind(operation));
        answer.put(operation instanceof Move ? "from" : "path", operation.path().pointer());
        if (operation instanceof Move move) {
            answer.put("to", move.to().pointer());
        }
        return answer;
    }

    private static void putIfThere(Map<String, Object> answer, String member, @Nullable Object value) {
        if (value != null) {
            answer.put(member, value);
        }
    }
}
