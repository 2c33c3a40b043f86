package dev.redraft.schema;

import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import dev.redraft.operation.Step;
import dev.redraft.schema.Source.Place;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a schema says of a place and of the places within it, whatever stands there: by members, elements,
/// `allOf` and references. All that come of one share what they may spend; once that is used up they know
/// nothing more. For one thread at a time.
public final class Guide {
    /// That of a configuration without a schema.
    public static final Guide NONE = new Guide(null, List.of(), Work.on(0));

    private static final long STEPS = 500_000;

    /// So many members are offered at most.
    private static final int MOST_MEMBERS = 1_000;

    private final @Nullable Hints hints;
    private final List<Place> here;
    private final Work work;

    private Guide(@Nullable Hints hints, List<Place> here, Work work) {
        this.hints = hints;
        this.here = here;
        this.work = work;
    }

    static Guide of(Places places, Bounds bounds) {
        return new Guide(new Hints(places, bounds), places.atRoot(), Work.on(STEPS));
    }

    /// What it says of a place within this one.
    public Guide child(Step step) {
        var known = hints;
        return known == null || here.isEmpty()
                ? NONE
                : bounded(() -> new Guide(known, known.places().step(here, step), work), NONE);
    }

    /// What it says of this one.
    public Hint hint() {
        var known = hints;
        return known == null || here.isEmpty() ? Hint.NONE : bounded(() -> known.of(here), Hint.NONE);
    }

    private <T> T bounded(Supplier<T> question, T otherwise) {
        try {
            return ScopedValue.where(Work.CURRENT, work).call(() -> {
                work.spend(1L + here.size());
                return question.get();
            });
        } catch (Work.Exhausted exhausted) {
            return otherwise;
        }
    }

    /// The members that it knows by name, in its order.
    public Map<String, Hint> members() {
        var names = new LinkedHashSet<String>();
        here.forEach(place -> names.addAll(named(place)));
        var members = new LinkedHashMap<String, Hint>();
        names.stream()
                .limit(MOST_MEMBERS)
                .forEach(name -> members.put(name, child(new Step.Key(name)).hint()));
        return members;
    }

    private static Set<String> named(Place place) {
        return place.get("properties") instanceof JsonObject(var members) ? members.keySet() : Set.of();
    }

    /// The members that have to be there.
    public Set<String> required() {
        var names = new LinkedHashSet<String>();
        for (var place : here) {
            if (place.get("required") instanceof JsonArray(var elements)) {
                elements.stream()
                        .filter(JsonString.class::isInstance)
                        .forEach(name -> names.add(((JsonString) name).value()));
            }
        }
        return names;
    }
}
