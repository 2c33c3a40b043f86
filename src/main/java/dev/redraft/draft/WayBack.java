package dev.redraft.draft;

import dev.redraft.configuration.Origin;

/// A way back to what was. It is a step like any other: it comes into a draft, where it can be looked at,
/// undone and committed.
public sealed interface WayBack {
    /// The version it is about.
    int version();

    /// The way of this word, which is `rollback` or else `undo`.
    static WayBack of(String word, int version) {
        return word.equals("rollback") ? new RollBack(version) : new UndoCommit(version);
    }

    /// What the step is called.
    String label();

    /// What the step says of where it comes from.
    Origin origin();

    /// All is as it was in a version.
    record RollBack(int version) implements WayBack {
        @Override
        public String label() {
            return "roll back to v" + version;
        }

        @Override
        public Origin origin() {
            return new Origin(Origin.Kind.ROLLBACK, version);
        }
    }

    /// What one version changed is taken back; what came after it stays.
    record UndoCommit(int version) implements WayBack {
        @Override
        public String label() {
            return "undo v" + version;
        }

        @Override
        public Origin origin() {
            return new Origin(Origin.Kind.UNDONE_COMMIT, version);
        }
    }
}
