package dev.redraft.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;

/// The cookie that carries a [Token]. Scripts cannot read it, and other sites' forms do not carry it. It has no
/// date of its own: the browser drops it when it closes, and the database knows when it ends.
final class SignInCookie {
    static final String NAME = "redraft";

    private SignInCookie() {}

    static NewCookie of(Token token, HttpServerRequest request) {
        return with(token.text(), request).build();
    }

    /// Has the browser forget it.
    static NewCookie gone(HttpServerRequest request) {
        return with("", request).maxAge(0).build();
    }

    /// Over plain HTTP a browser would not keep a cookie that is marked as secure.
    private static NewCookie.Builder with(String value, HttpServerRequest request) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .secure(request.isSSL());
    }
}
