package dev.redraft.access;

import dev.redraft.platform.Refusal;
import dev.redraft.web.LocalPath;
import dev.redraft.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The page where somebody signs in, to be led on to the place that asked for it.
@Path(SignInPages.PATH)
@PermitAll
@Produces(MediaType.TEXT_HTML)
class SignInPages {
    static final String PATH = "/sign-in";

    /// The same for an unknown name, a wrong password and an account that is switched off.
    private static final String WRONG = "This name and this password do not belong together.";

    private final Credentials credentials;
    private final SignIns signIns;
    private final Failures failures;
    private final Visitor visitor;

    SignInPages(Credentials credentials, SignIns signIns, Failures failures, Visitor visitor) {
        this.credentials = credentials;
        this.signIns = signIns;
        this.failures = failures;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "access", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance signIn(String name, String to, String error);
    }

    @GET
    public Response show(@QueryParam("to") @Nullable String to) {
        var place = LocalPath.of(to);
        return visitor.isSignedIn()
                ? Page.goTo(place).build()
                : Page.of(200, Templates.signIn("", place.text(), "")).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(
            @RestForm @Nullable String name,
            @RestForm @Nullable String password,
            @RestForm @Nullable String to,
            @CookieParam(SignInCookie.NAME) @Nullable String cookie,
            @Context HttpServerRequest request) {
        var typed = name == null ? "" : name.strip();
        var place = LocalPath.of(to);
        try {
            var token = token(Account.isName(typed) ? typed : "", password == null ? "" : password, request);
            Token.read(cookie).ifPresent(signIns::end);
            return Page.goTo(place).cookie(SignInCookie.of(token, request)).build();
        } catch (Refusal refused) {
            return Page.refused(refused, Templates.signIn(typed, place.text(), refused.sentence()));
        }
    }

    /// A token for somebody who may come in: always a new one, so that nobody can have planted it.
    private Token token(String name, String password, HttpServerRequest request) {
        var browser = SignIns.Browser.of(request);
        var attempt = failures.attempt(name, browser.address());
        var token = Token.fresh();
        var who = credentials.proven(name, password).filter(proven -> signIns.begin(token, proven, browser));
        if (who.isEmpty()) {
            signIns.recordFailure(name);
            throw new Refusal(422, "wrong-credentials", WRONG);
        }
        attempt.succeeded();
        return token;
    }
}
