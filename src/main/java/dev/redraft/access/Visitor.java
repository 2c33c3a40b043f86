package dev.redraft.access;

import dev.redraft.platform.Actor;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;

/// Who looks at a page, for templates: `{inject:visitor.name}`. It asks nothing of the database, and works where a
/// request never reached a resource.
@Named("visitor")
@RequestScoped
public class Visitor {
    private final CurrentVertxRequest request;

    Visitor(CurrentVertxRequest request) {
        this.request = request;
    }

    /// Empty for somebody who is not signed in.
    public String getName() {
        return actor().map(Actor::name).orElse("");
    }

    /// In a word: viewer, editor or administrator; empty for somebody who is not signed in.
    public String getRole() {
        return actor().map(actor -> actor.role().word()).orElse("");
    }

    public boolean isSignedIn() {
        return actor().isPresent();
    }

    public boolean isEditor() {
        return actor().filter(Actor::isEditor).isPresent();
    }

    public boolean isAdministrator() {
        return actor().filter(Actor::isAdministrator).isPresent();
    }

    private Optional<Actor> actor() {
        return attribute(request.getCurrent(), Actors.ATTRIBUTE, Actor.class);
    }

    /// An attribute of the identity that a request was found to have.
    static <T> Optional<T> attribute(RoutingContext exchange, String name, Class<T> type) {
        return exchange != null && exchange.user() instanceof QuarkusHttpUser user
                ? Optional.ofNullable(user.getSecurityIdentity().<Object>getAttribute(name))
                        .filter(type::isInstance)
                        .map(type::cast)
                : Optional.empty();
    }
}
