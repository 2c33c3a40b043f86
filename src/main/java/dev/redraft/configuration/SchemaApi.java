package dev.redraft.configuration;

import dev.redraft.access.Actors;
import dev.redraft.configuration.Contents.Which;
import dev.redraft.document.Json;
import dev.redraft.document.JsonReader;
import dev.redraft.document.JsonWriter;
import dev.redraft.document.Limits;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import dev.redraft.schema.InvalidSchema;
import dev.redraft.schema.Schema;
import dev.redraft.web.Preconditions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The schema of a configuration by HTTP.
@Path("/api/configurations/{application}/{environment}/schema")
@Produces(MediaType.APPLICATION_JSON)
class SchemaApi {
    private static final String SCHEMA_JSON = "application/schema+json";

    private final Schemas schemas;
    private final Validation validation;
    private final Contents contents;
    private final Limits limits;
    private final Actors actors;

    SchemaApi(Schemas schemas, Validation validation, Contents contents, Limits limits, Actors actors) {
        this.schemas = schemas;
        this.validation = validation;
        this.contents = contents;
        this.limits = limits;
        this.actors = actors;
    }

    @GET
    @RolesAllowed(Role.VIEWERS)
    public Response show(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @Context HttpHeaders headers) {
        var name = new Name(application, environment);
        var current = schemas.current(name);
        var source = current.source();
        if (source == null) {
            throw Schemas.none(name);
        }
        var tag = Tags.ofSchema(current.number());
        return Preconditions.of(headers)
                .unlessKnown(
                        tag,
                        () -> Response.ok(JsonWriter.compact(source))
                                .header(HttpHeaders.ETAG, tag.toString())
                                .header("Schema-Number", current.number())
                                .build());
    }

    /// What a change of the schema answers.
    ///
    /// @param problems what of the live content does not pass it
    record Changed(int number, List<ProblemList.Item> problems) {}

    @PUT
    @RolesAllowed(Role.EDITORS)
    @Consumes({MediaType.APPLICATION_JSON, SCHEMA_JSON})
    public Response change(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @Context HttpHeaders headers,
            byte @Nullable [] body) {
        var schema = JsonReader.value(body == null ? new byte[0] : body, limits);
        requireSchema(schema);
        return changed(new Name(application, environment), schema, headers);
    }

    /// Before anything is locked: it may take a moment.
    private static void requireSchema(Json schema) {
        try {
            Schema.of(schema);
        } catch (InvalidSchema refused) {
            throw new Refusal(422, "invalid-schema", refused.sentence()).with("pointer", refused.pointer());
        }
    }

    @DELETE
    @RolesAllowed(Role.EDITORS)
    public Response remove(
            @PathParam("application") String application,
            @PathParam("environment") String environment,
            @Context HttpHeaders headers) {
        return changed(new Name(application, environment), null, headers);
    }

    private Response changed(Name name, @Nullable Json schema, HttpHeaders headers) {
        var number = schemas.change(name, schema, Preconditions.of(headers), actors.current());
        var live = contents.version(name, new Which.Live());
        var problems = validation.problems(live.configuration(), live.number(), number);
        return Response.ok(new Changed(number, ProblemList.of(problems)))
                .header(HttpHeaders.ETAG, Tags.ofSchema(number).toString())
                .build();
    }
}
