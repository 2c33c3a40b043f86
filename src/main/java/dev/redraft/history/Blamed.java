package dev.redraft.history;

import dev.redraft.operation.Operation;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who set a value: the version, the step of a draft and the operation.
///
/// @param draft the draft that the version was; null if it was written without one
/// @param step null if no operation tells: then this is who last wrote the entry
public record Blamed(
        int version,
        String author,
        Instant at,
        String message,
        @Nullable UUID draft,
        @Nullable Step step,
        @Nullable Operation operation) {
    /// Who last wrote an entry, without any more.
    static Blamed of(Suspects.Entry entry) {
        var line = entry.line();
        return new Blamed(
                Objects.requireNonNull(line.version()),
                line.author(),
                Objects.requireNonNull(line.at()),
                "",
                null,
                null,
                null);
    }

    /// The gesture that an operation belongs to.
    public record Step(int number, String label, String author, Instant at) {}
}
