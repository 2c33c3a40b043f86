package dev.redraft.operation;

import dev.redraft.document.Json.JsonNumber;
import org.jspecify.annotations.Nullable;

/// What the schema of a configuration says about changing and merging its values. Whether a value is valid as a whole
/// is another question, which is asked at commit.
public interface Rules {
    /// Those of a configuration without a schema.
    Rules NONE = new Rules() {
        @Override
        public @Nullable String outOfBounds(Path path, JsonNumber number) {
            return null;
        }

        @Override
        public Merging merging(Path path) {
            return Merging.PLAIN;
        }
    };

    /// Why a number that an increment leads to may not stand there, as a sentence; null if it may.
    @Nullable
    String outOfBounds(Path path, JsonNumber number);

    /// How what stands at the path is compared and merged.
    Merging merging(Path path);

    /// How two versions of one value are brought together.
    sealed interface Merging {
        /// Objects by member, arrays by their longest common subsequence.
        Merging PLAIN = new Plain();

        /// As the table of operations says.
        record Plain() implements Merging {}

        /// As one thing, whatever is in it (`x-merge: atomic`).
        record Atomic() implements Merging {}

        /// A list of objects, of which those are the same that have the same value in this member (`x-merge-key`).
        record ByMember(String name) implements Merging {}
    }
}
