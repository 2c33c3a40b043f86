package dev.redraft.web;

import dev.redraft.platform.Refusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Stands before routing and authentication: refuses addresses that two readers could read differently and changes
/// that another site asks a browser for, and puts the headers on every answer that no resource has to think of.
@ApplicationScoped
class Guards {
    /// Larger than everything Quarkus and the features register: a filter with a larger number runs earlier.
    private static final int FIRST = 100_000;

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    /// Path parameters, encoded and doubled separators, dot segments in any spelling, control characters, and percent
    /// signs that encode nothing. Rules and routing might see different paths.
    private static final Pattern AMBIGUOUS = Pattern.compile(
            ";|//|\\\\|%(?![0-9a-f]{2})|%(?:3b|2f|5c|[01][0-9a-f]|7f)|(?:^|/)(?:\\.|%2e){1,2}(?:/|$)",
            Pattern.CASE_INSENSITIVE);

    private final Problems problems;
    private final BodyLimit limit;
    private final ResourceMethods methods;

    Guards(Problems problems, BodyLimit limit, ResourceMethods methods) {
        this.problems = problems;
        this.limit = limit;
        this.methods = methods;
    }

    void register(@Observes Filters filters) {
        filters.register(this::guard, FIRST);
    }

    /// What fails or ends outside of any resource: sign-in before routing, and addresses that lead nowhere.
    void catchAll(@Observes Router router) {
        router.route().order(-FIRST).failureHandler(this::failed);
        router.route().last().handler(this::lost);
    }

    private void guard(RoutingContext exchange) {
        exchange.addHeadersEndHandler(_ -> CommonHeaders.complete(exchange));
        try {
            refuseAmbiguousPath(exchange.request());
            refuseNul(exchange.request());
            refuseOtherSites(exchange.request());
            refuseOtherBodies(exchange.request());
            refuseLargeBody(exchange);
        } catch (Refusal refusal) {
            problems.send(exchange, refusal);
            return;
        }
        exchange.next();
    }

    private static void refuseAmbiguousPath(HttpServerRequest request) {
        var path = rawPath(request.uri());
        if (!path.startsWith("/") || AMBIGUOUS.matcher(path).find()) {
            throw new Refusal(
                    400,
                    "malformed-path",
                    "The path holds a ';', a backslash, an encoded or doubled '/', or a dot segment; "
                            + "what is no plain name belongs into the query.");
        }
    }

    /// PostgreSQL takes no NUL in any text, and no text of ours has one.
    private static void refuseNul(HttpServerRequest request) {
        if (request.uri().contains("%00")) {
            throw new Refusal(400, "malformed-query", "The query holds a NUL character.");
        }
    }

    private static String rawPath(String uri) {
        var query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /// Browsers send Basic credentials and cookies along with whatever another site makes them ask for. They say
    /// so in Sec-Fetch-Site; older ones, and plain HTTP, leave Origin. Programs send neither.
    private static void refuseOtherSites(HttpServerRequest request) {
        if (SAFE.contains(request.method())) {
            return;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        var own = site == null ? isOwnOrigin(request) : OWN_SITE.contains(site.toLowerCase(Locale.ROOT));
        if (!own) {
            throw new Refusal(403, "cross-site", "Another site asked your browser for this change; it was not made.");
        }
    }

    private static boolean isOwnOrigin(HttpServerRequest request) {
        var origin = request.getHeader("Origin");
        if (origin == null) {
            return true;
        }
        var host = request.getHeader("Host");
        try {
            return host != null && host.equalsIgnoreCase(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// What is compressed or only a part would be taken for what it is not (RFC 9110, sections 8.4 and 14.5).
    private static void refuseOtherBodies(HttpServerRequest request) {
        var coding = request.getHeader("Content-Encoding");
        if (coding != null && !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity")) {
            throw new Refusal(415, "unsupported-media-type", "A body is read as it is. Send it without compression.")
                    .withHeader("Accept-Encoding", "identity");
        }
        if (request.method().equals(HttpMethod.PUT) && request.headers().contains("Content-Range")) {
            throw new Refusal(400, "malformed-header", "What is put here is put as a whole, without Content-Range.")
                    .with("header", "Content-Range");
        }
    }

    /// By what it says of itself; [BodyLimit] counts the others while they are read.
    private void refuseLargeBody(RoutingContext exchange) {
        var length = exchange.request().getHeader("Content-Length");
        if (length != null && length.matches("[0-9]{1,18}") && limit.isPassedBy(Long.parseLong(length))) {
            exchange.addEndHandler(_ -> exchange.request().connection().close());
            throw limit.passed();
        }
    }

    private void failed(RoutingContext exchange) {
        var thrown = exchange.failure();
        if (thrown != null) {
            problems.send(exchange, thrown);
            return;
        }
        Diagnosis.ofStatus(exchange.statusCode())
                .ifPresentOrElse(problem -> problems.send(exchange, problem), exchange::next);
    }

    private void lost(RoutingContext exchange) {
        problems.send(exchange, methods.nowhere(exchange.request()));
    }
}
