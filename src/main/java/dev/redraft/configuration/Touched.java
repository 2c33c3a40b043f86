package dev.redraft.configuration;

import dev.redraft.operation.Document;
import org.jspecify.annotations.Nullable;

/// An entry that a gesture touches, as it was before: in the base, and in the revision itself.
///
/// @param base null if the base has none
/// @param since the version that wrote the entry of the base; null if the base has none
/// @param isOwn whether the revision has a row of its own for it
/// @param own null if the revision removed it, or has no row for it
public record Touched(
        Document.@Nullable Entry base, @Nullable Integer since, boolean isOwn, Document.@Nullable Entry own) {
    static final Touched NOTHING = new Touched(null, null, false, null);

    /// The entry as the revision has it; null if there is none.
    public Document.@Nullable Entry current() {
        return isOwn ? own : base;
    }

    /// The same own row over another base.
    Touched onto(Touched live) {
        return new Touched(live.current(), live.since(), isOwn, own);
    }

    /// Whether both are the same, or both absent; the order of members does not count.
    static boolean isSameText(Document.@Nullable Entry one, Document.@Nullable Entry other) {
        return one == null ? other == null : other != null && one.value().equals(other.value());
    }

    /// Where the entry is, or was before it was removed.
    long position() {
        var current = base != null ? base : own;
        return current == null ? 0 : current.rank();
    }
}
