package dev.redraft.schema;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.operation.Path;
import dev.redraft.schema.Source.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How large and how small a number at a path may be.
record Bounds(Places places) {
    /// The side on which a number is bounded.
    enum Side {
        LEAST("minimum", "exclusiveMinimum", "at least", "more than", 1),
        MOST("maximum", "exclusiveMaximum", "at most", "less than", -1);

        private final String inclusive;
        private final String exclusive;
        private final String words;
        private final String exclusiveWords;
        private final int direction;

        Side(String inclusive, String exclusive, String words, String exclusiveWords, int direction) {
            this.inclusive = inclusive;
            this.exclusive = exclusive;
            this.words = words;
            this.exclusiveWords = exclusiveWords;
            this.direction = direction;
        }
    }

    /// One bound of a number.
    record Limit(Side side, BigDecimal number, boolean isExclusive) {
        boolean isBrokenBy(BigDecimal other) {
            var beyond = other.compareTo(number) * side.direction;
            return beyond < 0 || (isExclusive && beyond == 0);
        }

        /// In words: "at least 1".
        String words() {
            return (isExclusive ? side.exclusiveWords : side.words) + " " + Nodes.shown(number);
        }
    }

    /// Why the number may not stand there, as a sentence; null if it may.
    @Nullable
    String broken(Path path, JsonNumber number) {
        var decimal = number.decimal();
        return limits(places.at(path))
                .filter(limit -> limit.isBrokenBy(decimal))
                .findFirst()
                .map(limit -> "The number at " + path.pointer() + " must be " + limit.words() + ", but would become "
                        + Nodes.shown(decimal) + ".")
                .orElse(null);
    }

    /// All that bounds a number at these places.
    Stream<Limit> limits(List<Place> here) {
        return here.stream().flatMap(place -> Stream.of(Side.values()).flatMap(side -> limits(place, side)));
    }

    private Stream<Limit> limits(Place place, Side side) {
        var here = List.of(place);
        var exclusive = places.values(here, side.exclusive);
        // In draft 4 the exclusive one says of the other whether it is reached.
        var isExclusive = exclusive.contains(new JsonBoolean(true));
        return Stream.concat(
                limits(places.values(here, side.inclusive), side, isExclusive), limits(exclusive, side, true));
    }

    private static Stream<Limit> limits(List<Json> values, Side side, boolean isExclusive) {
        return values.stream()
                .filter(JsonNumber.class::isInstance)
                .map(value -> new Limit(side, ((JsonNumber) value).decimal(), isExclusive));
    }
}
