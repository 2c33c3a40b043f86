package dev.redraft.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.stream.Stream;

/// What a client would like of how it is answered: the header `Prefer` (RFC 7240). A preference that is none of
/// ours is ignored, as it asks for.
public final class Prefer {
    /// The answer comes later.
    public static final String RESPOND_ASYNC = "respond-async";

    /// The header that tells which preference was followed.
    public static final String APPLIED = "Preference-Applied";

    private static final String HEADER = "Prefer";

    private Prefer() {}

    /// Whether the client would rather not wait.
    public static boolean isAsync(HttpHeaders headers) {
        var lines = headers.getRequestHeader(HEADER);
        return lines != null && lines.stream().flatMap(Prefer::names).anyMatch(RESPOND_ASYNC::equalsIgnoreCase);
    }

    /// Values and parameters of preferences are cut away; quoted ones cannot hide a name, for it begins a
    /// preference.
    private static Stream<String> names(String line) {
        return Arrays.stream(line.replaceAll("\"(?:[^\"\\\\]|\\\\.)*+\"", "").split(",", -1))
                .map(preference -> preference.split("[;=]", 2)[0].strip());
    }
}
