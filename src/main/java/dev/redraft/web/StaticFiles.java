package dev.redraft.web;

import org.jspecify.annotations.Nullable;

/// Where the files are that pages are made of: open to everybody, and nothing else is below these addresses.
public final class StaticFiles {
    private StaticFiles() {}

    /// Whether a path is that of a file, so that nobody has to be known for it.
    public static boolean hold(@Nullable String path) {
        return isVersioned(path) || isOurs(path);
    }

    /// Files of others, each with its version in the path.
    static boolean isVersioned(@Nullable String path) {
        return path != null && (path.startsWith("/webjars/") || path.startsWith("/_static/"));
    }

    static boolean isOurs(@Nullable String path) {
        return path != null && path.startsWith("/app/");
    }
}
