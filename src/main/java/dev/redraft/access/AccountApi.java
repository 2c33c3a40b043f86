package dev.redraft.access;

import dev.redraft.access.Accounts.Saved.Changed;
import dev.redraft.access.Accounts.Saved.Made;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import dev.redraft.web.Listing;
import dev.redraft.web.Preconditions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Users, for administrators.
@Path("/api/users")
@RolesAllowed(Role.ADMINISTRATORS)
@Produces(MediaType.APPLICATION_JSON)
class AccountApi {
    private final Accounts accounts;
    private final Actors actors;

    AccountApi(Accounts accounts, Actors actors) {
        this.accounts = accounts;
        this.actors = actors;
    }

    /// A user as administrators see one.
    record User(String name, String role, boolean enabled, Instant createdAt, Instant changedAt) {
        static User of(Account account) {
            return of(Profile.of(account));
        }

        static User of(Profile profile) {
            return new User(
                    profile.name(), profile.role().word(), profile.enabled(), profile.created(), profile.changed());
        }
    }

    @GET
    public Listing<User> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("after") @Nullable String after) {
        var most = Listing.limit(limit);
        var users = accounts.behind(after == null ? "" : after, most + 1).stream()
                .map(User::of)
                .toList();
        return Listing.of(users, most, User::name);
    }

    @GET
    @Path("{name}")
    public Response show(@PathParam("name") String name, @Context HttpHeaders headers) {
        var preconditions = Preconditions.of(headers);
        var account =
                accounts.named(name).orElseThrow(() -> new Refusal(404, "not-found", "There is no user of this name."));
        var profile = Profile.of(account);
        return preconditions.unlessKnown(profile.tag(), () -> answer(Response.ok(), profile));
    }

    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response save(
            @PathParam("name") String name,
            @Nullable AccountForm form,
            @Context HttpHeaders headers,
            @Context UriInfo address) {
        var change = present(form).of(name).checked();
        return switch (accounts.save(name, change, Preconditions.of(headers), actors.current())) {
            case Made(var profile) -> answer(Response.created(address.getAbsolutePath()), profile);
            case Changed(var profile) -> answer(Response.ok(), profile);
        };
    }

    private static Response answer(Response.ResponseBuilder answer, Profile profile) {
        return answer.entity(User.of(profile))
                .header(HttpHeaders.ETAG, profile.tag().toString())
                .build();
    }

    /// JAX-RS gives an empty body as null.
    static <T> T present(@Nullable T form) {
        if (form == null) {
            throw new Refusal(400, "malformed-body", "The body is empty; a JSON object is expected.");
        }
        return form;
    }
}
