package dev.redraft.access;

import dev.redraft.platform.Actor;
import dev.redraft.web.StaticFiles;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/// Lets in whoever signed in at the page and shows the cookie. A cookie that is worth nothing is as good as
/// none: asking to sign in is left to the resource that wants somebody.
///
/// The built-in form authentication keeps all in an encrypted cookie, which nobody can end before it expires.
@ApplicationScoped
class CookieAuthentication implements HttpAuthenticationMechanism, IdentityProvider<CookieAuthentication.TokenRequest> {
    private final SignIns signIns;

    CookieAuthentication(SignIns signIns) {
        this.signIns = signIns;
    }

    /// A token that asks for whose it is.
    static final class TokenRequest extends BaseAuthenticationRequest {
        private final Token token;
        private final SignIns.Use use;

        TokenRequest(Token token, SignIns.Use use) {
            this.token = token;
            this.use = use;
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager identities) {
        return token(exchange.request())
                .map(token -> identities
                        .authenticate(new TokenRequest(token, use(exchange.request())))
                        .onFailure(AuthenticationFailedException.class)
                        .recoverWithNull())
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    /// A page that follows news asks by itself, again and again, with nobody in front of it.
    private static SignIns.Use use(HttpServerRequest request) {
        return "/events".equals(request.path()) ? SignIns.Use.BY_ITSELF : SignIns.Use.BY_SOMEBODY;
    }

    /// Files are for everybody, without asking the database. A program that names somebody means just that.
    private static Optional<Token> token(HttpServerRequest request) {
        if (StaticFiles.hold(request.path()) || request.headers().contains("Authorization")) {
            return Optional.empty();
        }
        var cookie = request.getCookie(SignInCookie.NAME);
        return cookie == null ? Optional.empty() : Token.read(cookie.getValue());
    }

    @Override
    public Class<TokenRequest> getRequestType() {
        return TokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(TokenRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> signIns.actor(request.token, request.use)
                .map(actor -> identity(actor, request.token))
                .orElseThrow(AuthenticationFailedException::new));
    }

    private static SecurityIdentity identity(Actor actor, Token token) {
        return Actors.identity(actor)
                .addAttribute(Csrf.ATTRIBUTE, token.formToken())
                .addAttribute(Presences.TOKEN, token)
                .build();
    }

    /// None: [BasicAuthentication] asks in the way that suits who reads it.
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext exchange) {
        return Uni.createFrom().item(false);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext exchange) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, SignInCookie.NAME));
    }

    /// After Basic, which counts where it is given.
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY - 1;
    }
}
