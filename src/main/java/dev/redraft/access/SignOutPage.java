package dev.redraft.access;

import dev.redraft.web.LocalPath;
import dev.redraft.web.Page;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/// Signing out: nobody has to be signed in for it, since a sign-in may have ended by itself.
@Path("/sign-out")
@PermitAll
class SignOutPage {
    private final SignIns signIns;

    SignOutPage(SignIns signIns) {
        this.signIns = signIns;
    }

    @POST
    public Response signOut(
            @CookieParam(SignInCookie.NAME) @Nullable String cookie, @Context HttpServerRequest request) {
        Token.read(cookie).ifPresent(signIns::end);
        return Page.goTo(LocalPath.of(SignInPages.PATH))
                .cookie(SignInCookie.gone(request))
                .build();
    }
}
