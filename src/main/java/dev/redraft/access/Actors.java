package dev.redraft.access;

import dev.redraft.platform.Actor;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/// Tells who asks.
@ApplicationScoped
public class Actors {
    /// Where the identity keeps its actor.
    static final String ATTRIBUTE = "redraft.actor";

    private final SecurityIdentity identity;

    Actors(SecurityIdentity identity) {
        this.identity = identity;
    }

    /// The identity of an actor, for whatever lets somebody in.
    static QuarkusSecurityIdentity.Builder identity(Actor actor) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(actor::name)
                .addRoles(actor.role().included())
                .addAttribute(ATTRIBUTE, actor);
    }

    /// Who sent the current request.
    ///
    /// @throws UnauthorizedException if nobody signed in, which ends as a 401
    public Actor current() {
        if (identity.getAttribute(ATTRIBUTE) instanceof Actor actor) {
            return actor;
        }
        throw new UnauthorizedException();
    }
}
