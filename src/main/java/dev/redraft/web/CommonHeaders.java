package dev.redraft.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/// The headers of every answer that no resource has to think of: what a browser may do with it, and who may
/// keep it.
final class CommonHeaders {
    /// Nothing but what comes from here, nothing inline, and no frame around it.
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Map<String, String> OF_PAGES = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

    private static final String A_YEAR = "max-age=31536000";

    private CommonHeaders() {}

    static void complete(RoutingContext exchange) {
        var request = exchange.request();
        var headers = exchange.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        if (request.isSSL()) {
            headers.set("Strict-Transport-Security", A_YEAR);
        }
        if (headers.get("Content-Type") instanceof String type && type.startsWith("text/html")) {
            OF_PAGES.forEach(headers::set);
        }
        if (StaticFiles.hold(request.path())) {
            headers.set("Vary", "Accept-Encoding");
        }
        if (isOfApi(request)) {
            headers.set("Vary", "Accept, Authorization, Cookie");
        }
        limitKeeping(request, exchange.response().getStatusCode(), headers);
    }

    /// Files have no secrets. Those below `/webjars/` have their version in the path; ours below `/app/` change
    /// with the next release under the same name, so a browser asks each time whether they did.
    private static void limitKeeping(HttpServerRequest request, int status, MultiMap headers) {
        var isFile = status == 200 || status == 206 || status == 304;
        if (isFile && StaticFiles.isVersioned(request.path())) {
            headers.set("Cache-Control", "public, immutable, " + A_YEAR);
        } else if (isFile && StaticFiles.isOurs(request.path())) {
            headers.set("Cache-Control", "no-cache");
        } else if (!headers.contains("Cache-Control")) {
            headers.set("Cache-Control", "no-store");
        }
    }

    private static boolean isOfApi(HttpServerRequest request) {
        return request.path() instanceof String path && (path.equals("/api") || path.startsWith("/api/"));
    }
}
