package dev.redraft.delivery;

import java.util.Set;

/// Whoever is told what comes over a [Line].
interface Audience {
    /// Something happened to these.
    void hear(Set<Topic> topics);

    /// The line is open. Anything may have happened before.
    void catchUp();

    /// The line broke: nothing is heard until it is open again.
    void fallSilent();
}
