package dev.redraft.access;

import dev.redraft.platform.Actor;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Counts the changes that somebody asks for, before anything of them is read. Whoever is not signed in yet is counted
/// where they sign in.
@ApplicationScoped
class WriteCount {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final WriteThrottle throttle;
    private final SecurityIdentity identity;

    WriteCount(WriteThrottle throttle, SecurityIdentity identity) {
        this.throttle = throttle;
        this.identity = identity;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void count(ContainerRequestContext request) {
        if (!SAFE.contains(request.getMethod()) && identity.getAttribute(Actors.ATTRIBUTE) instanceof Actor actor) {
            throttle.count(actor.name());
        }
    }
}
