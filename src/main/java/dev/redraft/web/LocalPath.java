package dev.redraft.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A place of ours to go on to, with its query: never one at another site, whoever wrote the address.
///
/// @param text begins with one slash; percent-encoded
public record LocalPath(String text) {
    public static final LocalPath START = new LocalPath("/");

    private static final int LONGEST = 2_000;

    /// Browsers read a backslash as a slash and drop tabs and line breaks, so `/\evil` and `/<tab>/evil` would lead
    /// away like `//evil`. Everything that is not plain ASCII comes percent-encoded.
    private static final Pattern PLAIN = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

    /// The place that was asked for, or the start page where that is none of ours.
    public static LocalPath of(@Nullable String asked) {
        return asked != null
                        && asked.length() <= LONGEST
                        && PLAIN.matcher(asked).matches()
                ? new LocalPath(asked)
                : START;
    }

    /// The place of an address as a browser tells it (`Referer`, `HX-Current-URL`), if it is at this host.
    static LocalPath ofAddress(@Nullable String address, @Nullable String host) {
        if (address == null || host == null) {
            return START;
        }
        try {
            var uri = URI.create(address);
            var query = uri.getRawQuery();
            return host.equalsIgnoreCase(uri.getRawAuthority())
                    ? of(query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query)
                    : START;
        } catch (IllegalArgumentException _) {
            return START;
        }
    }

    /// Where to sign in to be led on to this place.
    public String afterSignIn() {
        return equals(START) ? "/sign-in" : "/sign-in?to=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text;
    }
}
