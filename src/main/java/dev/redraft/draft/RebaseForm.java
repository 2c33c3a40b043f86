package dev.redraft.draft;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import dev.redraft.document.JsonReader;
import dev.redraft.document.Limits;
import dev.redraft.operation.Pointer;
import dev.redraft.operation.Resolution;
import dev.redraft.operation.Resolution.Decided;
import dev.redraft.operation.Resolution.Mine;
import dev.redraft.operation.Resolution.Theirs;
import dev.redraft.operation.Resolution.Value;
import dev.redraft.platform.Refusal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a request for a rebase says: `{"preview": true, "resolutions": {key: "mine"}}`.
///
/// @param isPreview whether nothing is to be changed
record RebaseForm(boolean isPreview, Decided decided) {
    /// The body, the resolutions, those of an entry, its paths and one of these stand around a value, where a
    /// configuration has one container at least.
    private static final int ENVELOPE = 4;

    /// @param body null or empty for a rebase without decisions
    /// @throws Refusal 400 `malformed-body`
    static RebaseForm read(byte @Nullable [] body, Limits limits) {
        if (body == null || body.length == 0) {
            return new RebaseForm(false, Decided.NOTHING);
        }
        if (!(JsonReader.value(body, limits.within(ENVELOPE)) instanceof JsonObject(var members))) {
            throw malformed("The body is an object: {\"preview\": true, \"resolutions\": {…}}.");
        }
        members.keySet().stream()
                .filter(name -> !name.equals("preview") && !name.equals("resolutions"))
                .findFirst()
                .ifPresent(name -> {
                    throw malformed("A rebase has no member \"" + name + "\"; it has \"preview\" and \"resolutions\".");
                });
        return new RebaseForm(isPreview(members.get("preview")), decided(members.get("resolutions")));
    }

    private static boolean isPreview(@Nullable Json value) {
        return switch (value) {
            case null -> false;
            case JsonBoolean(var isPreview) -> isPreview;
            case Json _ -> throw malformed("\"preview\" is true or false.");
        };
    }

    private static Decided decided(@Nullable Json value) {
        return switch (value) {
            case null -> Decided.NOTHING;
            case JsonObject resolutions -> decided(resolutions);
            case Json _ ->
                throw malformed("\"resolutions\" is an object: by key \"mine\", \"theirs\", {\"value\": …} or"
                        + " {\"paths\": {…}}.");
        };
    }

    private static Decided decided(JsonObject resolutions) {
        var entries = new HashMap<String, Resolution>();
        var paths = new HashMap<String, Resolution>();
        resolutions.members().forEach((key, value) -> {
            if (value instanceof JsonObject(var members)
                    && members.size() == 1
                    && members.get("paths") instanceof JsonObject(var pointers)) {
                pointers.forEach((pointer, one) -> paths.put(pointer(key, pointer), resolution(pointer, one)));
            } else {
                entries.put(key, resolution(key, value));
            }
        });
        return new Decided(Map.copyOf(entries), Map.copyOf(paths));
    }

    private static String pointer(String key, String pointer) {
        if (!leadsInto(key, pointer)) {
            throw malformed("The path \"" + pointer + "\" does not lead into the entry \"" + key + "\".");
        }
        return pointer;
    }

    private static boolean leadsInto(String key, String pointer) {
        try {
            return Pointer.parse(pointer).tokens().stream().limit(1).anyMatch(key::equals);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Resolution resolution(String of, Json value) {
        return switch (value) {
            case JsonString(var word) when word.equals("mine") -> new Mine();
            case JsonString(var word) when word.equals("theirs") -> new Theirs();
            case JsonObject(var members)
            when members.size() == 1 && members.get("value") instanceof Json chosen -> new Value(chosen);
            case Json _ ->
                throw malformed("The resolution of \"" + of
                        + "\" is \"mine\", \"theirs\" or {\"value\": …}; by path it is" + " {\"paths\": {\"/…\": …}}.");
        };
    }

    private static Refusal malformed(String sentence) {
        return new Refusal(400, "malformed-body", sentence);
    }
}
