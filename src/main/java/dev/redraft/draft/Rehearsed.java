package dev.redraft.draft;

import dev.redraft.configuration.EntryChange;
import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import dev.redraft.document.JsonReader;
import dev.redraft.document.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The first changes that a rehearsal found, as it keeps them for the page that shows them; a side that is
/// absent has no member.
final class Rehearsed {
    /// So many entries at most are shown; the tally counts all.
    static final int MOST = 500;

    private static final String KEY = "key";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private Rehearsed() {}

    static byte[] write(List<EntryChange> changes) {
        var shown = changes.stream().limit(MOST).map(Rehearsed::json).toList();
        return JsonWriter.compact(new JsonArray(shown)).getBytes(StandardCharsets.UTF_8);
    }

    private static Json json(EntryChange change) {
        var members = new LinkedHashMap<String, Json>();
        members.put(KEY, new JsonString(change.key()));
        put(members, BEFORE, change.before());
        put(members, AFTER, change.after());
        return new JsonObject(members);
    }

    private static void put(Map<String, Json> members, String name, @Nullable Json side) {
        if (side != null) {
            members.put(name, side);
        }
    }

    static List<EntryChange> read(byte[] written) {
        if (JsonReader.stored(new String(written, StandardCharsets.UTF_8)) instanceof JsonArray(var shown)) {
            return shown.stream().map(Rehearsed::change).toList();
        }
        throw new IllegalStateException("A rehearsal that is no list");
    }

    private static EntryChange change(Json written) {
        if (written instanceof JsonObject(var members) && members.get(KEY) instanceof JsonString(var key)) {
            return new EntryChange(key, members.get(BEFORE), members.get(AFTER));
        }
        throw new IllegalStateException("A change without a key");
    }
}
