package dev.redraft.history;

import dev.redraft.document.Json;
import dev.redraft.operation.Change;
import dev.redraft.operation.Path;
import dev.redraft.operation.Pointer;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A version that changed an entry, and what it made of it or of a value within it.
///
/// @param place where the value is, as it is called in this version, or in the one before if it went
/// @param before null if nothing was there
/// @param after null if nothing is there any more
public record EntryVersion(
        int number,
        String author,
        Instant at,
        String message,
        Path place,
        @Nullable Json before,
        @Nullable Json after) {
    /// What the version made of a value within the entry.
    ///
    /// @param pointer starts at the entry's value
    EntryVersion at(Pointer pointer) {
        var was = found(pointer, before);
        var is = found(pointer, after);
        var there = is == null ? was : is;
        return new EntryVersion(
                number,
                author,
                at,
                message,
                there == null ? place : there.path(),
                was == null ? null : was.value(),
                is == null ? null : is.value());
    }

    private Pointer.@Nullable Found found(Pointer pointer, @Nullable Json entry) {
        return entry == null ? null : pointer.in(place.entryKey(), entry);
    }

    /// Whether the version changed it at all.
    boolean isChange() {
        return !Objects.equals(before, after);
    }

    Change change() {
        return new Change(place, before, after);
    }
}
