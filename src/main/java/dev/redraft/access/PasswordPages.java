package dev.redraft.access;

import dev.redraft.access.Credentials.Proven;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import dev.redraft.platform.Role;
import dev.redraft.web.LocalPath;
import dev.redraft.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The page where somebody changes their own password.
@Path("/password")
@RolesAllowed(Role.VIEWERS)
@Produces(MediaType.TEXT_HTML)
class PasswordPages {
    private final OwnPassword own;
    private final SignIns signIns;
    private final Failures failures;
    private final Actors actors;

    PasswordPages(OwnPassword own, SignIns signIns, Failures failures, Actors actors) {
        this.own = own;
        this.signIns = signIns;
        this.failures = failures;
        this.actors = actors;
    }

    @CheckedTemplate(basePath = "access", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        private Templates() {}

        static native TemplateInstance password(String name, String notice, String error);
    }

    @GET
    public TemplateInstance show(@QueryParam("done") @Nullable String done) {
        var notice = done == null ? "" : "The password was changed. Everywhere else you are signed out.";
        return Templates.password(actors.current().name(), notice, "");
    }

    /// All sign-ins of the account end with the old password, so whoever changed it gets a new one.
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @RestForm @Nullable String current,
            @RestForm @Nullable String password,
            @RestForm @Nullable String repeated,
            @Context HttpServerRequest request) {
        var who = actors.current();
        try {
            var proven = changed(who, given(current), same(given(password), given(repeated)), request);
            var token = Token.fresh();
            var stays = signIns.begin(token, proven, SignIns.Browser.of(request));
            var answer = Page.goTo(LocalPath.of(stays ? "/password?done=changed" : SignInPages.PATH));
            return (stays ? answer.cookie(SignInCookie.of(token, request)) : answer).build();
        } catch (Refusal refused) {
            return Page.refused(refused, Templates.password(who.name(), "", refused.sentence()));
        }
    }

    private Proven changed(Actor who, String current, String replacement, HttpServerRequest request) {
        var attempt = failures.attempt(who.name(), SignIns.Browser.of(request).address());
        var hash = own.change(who.name(), current, replacement);
        attempt.succeeded();
        return new Proven(who, hash);
    }

    private static String given(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    private static String same(String password, String repeated) {
        if (!password.equals(repeated)) {
            throw new Refusal(422, "invalid", "The two new passwords differ; nothing was changed.");
        }
        return password;
    }
}
