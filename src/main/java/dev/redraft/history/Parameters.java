package dev.redraft.history;

import dev.redraft.operation.Pointer;
import dev.redraft.platform.Refusal;
import org.jspecify.annotations.Nullable;

/// Which value somebody asks about, as an address writes it.
final class Parameters {
    private Parameters() {}

    /// @throws Refusal 400 if it is missing
    static String key(@Nullable String key) {
        if (key == null) {
            throw malformed("key", "key is missing: say which entry, as in ?key=server.port.");
        }
        return key;
    }

    /// @throws Refusal 400 if it is no pointer
    static Pointer pointer(String path) {
        try {
            return Pointer.parse(path);
        } catch (IllegalArgumentException malformed) {
            throw malformed("path", malformed.getMessage());
        }
    }

    /// A pointer that leads into an entry, or to one.
    ///
    /// @throws Refusal 400 if it is none
    static Pointer place(@Nullable String path) {
        var pointer = pointer(path == null ? "" : path);
        if (pointer.isRoot()) {
            throw malformed("path", "path is missing: say which value, as in ?path=/pool/max.");
        }
        return pointer;
    }

    private static Refusal malformed(String parameter, @Nullable String sentence) {
        return new Refusal(400, "malformed-parameter", String.valueOf(sentence)).with("parameter", parameter);
    }
}
