package dev.redraft.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who I am, and my password.
@Path("/api/me")
@RolesAllowed(Role.VIEWERS)
@Produces(MediaType.APPLICATION_JSON)
class MyAccountApi {
    private final OwnPassword own;
    private final Actors actors;

    MyAccountApi(OwnPassword own, Actors actors) {
        this.own = own;
        this.actors = actors;
    }

    /// Whoever asks.
    record Me(String name, String role) {
        static Me of(Actor actor) {
            return new Me(actor.name(), actor.role().word());
        }
    }

    /// The password as it is and as it shall be.
    record PasswordForm(
            @JsonProperty @Nullable String current,
            @JsonProperty @Nullable String password) {}

    @GET
    public Me show() {
        return Me.of(actors.current());
    }

    @PUT
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    public void changePassword(@Nullable PasswordForm form) {
        var asked = AccountApi.present(form);
        var current = asked.current();
        var replacement = asked.password();
        if (current == null || replacement == null) {
            throw incomplete(asked);
        }
        own.change(actors.current().name(), current, replacement);
    }

    private static Refusal incomplete(PasswordForm form) {
        var missing = Stream.of(form.current() == null ? "current" : "", form.password() == null ? "password" : "")
                .filter(member -> !member.isEmpty())
                .toList();
        return new Refusal(422, "invalid", "What is missing: %s.".formatted(String.join(", ", missing)))
                .with("missing", missing);
    }
}
