package dev.redraft.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.redraft.configuration.ChangesAnswer;
import dev.redraft.configuration.EntryChange;
import dev.redraft.configuration.Gesture;
import dev.redraft.configuration.Origin;
import dev.redraft.document.Json;
import dev.redraft.operation.OperationJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A draft as HTTP answers it.
///
/// @param changes how many entries differ from the base
/// @param undo the label of what undo takes back, or null
/// @param redo the label of what redo brings again, or null
/// @param version what it became, or null
/// @param purgeAt when it is purged, or null while it is open or if it was committed
record DraftAnswer(
        UUID id,
        String application,
        String environment,
        String state,
        String owner,
        int base,
        int current,
        long stamp,
        int changes,
        @Nullable String undo,
        @Nullable String redo,
        @Nullable Integer version,
        Instant startedAt,
        @Nullable Instant editedAt,
        @Nullable Instant endedAt,
        @Nullable Instant purgeAt) {
    static DraftAnswer of(Draft draft, Duration kept) {
        return new DraftAnswer(
                draft.id(),
                draft.name().application(),
                draft.name().environment(),
                draft.state().name(),
                draft.owner(),
                draft.base(),
                draft.current(),
                draft.stamp(),
                draft.changes(),
                draft.undo(),
                draft.redo(),
                draft.version(),
                draft.startedAt(),
                draft.editedAt(),
                draft.endedAt(),
                purgeAt(draft, kept));
    }

    private static @Nullable Instant purgeAt(Draft draft, Duration kept) {
        return switch (draft.state()) {
            case DRAFT, ACTIVE, RETIRED -> null;
            case CANCELLED, ABANDONED ->
                draft.endedAt() == null ? null : draft.endedAt().plus(kept);
        };
    }

    /// Changes entry by entry; a side that is absent has no member.
    static List<Map<String, Object>> of(List<EntryChange> changes) {
        return ChangesAnswer.of(changes);
    }

    /// A gesture with its operations in their normal form.
    ///
    /// @param origin what of the past it takes up, if that is what it does
    record Step(
            int sequence,
            int gesture,
            String label,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Origin origin,

            List<Json> operations,
            String state,
            String author,
            Instant at) {
        static Step of(Gesture gesture) {
            return new Step(
                    gesture.number(),
                    gesture.number(),
                    gesture.label(),
                    gesture.origin(),
                    gesture.operations().stream()
                            .map(operation -> (Json) OperationJson.write(operation))
                            .toList(),
                    gesture.state().name(),
                    gesture.author(),
                    gesture.at());
        }
    }
}
