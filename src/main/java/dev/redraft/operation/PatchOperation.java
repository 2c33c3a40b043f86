package dev.redraft.operation;

import dev.redraft.document.Json;
import java.math.BigDecimal;

/// An operation as it comes over the wire: JSON Patch ([RFC 6902](https://www.rfc-editor.org/rfc/rfc6902)) and
/// `increment`.
public sealed interface PatchOperation {
    /// The place it changes or looks at.
    Pointer path();

    /// The same operation, meant for what stands in the member of this name.
    default PatchOperation within(String name) {
        return switch (this) {
            case Add add -> new Add(add.path.within(name), add.value);
            case Remove remove -> new Remove(remove.path.within(name));
            case Replace replace -> new Replace(replace.path.within(name), replace.value);
            case Move move -> new Move(move.from.within(name), move.path.within(name));
            case Copy copy -> new Copy(copy.from.within(name), copy.path.within(name));
            case Test test -> new Test(test.path.within(name), test.value);
            case Increment increment -> new Increment(increment.path.within(name), increment.by);
        };
    }

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
