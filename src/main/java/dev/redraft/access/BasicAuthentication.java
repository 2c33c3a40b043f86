package dev.redraft.access;

import dev.redraft.platform.Actor;
import dev.redraft.web.Problems;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/// HTTP Basic as RFC 7617 has it, in UTF-8. The built-in one cannot name the charset in its challenge.
@ApplicationScoped
class BasicAuthentication
        implements HttpAuthenticationMechanism, IdentityProvider<UsernamePasswordAuthenticationRequest> {
    private static final String SCHEME = "Basic ";

    private final Credentials credentials;
    private final Problems problems;

    BasicAuthentication(Credentials credentials, Problems problems) {
        this.credentials = credentials;
        this.problems = problems;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager identities) {
        var header = exchange.request().getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Uni.createFrom().nullItem();
        }
        return named(header.substring(SCHEME.length()).strip())
                .map(identities::authenticate)
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
    }

    /// Name and password, parted by the first colon.
    private static Optional<AuthenticationRequest> named(String encoded) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
            var text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            var colon = text.indexOf(':');
            return colon < 1 || text.indexOf('\0') >= 0
                    ? Optional.empty()
                    : Optional.of(new UsernamePasswordAuthenticationRequest(
                            text.substring(0, colon),
                            new PasswordCredential(text.substring(colon + 1).toCharArray())));
        } catch (IllegalArgumentException | CharacterCodingException _) {
            return Optional.empty();
        }
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
        var password = new String(request.getPassword().getPassword());
        return context.runBlocking(() -> credentials
                .proven(request.getUsername(), password)
                .map(proven -> identity(proven.actor()))
                .orElseThrow(AuthenticationFailedException::new));
    }

    private static SecurityIdentity identity(Actor actor) {
        return Actors.identity(actor).build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", Problems.CHALLENGE));
    }

    /// With the problem as the body: the default sends none where a rule on a path refuses.
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext exchange) {
        problems.send(exchange, new UnauthorizedException());
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(UsernamePasswordAuthenticationRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext exchange) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "basic"));
    }
}
