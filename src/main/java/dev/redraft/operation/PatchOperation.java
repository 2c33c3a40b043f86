package dev.redraft.operation;

import dev.redraft.document.Json;
import java.math.BigDecimal;

/// An operation as it comes over the wire: JSON Patch ([RFC 6902](https://www.rfc-editor.org/rfc/rfc6902)) and
/// `increment`.
public sealed interface PatchOperation {
    /// The place it changes or looks at.
    Pointer path();

    /// Puts a value at a place, new or not.
    record Add(Pointer path, Json value) implements PatchOperation {}

    /// Takes away what is there.
    record Remove(Pointer path) implements PatchOperation {}

    /// Puts a value where one is.
    record Replace(Pointer path, Json value) implements PatchOperation {}

    /// Takes a value from one place to another.
    record Move(Pointer from, Pointer path) implements PatchOperation {}

    /// Puts a copy of a value at another place.
    record Copy(Pointer from, Pointer path) implements PatchOperation {}

    /// Changes nothing, but fails the patch unless the value is there.
    record Test(Pointer path, Json value) implements PatchOperation {}

    /// Adds to a number, whatever it is.
    record Increment(Pointer path, BigDecimal by) implements PatchOperation {}
}
