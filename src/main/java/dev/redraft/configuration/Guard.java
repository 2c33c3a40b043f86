package dev.redraft.configuration;

import dev.redraft.web.Preconditions;

/// What a direct write makes its success depend on, looked at under the lock.
@FunctionalInterface
public interface Guard {
    /// Looks at what is about to be written over, under its lock.
    ///
    /// @throws dev.redraft.platform.Refusal 412 if the write must not happen
    void check(Revision original, WorkingCopy copy);

    /// The preconditions hold for the content as a whole: any commit moves it.
    static Guard ofContent(Preconditions preconditions) {
        return (original, _) -> preconditions.check(Tags.ofContent(original.baseVersion()));
    }

    /// The preconditions hold for one entry alone.
    static Guard ofEntry(String key, Preconditions preconditions) {
        return (_, copy) -> {
            var since = copy.touched(key).since();
            preconditions.check(since == null ? null : Tags.ofEntry(since));
        };
    }
}
