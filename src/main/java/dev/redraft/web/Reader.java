package dev.redraft.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who will read an answer, and so whether a problem is JSON or a page, and what becomes of somebody who has to sign
/// in first.
enum Reader {
    /// A program: everything below `/api` and `/q`, and whoever asks a page's address for something else than a page.
    PROGRAM,
    /// A script on one of our pages, which asks for a part of it.
    SCRIPT,
    /// Somebody in front of a browser.
    PERSON;

    static Reader of(HttpServerRequest request) {
        if (isProgrammatic(request.path())) {
            return PROGRAM;
        }
        if (isFetched(request)) {
            return isWholePage(request) ? PERSON : SCRIPT;
        }
        return accepts(request, "text/html") ? PERSON : PROGRAM;
    }

    /// Whether an address is one for programs; all others are pages and what belongs to them.
    static boolean isProgrammatic(@Nullable String path) {
        return path == null || isBelow("/api", path) || isBelow("/q", path);
    }

    private static boolean isBelow(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    /// Whether htmx asks, which follows a redirect on its own but leaves the address of the page as it was.
    static boolean isFetched(HttpServerRequest request) {
        return request.headers().contains("HX-Request");
    }

    private static boolean isWholePage(HttpServerRequest request) {
        return request.headers().contains("HX-Boosted") || request.headers().contains("HX-History-Restore-Request");
    }

    /// Where somebody has to go who asks for a page and is not signed in; nowhere if a program asks.
    static Optional<String> toSignIn(HttpServerRequest request) {
        return of(request) == PROGRAM && !acceptsAnything(request)
                ? Optional.empty()
                : Optional.of(place(request).afterSignIn());
    }

    /// The place to come back to: this one if it can be asked for again, else the page that asked.
    private static LocalPath place(HttpServerRequest request) {
        var host = request.getHeader("Host");
        if (isFetched(request)) {
            return LocalPath.ofAddress(request.getHeader("HX-Current-URL"), host);
        }
        return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)
                ? LocalPath.of(request.uri())
                : back(request);
    }

    /// The page that the reader comes from.
    static LocalPath back(HttpServerRequest request) {
        return LocalPath.ofAddress(request.getHeader("Referer"), request.getHeader("Host"));
    }

    private static boolean acceptsAnything(HttpServerRequest request) {
        return request.getHeader("Accept") == null || accepts(request, "*/*");
    }

    private static boolean accepts(HttpServerRequest request, String type) {
        var accepted = request.getHeader("Accept");
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains(type);
    }
}
