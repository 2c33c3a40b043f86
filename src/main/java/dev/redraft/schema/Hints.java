package dev.redraft.schema;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonString;
import dev.redraft.schema.Bounds.Limit;
import dev.redraft.schema.Bounds.Side;
import dev.redraft.schema.Hint.Range;
import dev.redraft.schema.Source.Place;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts together what subschemas of one place say.
record Hints(Places places, Bounds bounds) {
    /// More of them are no choice that anybody could overlook.
    private static final int MOST_CHOICES = 300;

    private static final int LONGEST_STEP = 15;

    Hint of(List<Place> here) {
        var types = types(here);
        var limits = bounds.limits(here).toList();
        var multiples = places.values(here, "multipleOf");
        return new Hint(
                text(here, "title"),
                text(here, "description"),
                types,
                choices(here),
                places.values(here, "default").stream().findFirst().orElse(null),
                rule(here, types, limits, multiples),
                range(types, limits, multiples),
                text(here, "format"),
                text(here, "contentMediaType"));
    }

    /// The first that says it: what stands beside a reference goes before what it leads to.
    private String text(List<Place> here, String keyword) {
        return places.values(here, keyword).stream()
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).value())
                .findFirst()
                .orElse("");
    }

    private Set<String> types(List<Place> here) {
        @Nullable Set<String> types = null;
        for (var said : places.values(here, "type")) {
            var named = named(said).collect(Collectors.toCollection(TreeSet::new));
            if (types == null) {
                types = named;
            } else {
                types.retainAll(named);
            }
        }
        return types == null ? Set.of() : types;
    }

    private static Stream<String> named(Json said) {
        return switch (said) {
            case JsonString(var name) -> Stream.of(name);
            case JsonArray(var names) -> names.stream().flatMap(Hints::named);
            default -> Stream.empty();
        };
    }

    private List<Json> choices(List<Place> here) {
        var all = new ArrayList<List<Json>>();
        places.values(here, "const").forEach(value -> all.add(List.of(value)));
        places.values(here, "enum").stream()
                .filter(JsonArray.class::isInstance)
                .forEach(values -> all.add(((JsonArray) values).elements()));
        return all.stream()
                .min(Comparator.comparingInt(List::size))
                .filter(fewest -> fewest.size() <= MOST_CHOICES)
                .orElse(List.of());
    }

    private static Range range(Set<String> types, List<Limit> limits, List<Json> multiples) {
        var isWhole = types.contains("integer") && !types.contains("number");
        var step = multiples.size() == 1 && multiples.getFirst() instanceof JsonNumber(var text)
                ? text
                : isWhole ? "1" : "any";
        return new Range(
                bound(limits, Side.LEAST, step),
                bound(limits, Side.MOST, step),
                step.length() <= LONGEST_STEP ? step : "any");
    }

    /// The number closest to the bound that keeps to the step: fields count their steps from the least.
    private static String bound(List<Limit> limits, Side side, String step) {
        var nearest = Comparator.comparing(Limit::number);
        var bound = limits.stream()
                .filter(limit -> limit.side() == side)
                .max(side == Side.LEAST ? nearest : nearest.reversed())
                .orElse(null);
        if (bound == null || step.equals("any") || bound.number().precision() > LONGEST_STEP) {
            return bound == null ? "" : bound.number().toPlainString();
        }
        var size = new BigDecimal(step);
        var rounding = side == Side.LEAST ? RoundingMode.CEILING : RoundingMode.FLOOR;
        var reached = bound.number().divide(size, 0, rounding).multiply(size);
        if (bound.isBrokenBy(reached)) {
            reached = side == Side.LEAST ? reached.add(size) : reached.subtract(size);
        }
        return reached.toPlainString();
    }

    private String rule(List<Place> here, Set<String> types, List<Limit> limits, List<Json> multiples) {
        var parts = new LinkedHashSet<String>();
        if (types.contains("integer") && !types.contains("number")) {
            parts.add("a whole number");
        }
        limits.forEach(limit -> parts.add(limit.words()));
        numbers(multiples).forEach(number -> parts.add("a multiple of " + number));
        numbers(places.values(here, "minLength")).forEach(number -> parts.add("at least " + characters(number)));
        numbers(places.values(here, "maxLength")).forEach(number -> parts.add("at most " + characters(number)));
        places.values(here, "pattern").stream()
                .filter(JsonString.class::isInstance)
                .forEach(pattern -> parts.add("matches " + Nodes.cut(((JsonString) pattern).value())));
        var sentence = String.join(", ", parts);
        return sentence.isEmpty()
                ? ""
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1) + ".";
    }

    private static Stream<String> numbers(List<Json> values) {
        return values.stream()
                .filter(JsonNumber.class::isInstance)
                .map(value -> Nodes.shown(((JsonNumber) value).decimal()));
    }

    private static String characters(String number) {
        return number + (number.equals("1") ? " character" : " characters");
    }
}
