package dev.redraft.schema;

import com.networknt.schema.regex.RegularExpression;
import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.operation.Path;
import dev.redraft.operation.Step;
import dev.redraft.operation.Step.Index;
import dev.redraft.schema.Source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Which subschemas are about which place of a value, as far as that does not depend on the value: by members,
/// elements, `allOf` and references.
final class Places {
    private final Source source;
    private final Map<String, RegularExpression> patterns = new ConcurrentHashMap<>();

    Places(Source source) {
        this.source = source;
    }

    List<Place> atRoot() {
        return here(List.of(source.root()));
    }

    List<Place> at(Path path) {
        var places = atRoot();
        for (var step : path.steps()) {
            places = step(places, step);
        }
        return places;
    }

    List<Place> step(List<Place> places, Step step) {
        var next = new ArrayList<Place>();
        for (var place : places) {
            switch (step) {
                case Step.Key(var name) -> intoMember(place, name, next);
                case Index(var index) -> intoElement(place, index, next);
            }
        }
        return here(next);
    }

    private void intoMember(Place place, String name, List<Place> next) {
        var before = next.size();
        if (place.get("properties") instanceof JsonObject(var named) && named.containsKey(name)) {
            add(place, "properties", name, named.get(name), next);
        }
        if (place.get("patternProperties") instanceof JsonObject(var named)) {
            named.forEach((pattern, schema) -> {
                if (patterns.computeIfAbsent(pattern, Patterns::of).matches(name)) {
                    add(place, "patternProperties", pattern, schema, next);
                }
            });
        }
        if (next.size() == before) {
            add(place, "additionalProperties", place.get("additionalProperties"), next);
        }
    }

    private static void intoElement(Place place, int index, List<Place> next) {
        var first = place.get("items") instanceof JsonArray ? "items" : "prefixItems";
        if (place.get(first) instanceof JsonArray(var elements)) {
            if (index < elements.size()) {
                add(place, first, Integer.toString(index), elements.get(index), next);
            } else {
                var rest = first.equals("items") ? "additionalItems" : "items";
                add(place, rest, place.get(rest), next);
            }
        } else {
            add(place, "items", place.get("items"), next);
        }
    }

    private static void add(Place place, String keyword, @Nullable Json schema, List<Place> next) {
        if (schema instanceof JsonObject) {
            next.add(place.child(keyword, keyword, schema));
        }
    }

    private static void add(Place place, String keyword, String name, @Nullable Json schema, List<Place> next) {
        if (schema instanceof JsonObject) {
            next.add(place.child(keyword, keyword, schema).child(name, keyword, schema));
        }
    }

    /// The places with all that `allOf` and references add to them.
    private List<Place> here(List<Place> places) {
        Map<String, Place> found = new LinkedHashMap<>();
        var open = new ArrayList<>(places);
        while (!open.isEmpty()) {
            var place = open.removeLast();
            if (found.putIfAbsent(place.pointer(), place) == null) {
                source.within(place).stream()
                        .filter(part -> part.keyword().equals("allOf"))
                        .forEach(open::add);
                source.references(place).stream()
                        .map(source::target)
                        .filter(target -> target != null)
                        .forEach(open::add);
            }
        }
        return List.copyOf(found.values());
    }

    /// The values that a keyword has at these places.
    List<Json> values(List<Place> places, String keyword) {
        return places.stream()
                .filter(place -> counts(place, keyword))
                .map(place -> place.get(keyword))
                .filter(value -> value != null)
                .toList();
    }

    /// Before 2019, what stands beside a reference says nothing. What is our own does.
    private boolean counts(Place place, String keyword) {
        return keyword.startsWith("x-")
                || place.get("$ref") == null
                || !source.draft().ignoresBesideRef();
    }
}
