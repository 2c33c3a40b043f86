package dev.redraft.statistics;

import dev.redraft.configuration.Name;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is known of a draft for ever, whether it is purged or not, and of an open one so far.
///
/// @param ended null as long as it is open
/// @param active how long somebody was at it, in milliseconds: pauses of more than ten minutes are left out
/// @param lastStep the last one before it was given up; null if it was not
/// @param purged whether this is all that is left of it
/// @param written the number of the transaction that wrote this; 0 if it is open
record Fact(
        UUID draft,
        Name configuration,
        String owner,
        Outcome outcome,
        Instant started,
        @Nullable Instant firstEdited,
        @Nullable Instant firstReviewed,
        @Nullable Instant ended,
        int edits,
        int undos,
        int conflicts,
        int reopened,
        long active,
        @Nullable Step lastStep,
        boolean purged,
        long written) {
    private static final Map<Name, Name> NAMES = new ConcurrentHashMap<>();

    static Fact of(Tuple row) {
        return new Fact(
                row.get("draft", UUID.class),
                name(row),
                row.get("owner", String.class).intern(),
                Outcome.valueOf(row.get("outcome", String.class)),
                row.get("started", Instant.class),
                row.get("first_edited", Instant.class),
                row.get("first_reviewed", Instant.class),
                row.get("ended", Instant.class),
                row.get("edits", Integer.class),
                row.get("undos", Integer.class),
                row.get("conflicts", Integer.class),
                row.get("reopened", Integer.class),
                row.get("active_ms", Long.class),
                Step.read(row.get("last_step", String.class)),
                row.get("purged", Boolean.class),
                row.get("written", Long.class));
    }

    /// The same for all drafts of a configuration.
    static Name name(Tuple row) {
        var name = new Name(row.get("application", String.class), row.get("environment", String.class));
        return NAMES.computeIfAbsent(name, first -> first);
    }

    /// Of two facts of one draft the newer one.
    Fact or(Fact other) {
        return other.written >= written ? other : this;
    }

    /// How long a draft that ended took, in seconds.
    double seconds() {
        return Duration.between(started, Objects.requireNonNull(ended)).toNanos() / 1e9;
    }

    /// How long somebody was at it, in seconds.
    double activeSeconds() {
        return active / 1000.0;
    }

    /// What happened to it, each once, and that it is open, which counts on the day it was started.
    Stream<Happening> happenings() {
        return Stream.of(
                        happening(What.STARTED, started),
                        happening(What.EDITED, firstEdited),
                        happening(What.REVIEWED, firstReviewed),
                        happening(What.valueOf(outcome.name()), outcome == Outcome.OPEN ? started : ended))
                .flatMap(Stream::ofNullable);
    }

    private @Nullable Happening happening(What what, @Nullable Instant at) {
        return at == null ? null : new Happening(what, at, configuration, owner, this);
    }
}
