package dev.redraft.document;

import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Containers that differ from another in one place. Each is one copy: a value takes over, without copying it once
/// more, what nobody but this class can have made.
public final class Edited {
    private Edited() {}

    /// The object with this member, in place of the one of this name or at the end.
    public static JsonObject with(JsonObject object, String name, Json value) {
        var members = new Members(object.members());
        members.put(name, value);
        return new JsonObject(members);
    }

    /// The object with one more member, which is to stand before another.
    public static JsonObject withBefore(JsonObject object, String successor, String name, Json value) {
        var members = new Members(Map.of());
        object.members().forEach((key, member) -> {
            if (key.equals(successor)) {
                members.put(name, value);
            }
            members.put(key, member);
        });
        return new JsonObject(members);
    }

    /// The object without the member of this name.
    public static JsonObject without(JsonObject object, String name) {
        var members = new Members(object.members());
        members.remove(name);
        return new JsonObject(members);
    }

    /// The array with another value at the index.
    public static JsonArray with(JsonArray array, int index, Json value) {
        var elements = new Elements(array.elements());
        elements.set(index, value);
        return new JsonArray(elements);
    }

    /// The array with one more value, which is to stand at the index.
    public static JsonArray withMore(JsonArray array, int index, Json value) {
        var elements = new Elements(array.elements());
        elements.add(index, value);
        return new JsonArray(elements);
    }

    /// The array without what stands at the index.
    public static JsonArray without(JsonArray array, int index) {
        var elements = new Elements(array.elements());
        elements.remove(index);
        return new JsonArray(elements);
    }

    /// Members that are held by the value they are made for, and by nobody else.
    static final class Members extends LinkedHashMap<String, Json> {
        Members(Map<String, Json> members) {
            super(members.size() * 3 / 2);
            members.forEach(this::put);
        }
    }

    /// Elements that are held by the value they are made for, and by nobody else.
    static final class Elements extends ArrayList<Json> {
        Elements(List<Json> elements) {
            super(elements.size() + 1);
            addAll(elements);
        }
    }
}
