package dev.redraft.schema;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import dev.redraft.operation.Path;
import dev.redraft.operation.Step;
import dev.redraft.operation.Step.Index;
import dev.redraft.schema.Source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// `x-unique`: which objects of a list or a map have the same values where no two may.
final class Uniqueness {
    private static final String KEYWORD = "x-unique";

    private final Places places;
    private final Work work;
    private final List<SchemaProblem> problems = new ArrayList<>();

    private Uniqueness(Places places, Work work) {
        this.places = places;
        this.work = work;
    }

    /// The duplicates in a configuration, or in a part of one, whose root the value is.
    static List<SchemaProblem> problems(Places places, Work work, Json value) {
        var uniqueness = new Uniqueness(places, work);
        uniqueness.look(Path.ROOT, value, places.atRoot());
        return uniqueness.problems;
    }

    private void look(Path path, Json value, List<Place> here) {
        work.spend(1L + here.size());
        for (var names : places.values(here, KEYWORD)) {
            check(path, value, names(names));
        }
        switch (value) {
            case JsonObject object ->
                object.members().forEach((name, member) -> lookInto(path, new Step.Key(name), member, here));
            case JsonArray array -> {
                var elements = array.elements();
                for (var index = 0; index < elements.size(); index++) {
                    lookInto(path, new Index(index), elements.get(index), here);
                }
            }
            default -> {}
        }
    }

    private void lookInto(Path path, Step step, Json child, List<Place> here) {
        var next = places.step(here, step);
        if (!next.isEmpty()) {
            look(path.child(step), child, next);
        }
    }

    private static List<String> names(Json names) {
        return ((JsonArray) names)
                .elements().stream().map(name -> ((JsonString) name).value()).toList();
    }

    private void check(Path path, Json container, List<String> names) {
        var same = new LinkedHashMap<String, List<Path>>();
        children(path, container).forEach((place, child) -> {
            if (child instanceof JsonObject object && object.members().keySet().containsAll(names)) {
                var values = names.stream()
                        .map(name -> Canonical.text(
                                Nodes.of(Objects.requireNonNull(object.members().get(name)))))
                        .collect(Collectors.joining(", "));
                same.computeIfAbsent(values, key -> new ArrayList<>()).add(place);
            }
        });
        same.forEach((values, found) -> {
            if (found.size() > 1) {
                found.forEach(place -> problems.add(problem(path, place, names, values, found)));
            }
        });
    }

    private static Map<Path, Json> children(Path path, Json container) {
        var children = new LinkedHashMap<Path, Json>();
        switch (container) {
            case JsonObject object ->
                object.members().forEach((name, member) -> children.put(path.member(name), member));
            case JsonArray array -> {
                var elements = array.elements();
                for (var index = 0; index < elements.size(); index++) {
                    children.put(path.element(index), elements.get(index));
                }
            }
            default -> {}
        }
        return children;
    }

    private static SchemaProblem problem(
            Path container, Path place, List<String> names, String values, List<Path> found) {
        var other = found.getFirst().equals(place) ? found.get(1) : found.getFirst();
        return SchemaProblem.twice(
                place.pointer(),
                place.entryKey(),
                "must have " + String.join(" and ", names) + " of its own, but " + other.pointer() + " has "
                        + Nodes.cut(values) + " too",
                container.pointer() + " " + values);
    }
}
