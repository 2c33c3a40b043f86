package dev.redraft.configuration;

import dev.redraft.access.Actors;
import dev.redraft.configuration.Contents.Which;
import dev.redraft.document.JsonReader;
import dev.redraft.document.JsonWriter;
import dev.redraft.document.Limits;
import dev.redraft.operation.NotApplicable;
import dev.redraft.operation.PatchOperation;
import dev.redraft.operation.Pointer;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import dev.redraft.platform.Texts;
import dev.redraft.web.Preconditions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One committed entry by HTTP. The key stands in the query, since it may hold anything.
@Path("/api/configurations/{application}/{environment}/entry")
@Produces(MediaType.APPLICATION_JSON)
class EntryApi {
    private final Contents contents;
    private final Writes writes;
    private final ContentForm form;
    private final Limits limits;
    private final Actors actors;

    EntryApi(Contents contents, Writes writes, ContentForm form, Limits limits, Actors actors) {
        this.contents = contents;
        this.writes = writes;
        this.form = form;
        this.limits = limits;
        this.actors = actors;
    }

    /// Which entry, by its address.
    record Address(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @QueryParam("key") @Nullable String asked) {
        Name configuration() {
            return new Name(application, environment);
        }

        String key() {
            if (asked == null) {
                throw new Refusal(
                                400, "malformed-parameter", "key is missing: say which entry, as in ?key=server.port.")
                        .with("parameter", "key");
            }
            return asked;
        }

        Refusal missing() {
            return new Refusal(404, "not-found", "There is no entry of this key.").with("key", key());
        }
    }

    @GET
    @RolesAllowed(Role.VIEWERS)
    public Response show(@BeanParam Address entry, @Context HttpHeaders headers) {
        var version = contents.version(entry.configuration(), new Which.Live());
        var line = contents.entry(version, entry.key()).orElseThrow(entry::missing);
        var tag = Tags.ofEntry(Objects.requireNonNull(line.version()));
        return Preconditions.of(headers)
                .unlessKnown(
                        tag,
                        () -> Response.ok(JsonWriter.compact(line.value()))
                                .header(HttpHeaders.ETAG, tag.toString())
                                .build());
    }

    @PUT
    @RolesAllowed(Role.EDITORS)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(
            @BeanParam Address entry,
            @QueryParam("message") @DefaultValue("") String message,
            @Context HttpHeaders headers,
            byte @Nullable [] body) {
        var value = JsonReader.value(body == null ? new byte[0] : body, limits);
        return written(entry, only(new PatchOperation.Add(place(entry), value)), message, headers);
    }

    /// Changes the value by a patch whose pointers start at the value: `""` is all of it.
    @PATCH
    @RolesAllowed(Role.EDITORS)
    @Consumes(MediaType.WILDCARD)
    public Response patch(
            @BeanParam Address entry,
            @QueryParam("message") @DefaultValue("") String message,
            @Context HttpHeaders headers,
            byte @Nullable [] body) {
        return written(entry, form.patch(headers, body).within(entry.key()), message, headers);
    }

    @DELETE
    @RolesAllowed(Role.EDITORS)
    public Response delete(
            @BeanParam Address entry,
            @QueryParam("message") @DefaultValue("") String message,
            @Context HttpHeaders headers) {
        try {
            return written(entry, only(new PatchOperation.Remove(place(entry))), message, headers);
        } catch (NotApplicable _) {
            // A patch is told that it does not apply; who asks for a resource, that there is none.
            throw entry.missing();
        }
    }

    private static Pointer place(Address entry) {
        return new Pointer(List.of(entry.key()));
    }

    private static Edit only(PatchOperation operation) {
        return new Edit.Patch(List.of(operation));
    }

    private Response written(Address entry, Edit edit, String message, HttpHeaders headers) {
        Texts.check("message", message, 10_000);
        var guard = Guard.ofEntry(entry.key(), Preconditions.of(headers));
        var version = writes.write(entry.configuration(), edit, message, guard, actors.current());
        return Response.ok(Map.of("version", version)).build();
    }
}
