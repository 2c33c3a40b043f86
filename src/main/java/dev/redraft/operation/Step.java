package dev.redraft.operation;

/// One step of a path. A member named `"0"` and the element at index 0 are different things, so a step says which it
/// is.
public sealed interface Step {
    /// Into the member of an object.
    record Key(String name) implements Step {}

    /// Into the element of an array; the first has index 0.
    record Index(int value) implements Step {}
}
