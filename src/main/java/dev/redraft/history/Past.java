package dev.redraft.history;

import dev.redraft.history.Versions.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A version as the list of versions shows it.
///
/// @param lived how long it was live, or has been so far
public record Past(Version version, Duration lived) {
    static Past of(Version version, Instant now) {
        var end = Optional.ofNullable(version.retiredAt()).orElse(now);
        return new Past(version, Duration.between(version.activatedAt(), end));
    }

    public boolean isLive() {
        return version.retiredAt() == null;
    }

    /// The version before it; 0 of the first.
    public int previous() {
        return Math.max(0, version.number() - 1);
    }

    /// The version after it, if there is one.
    public int following() {
        return version.number() + 1;
    }

    public boolean isFirst() {
        return version.number() == 0;
    }

    /// How long it was live, in the largest unit that fits.
    public String span() {
        if (lived.toDays() >= 2) {
            return lived.toDays() + " days";
        }
        if (lived.toHours() >= 2) {
            return lived.toHours() + " hours";
        }
        return lived.toMinutes() >= 2 ? lived.toMinutes() + " minutes" : Math.max(0, lived.toSeconds()) + " s";
    }
}
