package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Documents of objects that are always there and of values in them that come, go and change: what becomes of
/// such a value can be told without knowing anything of operations.
final class Leaves {
    private static final List<String> PLACES =
            List.of("/0", "/a", "/~1", "/o/0", "/o/-", "/o/", "/o/p/1", "/o/p/x=y", "/o/p/~0", "/q/0", "/q/a");
    private static final Map<String, List<String>> CONTAINERS = Map.of("", List.of("o", "q"), "/o", List.of("p"));
    private static final Map<String, String> NAMES = PLACES.stream()
            .collect(Collectors.toMap(
                    place -> place, place -> Pointer.parse(place).tokens().getLast()));
    private static final Map<String, List<String>> WITHIN =
            PLACES.stream().collect(Collectors.groupingBy(place -> place.substring(0, place.lastIndexOf('/'))));
    private static final List<Json> VALUES = List.of(
            Json.NULL,
            new JsonNumber("1"),
            new JsonNumber("1.0"),
            new JsonNumber("2"),
            new JsonString("1"),
            new JsonString(""));

    private final Random random;

    Leaves(long seed) {
        random = new Random(seed);
    }

    /// A value or nothing for each place.
    Map<String, Json> some() {
        var leaves = new HashMap<String, Json>();
        PLACES.forEach(place -> {
            if (random.nextInt(3) > 0) {
                leaves.put(place, VALUES.get(random.nextInt(VALUES.size())));
            }
        });
        return leaves;
    }

    /// The same, with another value or nothing at some places, about one in the given number.
    Map<String, Json> changed(Map<String, Json> leaves, int one) {
        return changed(leaves, one, PLACES);
    }

    private Map<String, Json> changed(Map<String, Json> leaves, int one, List<String> places) {
        var changed = new HashMap<>(leaves);
        var others = some();
        for (var place : places) {
            if (random.nextInt(one) == 0) {
                set(changed, place, others.get(place));
            }
        }
        return changed;
    }

    /// The same, with changes at the places alone that are dealt to this one of three.
    Map<String, Json> changedByOneOfThree(Map<String, Json> leaves, int which) {
        return changed(
                leaves,
                2,
                PLACES.stream()
                        .filter(place -> PLACES.indexOf(place) % 3 == which)
                        .toList());
    }

    static List<String> places() {
        return PLACES;
    }

    static void set(Map<String, Json> leaves, String place, @Nullable Json value) {
        if (value == null) {
            leaves.remove(place);
        } else {
            leaves.put(place, value);
        }
    }

    static JsonObject document(Map<String, Json> leaves) {
        return object("", leaves);
    }

    private static JsonObject object(String place, Map<String, Json> leaves) {
        var members = new LinkedHashMap<String, Json>();
        CONTAINERS
                .getOrDefault(place, List.of())
                .forEach(name -> members.put(name, object(place + "/" + name, leaves)));
        WITHIN.getOrDefault(place, List.of()).forEach(leaf -> {
            var value = leaves.get(leaf);
            if (value != null) {
                members.put(NAMES.get(leaf), value);
            }
        });
        return new JsonObject(members);
    }
}
