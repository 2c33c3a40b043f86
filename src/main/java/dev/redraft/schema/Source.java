package dev.redraft.schema;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import dev.redraft.operation.Pointer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A schema as it is written: where its subschemas stand and where its references lead.
final class Source {
    private static final Set<String> ONE = Set.of(
            "additionalProperties",
            "items",
            "additionalItems",
            "contains",
            "not",
            "if",
            "then",
            "else",
            "propertyNames",
            "unevaluatedItems",
            "unevaluatedProperties",
            "contentSchema");
    private static final Set<String> SEVERAL = Set.of("allOf", "anyOf", "oneOf", "prefixItems", "items");
    private static final Set<String> NAMED =
            Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies");

    /// Those that look at the value itself and at nothing within it.
    private static final Set<String> IN_PLACE =
            Set.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas", "dependencies");

    private static final List<String> REFERENCES = List.of("$ref", "$dynamicRef");

    private final Json root;
    private final Draft draft;
    private final Map<String, Place> anchors = new HashMap<>();

    /// A schema within the schema.
    ///
    /// @param keyword what it is the value of, or of a part of
    record Place(String pointer, String keyword, Json schema) {
        boolean isInPlace() {
            return IN_PLACE.contains(keyword);
        }

        @Nullable
        Json get(String name) {
            return schema instanceof JsonObject(var members) ? members.get(name) : null;
        }

        Place child(String name, String newKeyword, Json child) {
            return new Place(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), newKeyword, child);
        }
    }

    Source(Json root, Draft draft) {
        this.root = root;
        this.draft = draft;
        collectAnchors();
    }

    Place root() {
        return new Place("", "", root);
    }

    Draft draft() {
        return draft;
    }

    /// The subschemas that stand right in this one.
    List<Place> within(Place place) {
        var found = new ArrayList<Place>();
        if (place.schema() instanceof JsonObject(var members)) {
            members.forEach((keyword, value) -> collect(place, keyword, value, found));
        }
        return found;
    }

    private static void collect(Place place, String keyword, Json value, List<Place> found) {
        var here = place.child(keyword, keyword, value);
        if (value instanceof JsonArray(var elements) && SEVERAL.contains(keyword)) {
            for (var index = 0; index < elements.size(); index++) {
                found.add(here.child(Integer.toString(index), keyword, elements.get(index)));
            }
        } else if (value instanceof JsonObject(var members) && NAMED.contains(keyword)) {
            members.forEach((name, member) -> {
                if (!(member instanceof JsonArray)) {
                    found.add(here.child(name, keyword, member));
                }
            });
        } else if (ONE.contains(keyword)) {
            found.add(here);
        }
    }

    /// The references that stand in this one, as they are written.
    List<String> references(Place place) {
        return REFERENCES.stream()
                .map(place::get)
                .filter(JsonString.class::isInstance)
                .map(reference -> ((JsonString) reference).value())
                .toList();
    }

    /// Where a reference leads; null if that is nowhere in this schema.
    @Nullable
    Place target(String reference) {
        if (reference.equals("#")) {
            return root();
        }
        if (!reference.startsWith("#/")) {
            return reference.startsWith("#") ? anchors.get(reference.substring(1)) : null;
        }
        try {
            return at(Pointer.parse(
                    URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private @Nullable Place at(Pointer pointer) {
        var here = root();
        for (var token : pointer.tokens()) {
            var next = child(here.schema(), token);
            if (next == null) {
                return null;
            }
            here = here.child(token, "", next);
        }
        return here;
    }

    private static @Nullable Json child(Json parent, String token) {
        if (parent instanceof JsonArray(var elements)) {
            return token.matches("0|[1-9][0-9]{0,8}") && Integer.parseInt(token) < elements.size()
                    ? elements.get(Integer.parseInt(token))
                    : null;
        }
        return parent instanceof JsonObject(var members) ? members.get(token) : null;
    }

    private void collectAnchors() {
        var open = new ArrayDeque<>(List.of(root()));
        while (!open.isEmpty()) {
            var place = open.pop();
            for (var name : anchorsOf(place)) {
                if (anchors.putIfAbsent(name, place) != null) {
                    throw new InvalidSchema(place.pointer(), "The anchor " + Nodes.quoted(name) + " stands twice.");
                }
            }
            open.addAll(within(place));
        }
    }

    private List<String> anchorsOf(Place place) {
        var names = new ArrayList<String>();
        if (draft == Draft.DRAFT_2020_12) {
            for (var keyword : List.of("$anchor", "$dynamicAnchor")) {
                if (place.get(keyword) instanceof JsonString(var name) && !names.contains(name)) {
                    names.add(name);
                }
            }
        } else if (place.get(draft.idKeyword()) instanceof JsonString(var id) && id.startsWith("#")) {
            names.add(id.substring(1));
        }
        return names;
    }
}
