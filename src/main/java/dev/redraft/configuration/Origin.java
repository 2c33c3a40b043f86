package dev.redraft.configuration;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a gesture comes from that takes up the past rather than what somebody typed.
///
/// @param version the one that was taken up, or taken back
public record Origin(Kind kind, int version) {
    /// What was done with the version.
    public enum Kind {
        /// All became as it was in the version.
        @JsonProperty("rollback")
        ROLLBACK,
        /// What the version changed was taken back.
        @JsonProperty("undone-commit")
        UNDONE_COMMIT
    }

    /// The origin that a row tells; null if it tells none.
    public static @Nullable Origin of(Tuple row) {
        var kind = row.get("origin", String.class);
        return kind == null ? null : new Origin(Kind.valueOf(kind), row.get("origin_version", Integer.class));
    }

    /// The origins of several gestures, each as its kind and its version.
    public static List<Origin> of(String... told) {
        return Arrays.stream(told)
                .map(text -> text.split(" ", 2))
                .map(words -> new Origin(Kind.valueOf(words[0]), Integer.parseInt(words[1])))
                .toList();
    }

    /// As a person reads it.
    public String sentence() {
        return switch (kind) {
            case ROLLBACK -> "rolls back to v" + version;
            case UNDONE_COMMIT -> "undoes v" + version;
        };
    }

    /// The word for it in addresses and answers.
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
