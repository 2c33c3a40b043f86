package dev.redraft.background;

import dev.redraft.platform.Actor;
import dev.redraft.platform.Role;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One piece of long work: what it is about, how far it is and what came of it.
///
/// @param digest SHA-256 of the file that came, in hexadecimal digits; null if none did
/// @param role what its owner may do now; null for somebody who may do nothing any more
/// @param attempt counts its starts from 1
/// @param done how much of the total is done
/// @param total 0 as long as nobody knows
/// @param result facts as JSON, with keys but no values; null unless it is done
/// @param slug of the problem it failed with; null unless it did
/// @param failure the same as a sentence
public record Job(
        UUID id,
        Order order,
        @Nullable String digest,
        String application,
        String environment,
        String owner,
        @Nullable Role role,
        State state,
        int attempt,
        int done,
        int total,
        Instant acceptedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String result,
        @Nullable String slug,
        @Nullable String failure) {
    /// What there is to do.
    public enum Kind {
        /// Finds out what an import would change.
        REHEARSAL,
        IMPORT,
        VALIDATION,
        EXPORT;

        /// Whether it is about a file on its way into a draft.
        public boolean isOfFile() {
            return this == REHEARSAL || this == IMPORT;
        }
    }

    /// Where it is in its life.
    public enum State {
        /// Waits until others are done.
        QUEUED,
        RUNNING,
        DONE,
        STOPPED,
        FAILED,
        /// The server that ran it ended first.
        INTERRUPTED;

        public boolean isUnfinished() {
            return this == QUEUED || this == RUNNING;
        }
    }

    /// The owner, as whom the work is done.
    public Actor actor() {
        if (role == null) {
            throw new IllegalStateException("A job of somebody who may do nothing: " + id);
        }
        return new Actor(owner, role);
    }

    public boolean isUnfinished() {
        return state.isUnfinished();
    }

    /// How far it is, for a person: `12,000 of 100,000`; empty as long as nobody knows.
    public String reached() {
        return total == 0 ? "" : String.format(Locale.ROOT, "%,d of %,d", done, total);
    }
}
