package dev.redraft.draft;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// The settings `redraft.drafts.…`.
@ConfigMapping(prefix = "redraft.drafts")
interface DraftSettings {
    /// How long nothing may happen to an open draft before it is given up.
    @WithDefault("7d")
    Duration idle();

    /// The same of a draft that was never edited.
    @WithDefault("1d")
    Duration untouched();

    /// How long a cancelled or abandoned draft is kept and can be reopened.
    @WithDefault("30d")
    Duration kept();

    /// How much text a draft may be to be edited as text. A larger one is downloaded and imported.
    @WithDefault("5M")
    MemorySize largestText();
}
