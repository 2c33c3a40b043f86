package dev.redraft.schema;

import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.operation.Path;
import dev.redraft.schema.Source.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How large and how small a number at a path may be.
record Bounds(Places places) {
    private enum Bound {
        MINIMUM("minimum", "exclusiveMinimum", "at least", "more than", 1),
        MAXIMUM("maximum", "exclusiveMaximum", "at most", "less than", -1);

        private final String inclusive;
        private final String exclusive;
        private final String words;
        private final String exclusiveWords;
        private final int side;

        Bound(String inclusive, String exclusive, String words, String exclusiveWords, int side) {
            this.inclusive = inclusive;
            this.exclusive = exclusive;
            this.words = words;
            this.exclusiveWords = exclusiveWords;
            this.side = side;
        }
    }

    /// Why the number may not stand there, as a sentence; null if it may.
    @Nullable
    String broken(Path path, JsonNumber number) {
        var decimal = number.decimal();
        return places.at(path).stream()
                .flatMap(place -> Stream.of(Bound.values()).map(bound -> broken(place, bound, decimal)))
                .filter(Objects::nonNull)
                .findFirst()
                .map(limit -> "The number at " + path.pointer() + " must be " + limit + ", but would become "
                        + Nodes.shown(decimal) + ".")
                .orElse(null);
    }

    private @Nullable String broken(Place place, Bound bound, BigDecimal number) {
        var here = List.of(place);
        // In draft 4 the exclusive one says of the other whether it is reached.
        var isExclusive = places.values(here, bound.exclusive).contains(new JsonBoolean(true));
        for (var limit : places.values(here, bound.inclusive)) {
            if (limit instanceof JsonNumber most && isBeyond(number, most, bound, isExclusive)) {
                return (isExclusive ? bound.exclusiveWords : bound.words) + " " + Nodes.shown(most.decimal());
            }
        }
        for (var limit : places.values(here, bound.exclusive)) {
            if (limit instanceof JsonNumber most && isBeyond(number, most, bound, true)) {
                return bound.exclusiveWords + " " + Nodes.shown(most.decimal());
            }
        }
        return null;
    }

    private static boolean isBeyond(BigDecimal number, JsonNumber limit, Bound bound, boolean isExclusive) {
        var side = number.compareTo(limit.decimal()) * bound.side;
        return side < 0 || isExclusive && side == 0;
    }
}
