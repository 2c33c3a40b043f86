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

    private static final String OF_SCRIPTS = "script-src 'self'";

    private static final Map<String, String> OF_PAGES = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

    private static final String A_YEAR = "max-age=31536000";

    private CommonHeaders() {}

    /// The same with one more source of scripts, such as the hash of one that stands in a page.
    static String policyWith(String source) {
        return CONTENT_SECURITY_POLICY.replace(OF_SCRIPTS, OF_SCRIPTS + ' ' + source);
    }

    static void complete(RoutingContext exchange) {
        var request = exchange.request();
        var headers = exchange.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        if (request.isSSL()) {
            headers.set("Strict-Transport-Security", A_YEAR);
        }
        if (headers.get("Content-Type") instanceof String type && type.startsWith("text/html")) {
            OF_PAGES.forEach((name, value) -> setOnce(headers, name, value));
        }
        if (StaticFiles.hold(request.path())) {
            headers.set("Vary", "Accept-Encoding");
        }
        if (isOfApi(request)) {
            headers.set("Vary", "Accept, Authorization, Cookie");
        }
        limitKeeping(request, exchange.response().getStatusCode(), headers);
    }

    /// A page with a policy of its own has said what it needs.
    private static void setOnce(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
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
