package dev.redraft.statistics;

import dev.redraft.platform.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What numbers are written as.
enum Form {
    JSON,
    CSV;

    private static final MediaType TABLE = new MediaType("text", "csv");

    /// What `?format=` says, or else `Accept`: whichever of the two media types it names first.
    ///
    /// @throws Refusal 400 `malformed-parameter`
    static Form asked(@Nullable String format, HttpHeaders headers) {
        if (format != null) {
            return named(format);
        }
        for (var type : headers.getAcceptableMediaTypes()) {
            if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return JSON;
            }
            if (type.isCompatible(TABLE)) {
                return CSV;
            }
        }
        return JSON;
    }

    private static Form named(String format) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "json" -> JSON;
            case "csv" -> CSV;
            default ->
                throw new Refusal(400, "malformed-parameter", "format is json or csv.").with("parameter", "format");
        };
    }
}
