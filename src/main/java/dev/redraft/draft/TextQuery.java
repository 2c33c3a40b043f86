package dev.redraft.draft;

import dev.redraft.document.Format;
import jakarta.ws.rs.HeaderParam;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What the address of a draft as text asks for.
///
/// @param format json or yaml
/// @param said what was done just before
/// @param kept `values` if nothing else of the text was
/// @param stamp of the draft that a script's text became
/// @param script `true` if a script asks: it has the text, and wants what is around it
record TextQuery(
        @RestQuery @Nullable String format,
        @RestQuery @Nullable String said,
        @RestQuery @Nullable String kept,
        @RestQuery @Nullable String stamp,
        @HeaderParam("HX-Request") @Nullable String script) {
    Format kind() {
        return Format.ofText(format);
    }

    String done() {
        return Objects.requireNonNullElse(said, "");
    }

    List<String> notes() {
        return "values".equals(kept) ? kind().notes() : List.of();
    }
}
