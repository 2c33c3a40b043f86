package dev.redraft.operation;

import dev.redraft.document.Json;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One reversible change to one place of a configuration. It carries what it replaces (its witness), so that it
/// inverts without the document and refuses to be applied to anything but what it was made for.
public sealed interface Operation {
    /// The operation that takes this one back.
    Operation inverse();

    /// The place that changes; for a move, where it starts.
    Path path();

    /// What stands at a path becomes something else. A side that is null is absent, which JSON null is not.
    ///
    /// @param place where the member stands among its siblings whenever it is there; null: at the end
    record Put(
            Path path,
            @Nullable Json before,
            @Nullable Json after,
            @Nullable Place place) implements Operation {
        @Override
        public Operation inverse() {
            return new Put(path, after, before, place);
        }
    }

    /// A new element stands at the index, and those from there on move up by one.
    record Insert(Path array, int index, Json value) implements Operation {
        @Override
        public Operation inverse() {
            return new Delete(array, index, value);
        }

        @Override
        public Path path() {
            return array.element(index);
        }
    }

    /// The element at the index goes, and those behind it move down by one.
    record Delete(Path array, int index, Json value) implements Operation {
        @Override
        public Operation inverse() {
            return new Insert(array, index, value);
        }

        @Override
        public Path path() {
            return array.element(index);
        }
    }

    /// What stands at one path stands at another, which is read after the removal (RFC 6902, section 4.4).
    ///
    /// @param origin where it stood among its siblings, if it was a member
    /// @param place where it stands among its new ones, if it becomes a member; null: at the end
    record Move(
            Path from,
            Path to,
            @Nullable Place origin,
            @Nullable Place place) implements Operation {
        @Override
        public Operation inverse() {
            return new Move(to, from, place, origin);
        }

        @Override
        public Path path() {
            return from;
        }
    }

    /// A number grows by an exact decimal, whatever it is by then.
    ///
    /// @param before the number's text before, given back by the inverse
    /// @param after its text afterwards
    record Increment(Path path, BigDecimal by, String before, String after) implements Operation {
        @Override
        public Operation inverse() {
            return new Increment(path, by.negate(), after, before);
        }
    }

    /// Where a member stands among its siblings.
    sealed interface Place {
        /// Right before the sibling of this name; at the end, should it be gone.
        record Before(String successor) implements Place {}

        /// At this rank among the entries.
        record Rank(long value) implements Place {}
    }
}
