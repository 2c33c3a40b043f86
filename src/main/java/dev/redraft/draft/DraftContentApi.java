package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.background.Job;
import dev.redraft.background.JobAnswer;
import dev.redraft.background.Workers;
import dev.redraft.configuration.ContentForm;
import dev.redraft.configuration.EntryCursor;
import dev.redraft.configuration.EntryPages.Line;
import dev.redraft.configuration.EntryPages.Position;
import dev.redraft.configuration.EntryPages.Search;
import dev.redraft.configuration.ProblemList;
import dev.redraft.configuration.Rendering;
import dev.redraft.document.Json;
import dev.redraft.platform.Role;
import dev.redraft.web.Listing;
import dev.redraft.web.Preconditions;
import dev.redraft.web.Prefer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.jspecify.annotations.Nullable;

/// What is in a draft, by HTTP.
@Path("/api/drafts/{id}")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.APPLICATION_JSON)
class DraftContentApi {
    private final Readings readings;
    private final Validations validations;
    private final DraftJobs draftJobs;
    private final Workers workers;
    private final ContentForm form;
    private final Actors actors;

    DraftContentApi(
            Readings readings,
            Validations validations,
            DraftJobs draftJobs,
            Workers workers,
            ContentForm form,
            Actors actors) {
        this.readings = readings;
        this.validations = validations;
        this.draftJobs = draftJobs;
        this.workers = workers;
        this.form = form;
        this.actors = actors;
    }

    @GET
    @Path("content")
    @Produces(MediaType.WILDCARD)
    public Response content(
            @PathParam("id") String id,
            @QueryParam("format") @Nullable String format,
            @QueryParam("nest") @DefaultValue("false") boolean nest,
            @QueryParam("flatten") @DefaultValue("false") boolean flatten,
            @Context HttpHeaders headers) {
        var rendering = new Rendering(form.wanted(format, headers), Rendering.Keys.of(nest, flatten));
        if (Prefer.isAsync(headers)) {
            return accepted(draftJobs.export(DraftsApi.id(id), rendering, actors.current()));
        }
        var content = readings.content(DraftsApi.id(id), actors.current());
        var tag = Tags.ofContent(content.stamp(), rendering.tag());
        return Preconditions.of(headers).unlessKnown(tag, () -> rendering.answer(content.whole(), tag));
    }

    /// What does not pass the schema, whether the draft made it so or not.
    @GET
    @Path("problems")
    public Response problems(@PathParam("id") String id, @Context HttpHeaders headers) {
        return Prefer.isAsync(headers)
                ? accepted(draftJobs.validate(DraftsApi.id(id), actors.current()))
                : Response.ok(ProblemList.of(validations.problems(DraftsApi.id(id), actors.current())))
                        .build();
    }

    private Response accepted(Job job) {
        workers.take(job);
        return JobAnswer.accepted(job);
    }

    /// An entry as the draft has it, and whether that is the draft's own doing.
    record Item(String key, Json value, @Nullable Integer version, String author, boolean changed) {
        static Item of(Line line) {
            return new Item(line.key(), line.value(), line.version(), line.author(), line.version() == null);
        }
    }

    @GET
    @Path("entries")
    public Listing<Item> entries(
            @PathParam("id") String id,
            @QueryParam("query") @DefaultValue("") String query,
            @QueryParam("prefix") @DefaultValue("") String prefix,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var most = Listing.limit(limit);
        var position = after == null ? Position.START : EntryCursor.read(after).position();
        var search = new Search(query, prefix, position, most + 1);
        var lines = readings.entries(DraftsApi.id(id), search, actors.current());
        var page = Listing.of(lines, most, line -> EntryCursor.behind(line, 0));
        return new Listing<>(page.items().stream().map(Item::of).toList(), page.next());
    }

    @GET
    @Path("changes")
    public List<Map<String, Object>> changes(@PathParam("id") String id) {
        return DraftAnswer.of(readings.changes(DraftsApi.id(id), actors.current()));
    }

    @GET
    @Path("operations")
    public List<DraftAnswer.Step> operations(@PathParam("id") String id) {
        return readings.gestures(DraftsApi.id(id), actors.current()).stream()
                .map(DraftAnswer.Step::of)
                .toList();
    }
}
