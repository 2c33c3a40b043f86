package dev.redraft.operation;

import dev.redraft.document.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody decided about a conflict.
public sealed interface Resolution {
    /// The draft's side goes over theirs.
    record Mine() implements Resolution {}

    /// What is live stays.
    record Theirs() implements Resolution {}

    /// Neither, but this.
    record Value(Json value) implements Resolution {}

    /// What was decided so far.
    ///
    /// @param entries by key, for all conflicts of an entry; a value is one for the whole entry
    /// @param paths by the pointer of a conflict
    record Decided(Map<String, Resolution> entries, Map<String, Resolution> paths) {
        /// Nothing was decided.
        public static final Decided NOTHING = new Decided(Map.of(), Map.of());

        public boolean isNothing() {
            return entries.isEmpty() && paths.isEmpty();
        }

        /// Refuses decisions about what is no conflict: somebody thought of another state.
        void require(Set<String> keys, List<Conflict> conflicts) {
            var pointers = conflicts.stream()
                    .map(conflict -> conflict.path().pointer())
                    .collect(Collectors.toSet());
            var inConflict = conflicts.stream().map(Conflict::key).collect(Collectors.toSet());
            entries.forEach((key, resolution) -> require(
                    inConflict.contains(key) || (resolution instanceof Value && keys.contains(key)),
                    Path.entry(key).pointer()));
            paths.keySet().forEach(pointer -> require(pointers.contains(pointer), pointer));
        }

        private static void require(boolean isConflict, String pointer) {
            if (!isConflict) {
                throw new NotApplicable(
                        pointer, "There is no conflict at " + pointer + " to resolve. Look at the conflicts again.");
            }
        }

        @Nullable
        Resolution of(Conflict conflict) {
            var single = paths.get(conflict.path().pointer());
            return single == null ? entries.get(conflict.key()) : single;
        }

        /// The value that was decided for an entry as a whole; null if none was.
        @Nullable
        Value whole(String key) {
            return entries.get(key) instanceof Value value ? value : null;
        }
    }
}
