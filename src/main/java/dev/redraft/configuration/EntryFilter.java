package dev.redraft.configuration;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What of a draft's entries is looked for, as somebody types it: words, and tokens such as `@removed`,
/// `key:server.` or `type:number`. What is no token is a word; in quotation marks anything is.
///
/// @param text what key, names or values contain; empty for all
/// @param key what the key begins with; empty for any
/// @param value what names or values contain; empty for any
/// @param type as PostgreSQL names it; empty for any
/// @param states none for all entries, else those of which one has to be so
public record EntryFilter(String text, String key, String value, String type, Set<State> states) {
    /// What became of an entry in a draft.
    public enum State {
        MODIFIED,
        ADDED,
        REMOVED,
        /// Others changed it, too, since the draft was started.
        CONFLICT,
        /// It does not pass the schema.
        INVALID
    }

    /// Looks for nothing in particular.
    public static final EntryFilter ALL = new EntryFilter("", "", "", "", Set.of());

    private static final Pattern PART = Pattern.compile("((?:key|value):)?\"([^\"]*)\"|(\\S+)");

    private static final Map<String, Set<State>> STATES = Map.of(
            "changed", Set.of(State.MODIFIED, State.ADDED, State.REMOVED),
            "modified", Set.of(State.MODIFIED),
            "added", Set.of(State.ADDED),
            "removed", Set.of(State.REMOVED),
            "conflict", Set.of(State.CONFLICT),
            "invalid", Set.of(State.INVALID));

    private static final Map<String, String> TYPES = Map.of(
            "text", "string",
            "string", "string",
            "number", "number",
            "true/false", "boolean",
            "boolean", "boolean",
            "null", "null",
            "list", "array",
            "array", "array",
            "object", "object");

    /// Reads what somebody typed.
    public static EntryFilter parse(String typed) {
        var words = new ArrayList<String>();
        var filter = ALL;
        var parts = PART.matcher(typed);
        while (parts.find()) {
            filter = parts.group(3) == null
                    ? filter.quoted(parts.group(1), parts.group(2), words)
                    : filter.token(parts.group(3), words);
        }
        var isPlain = filter.equals(ALL) && typed.indexOf('"') < 0;
        return filter.with(isPlain ? typed.strip() : String.join(" ", words));
    }

    private EntryFilter quoted(@Nullable String name, String text, List<String> words) {
        if (name == null) {
            words.add(text);
            return this;
        }
        return named(name.substring(0, name.length() - 1), text);
    }

    private EntryFilter token(String token, List<String> words) {
        var word = token.toLowerCase(Locale.ROOT);
        if (word.matches("(@|is:).+") && STATES.containsKey(word.replaceFirst("@|is:", ""))) {
            return or(STATES.getOrDefault(word.replaceFirst("@|is:", ""), Set.of()));
        }
        var colon = token.indexOf(':');
        var name = colon < 0 ? "" : word.substring(0, colon);
        var rest = token.substring(colon + 1);
        if (name.equals("type") && TYPES.containsKey(rest.toLowerCase(Locale.ROOT))) {
            return new EntryFilter(text, key, value, TYPES.getOrDefault(rest.toLowerCase(Locale.ROOT), ""), states);
        }
        if (!rest.isEmpty() && (name.equals("key") || name.equals("value"))) {
            return named(name, rest);
        }
        words.add(token);
        return this;
    }

    private EntryFilter named(String name, String wanted) {
        return name.equals("key")
                ? new EntryFilter(text, wanted, value, type, states)
                : new EntryFilter(text, key, wanted, type, states);
    }

    private EntryFilter or(Set<State> more) {
        var all = EnumSet.copyOf(more);
        all.addAll(states);
        return new EntryFilter(text, key, value, type, all);
    }

    private EntryFilter with(String words) {
        return new EntryFilter(words, key, value, type, states);
    }

    /// The same, of entries alone that the draft changes.
    public EntryFilter changed() {
        return states.isEmpty() ? or(EnumSet.of(State.MODIFIED, State.ADDED, State.REMOVED)) : this;
    }
}
