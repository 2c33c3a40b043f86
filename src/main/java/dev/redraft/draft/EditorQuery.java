package dev.redraft.draft;

import dev.redraft.configuration.DraftEntries;
import dev.redraft.configuration.EntryCursor;
import dev.redraft.configuration.EntryFilter;
import dev.redraft.configuration.EntryPages.Position;
import dev.redraft.configuration.Gesture;
import dev.redraft.web.Page;
import dev.redraft.web.ValueForm;
import dev.redraft.web.ValueNode;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What the address of an editor asks for.
///
/// @param query text to look for
/// @param only `changed`, or nothing
/// @param key the one entry to show
/// @param edit the pointer of a value to edit
/// @param deed what to do with it: set, add, or more for what else there is
/// @param open the pointer of a value to show open
/// @param after where the page goes on
/// @param shown how many entries the page had before it was changed
/// @param said what was done just before
/// @param name of the member that is to be added
/// @param step `undone` or `redone`: only the rows of that step are asked for
record EditorQuery(
        @RestQuery @Nullable String query,
        @RestQuery @Nullable String only,
        @RestQuery @Nullable String key,
        @RestQuery @Nullable String edit,
        @RestQuery @Nullable String deed,
        @RestQuery @Nullable String open,
        @RestQuery @Nullable String after,
        @RestQuery @Nullable String shown,
        @RestQuery @Nullable String said,
        @RestQuery @Nullable String name,
        @RestQuery @Nullable String step) {
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    /// The entry alone, as a form on it asks for.
    static EditorQuery entry(String key) {
        return new EditorQuery(null, null, key, null, null, null, null, null, null, null, null);
    }

    /// What the page that sent a form had been asked for.
    static EditorQuery of(HttpHeaders headers) {
        var page = Stream.of("HX-Current-URL", "Referer")
                .map(headers::getHeaderString)
                .filter(address -> address != null)
                .findFirst()
                .orElse("");
        return new EditorQuery(
                parameter(page, "query"),
                parameter(page, "only"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static @Nullable String parameter(String address, String name) {
        return query(address)
                .flatMap(query -> Arrays.stream(query.split("&"))
                        .filter(part -> part.startsWith(name + "="))
                        .findFirst())
                .map(part -> URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8))
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }

    private static Optional<String> query(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getRawQuery());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    String text() {
        return query == null ? "" : query.strip();
    }

    boolean onlyChanged() {
        return "changed".equals(only);
    }

    String done() {
        return said == null ? "" : said;
    }

    String opened() {
        if (open != null) {
            return open;
        }
        return edit == null ? "" : edit;
    }

    int limit() {
        return shown != null && shown.matches("[0-9]{1,4}") ? Math.clamp(Integer.parseInt(shown), USUAL, MOST) : USUAL;
    }

    /// Whether entries are looked for that do not pass the schema.
    boolean asksForInvalid() {
        return filter().states().contains(EntryFilter.State.INVALID);
    }

    private EntryFilter filter() {
        var filter = EntryFilter.parse(text());
        return onlyChanged() ? filter.changed() : filter;
    }

    DraftEntries.Search search(Collection<String> invalid) {
        var from = after == null ? Position.START : EntryCursor.read(after).position();
        return new DraftEntries.Search(filter(), key == null ? Set.of() : Set.of(key), invalid, from, limit() + 1);
    }

    /// The gesture whose rows alone are asked for, by its state; null for all rows.
    Gesture.@Nullable State part() {
        return switch (step == null ? "" : step) {
            case "undone" -> Gesture.State.UNDONE;
            case "redone" -> Gesture.State.APPLIED;
            default -> null;
        };
    }

    /// The same for all rows.
    EditorQuery whole() {
        return new EditorQuery(query, only, key, edit, deed, open, after, shown, said, name, null);
    }

    /// Whether the page shows all entries.
    boolean isUnfiltered() {
        return text().isEmpty() && !onlyChanged();
    }

    /// The name of the entry that is to be added; empty if there is none or it is not known yet.
    String newEntry() {
        return (edit == null || edit.isEmpty()) && "add".equals(deed) && name != null ? name : "";
    }

    /// The form on a value that is asked for; null if that is not in this entry.
    @Nullable
    ValueForm form(ValueNode entry) {
        var node = edit == null ? null : entry.at(edit);
        if (node == null) {
            return null;
        }
        return "add".equals(deed) && name != null
                ? ValueForm.ofNew(node.pointer(), name, node.said().member(name))
                : ValueForm.of(deed == null ? "set" : deed, node);
    }

    /// The query of the filters alone, ready for more parameters.
    String filters() {
        return "?" + (text().isEmpty() ? "" : "query=" + Page.encoded(text()) + "&")
                + (onlyChanged() ? "only=changed&" : "");
    }
}
