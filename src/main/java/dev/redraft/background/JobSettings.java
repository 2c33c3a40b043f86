package dev.redraft.background;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Optional;

/// The settings `redraft.jobs.…`.
@ConfigMapping(prefix = "redraft.jobs")
public interface JobSettings {
    /// How many this instance works at, at once; the others wait.
    @WithDefault("2")
    int atOnce();

    /// How many one person may have that are not finished.
    @WithDefault("10")
    int perPerson();

    /// When nothing was heard of a job for so long, its instance is gone.
    @WithDefault("15s")
    Duration silence();

    /// How long jobs are kept when they ended, and with them what they read and wrote.
    @WithDefault("7d")
    Duration kept();

    /// What tells this instance apart from others on the same database, and stays when it is started again.
    Optional<String> instance();

    /// From how many bytes of a file on the import page works in the background.
    @WithDefault("2097152")
    @WithName("import.bytes")
    int importBytes();

    /// And from how many entries of the file or of the draft.
    @WithDefault("5000")
    @WithName("import.entries")
    int importEntries();
}
