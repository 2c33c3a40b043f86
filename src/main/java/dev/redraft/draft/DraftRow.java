package dev.redraft.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A draft as a list of drafts shows it.
///
/// @param purgeAt when it is deleted for good; null while it is open or if it was committed
public record DraftRow(Draft draft, @Nullable Instant purgeAt) {
    static DraftRow of(Draft draft, Duration kept) {
        var purge = draft.version() == null && draft.endedAt() != null
                ? draft.endedAt().plus(kept)
                : null;
        return new DraftRow(draft, purge);
    }

    /// In a word: open, committed, cancelled or abandoned.
    public String state() {
        return switch (draft.state()) {
            case DRAFT -> "open";
            case ACTIVE, RETIRED -> "committed";
            case CANCELLED, ABANDONED -> draft.state().name().toLowerCase(Locale.ROOT);
        };
    }

    public boolean isOpen() {
        return state().equals("open");
    }

    public boolean canReopen() {
        return purgeAt != null;
    }

    public String changes() {
        return Sheet.count(draft.changes());
    }
}
