package dev.redraft.operation;

import dev.redraft.document.Json.JsonNumber;
import org.jspecify.annotations.Nullable;

/// A schema that says how one place is merged.
record Merged(String pointer, Merging merging) implements Rules {
    static Rules atomically(String pointer) {
        return new Merged(pointer, new Merging.Atomic());
    }

    static Rules by(String pointer, String member) {
        return new Merged(pointer, new Merging.ByMember(member));
    }

    @Override
    public @Nullable String outOfBounds(Path path, JsonNumber number) {
        return null;
    }

    @Override
    public Merging merging(Path path) {
        return path.pointer().equals(pointer) ? merging : Merging.PLAIN;
    }
}
