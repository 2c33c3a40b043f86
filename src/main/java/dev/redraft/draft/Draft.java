package dev.redraft.draft;

import dev.redraft.configuration.Name;
import dev.redraft.configuration.Revision.State;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A draft as it is shown: where it stands, and what undo and redo would do.
///
/// @param base the version it was cloned from
/// @param current the version that is live now
/// @param stamp raised by every change to the draft
/// @param changes how many entries differ from the base
/// @param undo the label of the gesture that undo takes back; null if there is none
/// @param redo the label of the gesture that redo brings again; null if there is none
/// @param version what it became; null unless it is committed
/// @param abandonAt when it is given up if nothing happens to it any more; null unless it is open
/// @param isLeft whether that is so soon that its owner is told
public record Draft(
        UUID id,
        Name name,
        State state,
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
        @Nullable Instant abandonAt,
        boolean isLeft) {}
