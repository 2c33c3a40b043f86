package dev.redraft.document;

import dev.redraft.document.Json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The two shapes of one configuration: objects in each other, and one level of keys with dots in them.
public final class DottedKeys {
    private DottedKeys() {}

    /// Makes `{"a": {"b": 1}}` into `{"a.b": 1}`. Arrays and empty objects stay values. The keys that come out may be
    /// longer than an entry's key, so [Limits#requireEntry] is still to be asked.
    ///
    /// @throws Unreadable where two members get the same key
    public static JsonObject flatten(JsonObject document) {
        var flat = new LinkedHashMap<String, Json>();
        document.members().forEach((key, value) -> flatten(key, value, flat));
        return new JsonObject(flat);
    }

    private static void flatten(String key, Json value, Map<String, Json> flat) {
        if (value instanceof JsonObject(var members) && !members.isEmpty()) {
            members.forEach((name, member) -> flatten(key + "." + name, member, flat));
        } else if (flat.putIfAbsent(key, value) != null) {
            throw Unreadable.invalid(
                    "Two members would get the key %s. Rename one of them.".formatted(Excerpt.of(key)), null);
        }
    }

    /// Makes `{"a.b": 1}` into `{"a": {"b": 1}}`. A key with an empty part, such as `a..b`, stays as it is.
    ///
    /// @throws Unreadable where one key is a value and the start of another key
    public static JsonObject nest(JsonObject document) {
        var root = new Branch(new LinkedHashMap<>());
        document.members().forEach((key, value) -> root.grow(key, parts(key), value));
        return root.object();
    }

    private static List<String> parts(String key) {
        var parts = List.of(key.split("\\.", -1));
        return parts.contains("") ? List.of(key) : parts;
    }

    /// What stands under one part of a key while the tree grows.
    private sealed interface Node {
        Json json();

        /// A key of the document that led here.
        String key();
    }

    private record Leaf(String key, Json json) implements Node {}

    private record Branch(SequencedMap<String, Node> nodes) implements Node {
        void grow(String key, List<String> parts, Json value) {
            var branch = this;
            for (var part : parts.subList(0, parts.size() - 1)) {
                branch = branch.under(part, key);
            }
            var other = branch.nodes.putIfAbsent(parts.getLast(), new Leaf(key, value));
            if (other != null) {
                throw clash(key, other.key());
            }
        }

        private Branch under(String part, String key) {
            return switch (nodes.computeIfAbsent(part, absent -> new Branch(new LinkedHashMap<>()))) {
                case Branch branch -> branch;
                case Leaf leaf -> throw clash(leaf.key, key);
            };
        }

        @Override
        public Json json() {
            return object();
        }

        @Override
        public String key() {
            return nodes.firstEntry().getValue().key();
        }

        JsonObject object() {
            var members = new LinkedHashMap<String, Json>();
            nodes.forEach((part, node) -> members.put(part, node.json()));
            return new JsonObject(members);
        }
    }

    private static Unreadable clash(String value, String longer) {
        return Unreadable.invalid(
                "The key %s is a value and the start of %s. Rename one of them."
                        .formatted(Excerpt.of(value), Excerpt.of(longer)),
                null);
    }
}
