package dev.redraft.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.redraft.access.Presences;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/// What the open pages of a browser follow, as server-sent events. A browser asks once for all of its windows.
@Path("/events")
@RolesAllowed(Role.VIEWERS)
public class EventPages {
    private static final int MOST_PLACES = 100;

    private final Followers followers;
    private final Standings standings;
    private final Presences presences;
    private final ObjectMapper json;

    EventPages(Followers followers, Standings standings, Presences presences, ObjectMapper json) {
        this.followers = followers;
        this.standings = standings;
        this.presences = presences;
        this.json = json;
    }

    /// Tells where these stand, and from then on what becomes of them.
    ///
    /// @param configurations by name, `application/environment`
    /// @param drafts one's own; of another's it is not even told that it is there
    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> follow(
            @RestQuery("configuration") List<String> configurations,
            @RestQuery("draft") List<String> drafts,
            @Context Sse sse,
            @Context HttpServerResponse response)
            throws SQLException {
        if (configurations.size() + drafts.size() > MOST_PLACES) {
            throw new Refusal(400, "too-many-places", "At most " + MOST_PLACES + " places can be followed at once.");
        }
        var pass = presences.current();
        // A proxy must not keep what is to be told at once.
        response.putHeader("X-Accel-Buffering", "no");
        return followers
                .follow(places(configurations, drafts, pass.name()), pass)
                .map(told -> event(told, sse));
    }

    private Set<Topic> places(List<String> configurations, List<String> drafts, String name) throws SQLException {
        var asked = drafts.stream().map(id -> Topic.draft(id(id))).toList();
        var places = new LinkedHashSet<>(standings.named(configurations));
        standings.of(asked).stream()
                .filter(standing -> standing instanceof Standing.OfDraft draft
                        && draft.owner().equals(name))
                .map(Standing::topic)
                .forEach(places::add);
        return places;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw new Refusal(404, "not-found", "There is no draft of yours with this id.");
        }
    }

    private OutboundSseEvent event(Told told, Sse sse) {
        try {
            return sse.newEvent(told.event(), json.writeValueAsString(told.fields()));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
