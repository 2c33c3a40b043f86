package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonNull;
import dev.redraft.document.Json.JsonObject;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// JSON Merge Patch, as [RFC 7396](https://www.rfc-editor.org/rfc/rfc7396) has it in section 2.
public final class MergePatch {
    private MergePatch() {}

    /// What a value becomes; null stands for absence on either side.
    public static @Nullable Json applied(@Nullable Json target, Json patch) {
        return switch (patch) {
            case JsonNull _ -> null;
            case JsonObject object -> merged(target, object);
            case Json value -> value;
        };
    }

    private static JsonObject merged(@Nullable Json target, JsonObject patch) {
        var members = new LinkedHashMap<String, Json>();
        if (target instanceof JsonObject(var old)) {
            members.putAll(old);
        }
        patch.members().forEach((name, value) -> {
            var member = applied(members.get(name), value);
            if (member == null) {
                members.remove(name);
            } else {
                members.put(name, member);
            }
        });
        return new JsonObject(members);
    }
}
