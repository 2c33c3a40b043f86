package dev.redraft.web;

import dev.redraft.platform.Refusal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list, as every list is answered.
///
/// @param next what to ask for as `?after=` to get the next page; null on the last one
public record Listing<T>(List<T> items, @Nullable String next) {
    public static final int USUAL_LIMIT = 100;
    public static final int LARGEST_LIMIT = 1_000;

    /// A page of these rows. Ask the database for one row more than the limit: it tells whether there is a next page.
    ///
    /// @param cursor gives the `after` that continues behind a row
    public static <T> Listing<T> of(List<T> rows, int limit, Function<? super T, String> cursor) {
        if (rows.size() <= limit) {
            return new Listing<>(List.copyOf(rows), null);
        }
        var items = List.copyOf(rows.subList(0, limit));
        return new Listing<>(items, cursor.apply(items.getLast()));
    }

    /// The limit that `?limit=` asks for.
    ///
    /// @throws Refusal 400 `malformed-parameter`; read as a number by JAX-RS, a bad one would be a 404
    public static int limit(@Nullable String asked) {
        if (asked == null) {
            return USUAL_LIMIT;
        }
        if (!asked.matches("[0-9]{1,4}") || Integer.parseInt(asked) < 1 || Integer.parseInt(asked) > LARGEST_LIMIT) {
            throw new Refusal(
                            400,
                            "malformed-parameter",
                            "limit is a whole number from 1 to %d.".formatted(LARGEST_LIMIT))
                    .with("parameter", "limit");
        }
        return Integer.parseInt(asked);
    }
}
