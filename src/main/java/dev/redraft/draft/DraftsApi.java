package dev.redraft.draft;

import dev.redraft.access.Actors;
import dev.redraft.configuration.Revision.State;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import dev.redraft.web.Listing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Drafts by HTTP: which there are.
@Path("/api/drafts")
@RolesAllowed(Role.EDITORS)
@Produces(MediaType.APPLICATION_JSON)
class DraftsApi {
    private final Readings readings;
    private final DraftSettings settings;
    private final Actors actors;

    DraftsApi(Readings readings, DraftSettings settings, Actors actors) {
        this.readings = readings;
        this.settings = settings;
        this.actors = actors;
    }

    @GET
    public Listing<DraftAnswer> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("owner") @Nullable String owner,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var most = Listing.limit(limit);
        var page = readings.page(owner, state(state), cursor(after), most + 1, actors.current());
        var answers = page.stream()
                .map(draft -> DraftAnswer.of(draft, settings.kept()))
                .toList();
        return Listing.of(answers, most, answer -> answer.id().toString());
    }

    private static @Nullable UUID cursor(@Nullable String after) {
        try {
            return after == null || after.isEmpty() ? null : UUID.fromString(after);
        } catch (IllegalArgumentException _) {
            throw new Refusal(400, "malformed-parameter", "after is what the page before gave as next; this is none.")
                    .with("parameter", "after");
        }
    }

    private static @Nullable State state(@Nullable String state) {
        if (state == null) {
            return null;
        }
        return Arrays.stream(State.values())
                .filter(known -> known.name().equals(state.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                                400,
                                "malformed-parameter",
                                "state is one of DRAFT, ACTIVE, RETIRED, CANCELLED and ABANDONED.")
                        .with("parameter", "state"));
    }

    /// The id that a text in a path or parameter stands for; a text that is none is the id of no draft.
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw OpenDrafts.unknown();
        }
    }
}
