package dev.redraft.statistics;

import dev.redraft.platform.Refusal;
import dev.redraft.web.Accepted;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What numbers are written as.
enum Form {
    JSON("application/json"),
    CSV("text/csv");

    private final String mediaType;

    Form(String mediaType) {
        this.mediaType = mediaType;
    }

    /// What `?format=` says, or else `Accept`: whichever of the two media types it wants more.
    ///
    /// @throws Refusal 400 `malformed-parameter`
    static Form asked(@Nullable String format, HttpHeaders headers) {
        if (format != null) {
            return named(format);
        }
        return Accepted.of(headers)
                .best(List.of(values()), form -> List.of(form.mediaType))
                .orElse(JSON);
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
