package dev.redraft.draft;

import dev.redraft.configuration.Edit;
import dev.redraft.document.BoundedText;
import dev.redraft.document.Format;
import jakarta.ws.rs.HeaderParam;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// A whole draft as somebody typed it.
///
/// @param format json or yaml
/// @param stamp of the draft that the text was made from
/// @param script `true` if a script sent it, which keeps the text
record TextForm(
        @RestForm @Nullable String text,
        @RestForm @Nullable String format,
        @RestForm @Nullable String stamp,
        @HeaderParam("HX-Request") @Nullable String script) {
    /// The text, with line ends as documents have them: browsers send each as two characters.
    String typed() {
        return Objects.requireNonNullElse(text, "").replace("\r\n", "\n");
    }

    /// The text as the page needs it again.
    String back() {
        return script == null ? typed() : "";
    }

    /// Whether the text is the very one that this document is written as, so that nothing of it gets lost.
    boolean isWritten(Edit.Whole document) {
        var whole = document.reading().apply(_ -> null);
        return typed().equals(BoundedText.of(whole, kind(), Long.MAX_VALUE));
    }

    String origin() {
        return Objects.requireNonNullElse(stamp, "");
    }

    Format kind() {
        return Format.ofText(format);
    }
}
