package dev.redraft.access;

import dev.redraft.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/// Refuses a change that came in by cookie and does not carry the token of its sign-in, before any resource sees it.
@ApplicationScoped
class CsrfCheck {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Csrf csrf;

    CsrfCheck(Csrf csrf) {
        this.csrf = csrf;
    }

    /// The form is parsed before, once, and stays there for the resource, files that were uploaded included.
    @ServerRequestFilter
    @WithFormRead
    public void check(ResteasyReactiveContainerRequestContext request) {
        if (SAFE.contains(request.getMethod()) || isSignIn(request)) {
            return;
        }
        var header = request.getHeaderString(Csrf.HEADER);

        if (!csrf.allows(header == null ? field(request) : header)) {
            throw new Refusal(403, "page-out-of-date", "The page is out of date: reload it and try again.");
        }
    }

    /// The form to sign in with may be older than a sign-in that holds by now: a second click on its button comes
    /// with the cookie that the first one brought. That no other site sends it is seen to by the guard before
    /// routing.
    private static boolean isSignIn(ResteasyReactiveContainerRequestContext request) {
        return request.getUriInfo().getPath().equals(SignInPages.PATH);
    }

    private static @Nullable String field(ResteasyReactiveContainerRequestContext request) {
        var context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        return (String) context.getFormParameter(Csrf.FIELD, true, false);
    }
}
