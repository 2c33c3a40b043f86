package dev.redraft.background;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a job is asked to do, without a single value of a configuration.
///
/// @param draft null where it is about committed content
/// @param name of the file that came, as it was sent; empty if none did
/// @param way how an import goes together with what is there; null for all else
/// @param format the extension of the file that came or is to be made; null for none
/// @param keys what becomes of keys on the way; null for none
/// @param stamp the one that the draft has to have when the job begins; null for any
/// @param version the committed one that is meant; null for a draft
public record Order(
        Job.Kind kind,
        UUID configuration,
        @Nullable UUID draft,
        String name,
        @Nullable String way,
        @Nullable String format,
        @Nullable String keys,
        @Nullable Long stamp,
        @Nullable Integer version) {
    private static final int LONGEST_NAME = 255;

    public Order {
        // PostgreSQL's text has no NUL.
        name = name.replace('\0', '␀');
        name = name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    /// The same as another kind of job.
    public Order as(Job.Kind other, @Nullable Long expected) {
        return new Order(other, configuration, draft, name, way, format, keys, expected, version);
    }
}
