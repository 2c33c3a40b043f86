package dev.redraft.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The token that proves that a change was asked for on one of our pages, for templates: `{inject:csrf.token}`, or
/// `{#csrf /}` for the whole hidden field. A browser sends cookies along with what other sites ask for; this it
/// cannot.
@Named("csrf")
@RequestScoped
public class Csrf {
    static final String ATTRIBUTE = "redraft.form-token";
    static final String FIELD = "csrf";
    static final String HEADER = "X-CSRF-Token";

    private final CurrentVertxRequest request;

    Csrf(CurrentVertxRequest request) {
        this.request = request;
    }

    /// Empty where there is no sign-in that it could belong to.
    public String getToken() {
        return expected().orElse("");
    }

    /// Whether a change may be made that carries this token. Whoever did not come in by cookie needs none: no browser
    /// lends anybody a password.
    boolean allows(@Nullable String shown) {
        return expected().map(right -> shown != null && equal(right, shown)).orElse(true);
    }

    private Optional<String> expected() {
        return Visitor.attribute(request.getCurrent(), ATTRIBUTE, String.class);
    }

    /// In the same time wherever they differ.
    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
