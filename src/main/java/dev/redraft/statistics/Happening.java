package dev.redraft.statistics;

import dev.redraft.configuration.Name;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened to somebody's draft of a configuration.
///
/// @param draft null where it does not matter which one it was
record Happening(
        What what,
        Instant at,
        Name configuration,
        String owner,
        @Nullable Fact draft) {}
