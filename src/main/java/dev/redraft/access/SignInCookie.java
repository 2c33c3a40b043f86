package dev.redraft.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;

/// The cookie that carries a [Token]. Scripts cannot read it, and other sites' forms do not carry it. It has no
/// date of its own: the browser drops it when it closes, and the database knows when it ends.
final class SignInCookie {
    static final String NAME = "redraft";

    private SignInCookie() {}

    static NewCookie of(Token token, Transport transport) {
        return with(token.text(), transport).build();
    }

    /// Has the browser forget it.
    static NewCookie gone(Transport transport) {
        return with("", transport).maxAge(0).build();
    }

    /// How the request came. Over plain HTTP a browser would not keep a cookie that is marked as secure.
    enum Transport {
        PLAIN,
        ENCRYPTED;

        static Transport of(HttpServerRequest request) {
            return request.isSSL() ? ENCRYPTED : PLAIN;
        }
    }

    private static NewCookie.Builder with(String value, Transport transport) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .secure(transport == Transport.ENCRYPTED);
    }
}
