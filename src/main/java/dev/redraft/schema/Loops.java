package dev.redraft.schema;

import dev.redraft.schema.Source.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Schemas that look at the same value again and again, or so long in a row that no stack would hold it.
record Loops(Source source, Map<String, Integer> heights, Set<String> begun) {
    private static final int LONGEST = 64;

    static void refuse(Source source) {
        var loops = new Loops(source, new HashMap<>(), new HashSet<>());
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(source.root()));
        while (!open.isEmpty()) {
            var place = open.pop();
            if (seen.add(place.pointer())) {
                loops.height(place, 0);
                open.addAll(source.within(place));
                source.references(place).forEach(reference -> open.add(loops.target(reference)));
            }
        }
    }

    private Place target(String reference) {
        return Objects.requireNonNull(source.target(reference));
    }

    private int height(Place place, int depth) {
        var known = heights.get(place.pointer());
        if (known != null) {
            return known;
        }
        if (!begun.add(place.pointer())) {
            throw new InvalidSchema(
                    place.pointer(), "This schema refers to itself without going into a member or an element.");
        }
        var height = 0;
        if (depth <= LONGEST) {
            for (var next : next(place)) {
                height = Math.max(height, 1 + height(next, depth + 1));
            }
        }
        if (depth > LONGEST || height > LONGEST) {
            throw new InvalidSchema(
                    place.pointer(), "More than " + LONGEST + " schemas in a row lead from here to one value.");
        }
        heights.put(place.pointer(), height);
        return height;
    }

    private List<Place> next(Place place) {
        var next = new ArrayList<Place>();
        source.references(place).forEach(reference -> next.add(target(reference)));
        source.within(place).stream().filter(Place::isInPlace).forEach(next::add);
        return next;
    }
}
