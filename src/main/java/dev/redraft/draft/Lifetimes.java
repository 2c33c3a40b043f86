package dev.redraft.draft;

import dev.redraft.platform.CannotStart;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/// How long drafts are there while nothing happens to them, within bounds: a slip in a setting must neither
/// give up what people work on nor purge at once what they may want back.
@Startup
@Singleton
class Lifetimes {
    private static final Duration LEAST = Duration.ofHours(1);
    private static final Duration MOST = Duration.ofDays(3650);
    private static final Duration NOTICE = Duration.ofHours(24);
    private static final int PART_OF_A_SHORT_TIME = 4;

    private final DraftSettings settings;

    Lifetimes(DraftSettings settings) {
        this.settings = settings;
        check("idle", settings.idle());
        check("untouched", settings.untouched());
        check("kept", settings.kept());
        if (settings.untouched().compareTo(settings.idle()) > 0) {
            throw new CannotStart("redraft.drafts.untouched is longer than redraft.drafts.idle: a draft that was never"
                    + " edited is not kept longer than one that was. Make it shorter, or the other longer.");
        }
    }

    private static void check(String name, Duration given) {
        if (given.compareTo(LEAST) < 0 || given.compareTo(MOST) > 0) {
            throw new CannotStart("redraft.drafts.%s is %s: give a time from 1h to %dd, such as 7d or 36h."
                    .formatted(name, given, MOST.toDays()));
        }
    }

    Duration idle() {
        return settings.idle();
    }

    Duration untouched() {
        return settings.untouched();
    }

    Duration kept() {
        return settings.kept();
    }

    /// When a draft to which nothing happens any more is given up.
    Instant endOf(Instant lastEvent, boolean wasEdited) {
        return lastEvent.plus(allowed(wasEdited));
    }

    /// From when on its owner is told so: a day before, or for the last quarter of a shorter time.
    Instant noticeOf(Instant lastEvent, boolean wasEdited) {
        var part = allowed(wasEdited).dividedBy(PART_OF_A_SHORT_TIME);
        return endOf(lastEvent, wasEdited).minus(part.compareTo(NOTICE) < 0 ? part : NOTICE);
    }

    private Duration allowed(boolean wasEdited) {
        return wasEdited ? settings.idle() : settings.untouched();
    }
}
