package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A JSON Pointer as it came over the wire ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)): tokens whose
/// type only the document knows.
public record Pointer(List<String> tokens) {
    private static final Pattern LONE_TILDE = Pattern.compile("~(?![01])");

    /// One of more digits is beyond every array.
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    /// Reads a pointer: empty, or tokens that each follow a slash.
    ///
    /// @throws IllegalArgumentException with a sentence that says what is wrong
    public static Pointer parse(String text) {
        if (text.isEmpty()) {
            return new Pointer(List.of());
        }
        if (text.charAt(0) != '/') {
            throw new IllegalArgumentException("A pointer is empty or starts with a slash.");
        }
        if (text.indexOf('~') >= 0 && LONE_TILDE.matcher(text).find()) {
            throw new IllegalArgumentException("In a pointer, ~ stands only in ~0 (for ~) and ~1 (for /).");
        }
        return new Pointer(Arrays.stream(text.substring(1).split("/", -1))
                .map(Pointer::unescape)
                .toList());
    }

    private static String unescape(String token) {
        // In this order, so that ~01 becomes ~1 and not a slash.
        return token.replace("~1", "/").replace("~0", "~");
    }

    static String escape(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }

    /// The same place, seen from what holds a member of this name that this pointer starts at.
    Pointer within(String name) {
        return new Pointer(Stream.concat(Stream.of(name), tokens.stream()).toList());
    }

    /// Whether the other is a place within this one.
    boolean leadsTo(Pointer other) {
        return other.tokens.size() > tokens.size()
                && other.tokens.subList(0, tokens.size()).equals(tokens);
    }

    public boolean isRoot() {
        return tokens.isEmpty();
    }

    /// A place within an entry, and what stands there.
    public record Found(Path path, Json value) {}

    /// Where this leads to within an entry, at whose value it starts; null if nothing stands there.
    public @Nullable Found in(String key, Json entry) {
        var path = Path.entry(key);
        var here = entry;
        for (var token : tokens) {
            var step = here instanceof JsonArray ? index(token) : new Step.Key(token);
            var child = step == null ? null : Tree.child(here, step);
            if (step == null || child == null) {
                return null;
            }
            path = path.child(step);
            here = child;
        }
        return new Found(path, here);
    }

    private static @Nullable Step index(String token) {
        return INDEX.matcher(token).matches() ? new Step.Index(Integer.parseInt(token)) : null;
    }

    /// The pointer to the first `length` tokens, as text.
    String upTo(int length) {
        var text = new StringBuilder();
        tokens.subList(0, length).forEach(token -> text.append('/').append(escape(token)));
        return text.toString();
    }

    @Override
    public String toString() {
        return upTo(tokens.size());
    }
}
