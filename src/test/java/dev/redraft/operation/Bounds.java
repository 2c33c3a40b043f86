package dev.redraft.operation;

import dev.redraft.document.Json.JsonNumber;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A schema that knows one bound for all numbers.
record Bounds(BigDecimal most) implements Rules {
    static Rules upTo(long most) {
        return new Bounds(BigDecimal.valueOf(most));
    }

    @Override
    public @Nullable String outOfBounds(Path path, JsonNumber number) {
        return number.decimal().compareTo(most) > 0 ? "At most " + most + "." : null;
    }

    @Override
    public Merging merging(Path path) {
        return Merging.PLAIN;
    }
}
