package dev.redraft.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.redraft.configuration.EntryPages.Line;
import dev.redraft.configuration.EntryPages.Position;
import dev.redraft.platform.Refusal;
import java.util.Base64;
import java.util.regex.Pattern;

/// Where a page of entries goes on: behind an entry, of the state that the first page showed.
///
/// @param version of the committed version, or the stamp of the draft
public record EntryCursor(long version, Position position) {
    private static final Pattern FORM = Pattern.compile("(-?\\d{1,18}):(-?\\d{1,18}):([^\\x00]+)", Pattern.DOTALL);

    /// The cursor behind an entry, as the text that clients hand back.
    public static String behind(Line line, long version) {
        var text = version + ":" + line.position() + ":" + line.key();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /// Reads what [#behind] wrote.
    ///
    /// @throws Refusal 400 if the text is no cursor
    public static EntryCursor read(String after) {
        try {
            var form = FORM.matcher(new String(Base64.getUrlDecoder().decode(after), UTF_8));
            if (form.matches()) {
                return new EntryCursor(
                        Long.parseLong(form.group(1)), new Position(Long.parseLong(form.group(2)), form.group(3)));
            }
        } catch (IllegalArgumentException _) {
            // It is no Base64, so no cursor either.
        }
        throw new Refusal(400, "malformed-parameter", "after is what the page before gave as next; this is none.")
                .with("parameter", "after");
    }
}
