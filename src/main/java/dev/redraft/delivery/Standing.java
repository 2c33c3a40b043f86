package dev.redraft.delivery;

import dev.redraft.access.Presences;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Where something stands that pages follow.
sealed interface Standing {
    Topic topic();

    /// As somebody may know it.
    Told to(Presences.Pass pass);

    /// What is live of a configuration, and who has an open draft of it, which is for editors to know.
    record Live(UUID id, String configuration, int version, String author, int changes, List<String> editing)
            implements Standing {
        @Override
        public Topic topic() {
            return Topic.configuration(id);
        }

        @Override
        public Told to(Presences.Pass pass) {
            var others = editing.stream()
                    .filter(owner -> pass.isEditor() && !owner.equals(pass.name()))
                    .toList();
            return new Told(
                    "live",
                    Map.of(
                            "configuration", configuration,
                            "version", version,
                            "author", author,
                            "changes", changes,
                            "editing", others));
        }
    }

    /// A draft, which is its owner's business alone.
    ///
    /// @param state DRAFT, ACTIVE …
    /// @param version 0 unless it was committed
    record OfDraft(UUID id, String owner, String state, long stamp, int version) implements Standing {
        @Override
        public Topic topic() {
            return Topic.draft(id);
        }

        @Override
        public Told to(Presences.Pass pass) {
            return owner.equals(pass.name())
                    ? new Told("draft", Map.of("draft", id, "state", state, "stamp", stamp, "version", version))
                    : new Told("draft", Map.of("draft", id, "state", "NOT_YOURS"));
        }
    }
}
