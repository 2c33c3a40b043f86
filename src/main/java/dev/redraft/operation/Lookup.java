package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNull;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import dev.redraft.operation.Step.Index;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns the pointers of one operation into typed paths: only the document knows whether `0` is a name or an index.
record Lookup(Document document, int operation) {
    /// RFC 6901, section 4: no leading zeros, no sign, ASCII digits.
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]*");

    /// Past this length it is beyond every array, and would not fit an int.
    private static final int LONGEST_INDEX = 9;

    /// The path of something that is there.
    Path existing(Pointer pointer) {
        var path = Path.ROOT;
        for (var depth = 0; depth < pointer.tokens().size(); depth++) {
            path = path.child(step(pointer, depth, path));
            if (document.at(path) == null) {
                throw nothing(pointer.upTo(depth + 1));
            }
        }
        return path;
    }

    /// The same for what can be taken away, which the root cannot.
    Path member(Pointer pointer) {
        if (pointer.isRoot()) {
            throw new NotApplicable("", "The configuration as a whole can be replaced, but not removed or moved.");
        }
        return existing(pointer);
    }

    /// The path of a place that may be free, in a container that is there. For an array it is a slot between
    /// elements.
    Path target(Pointer pointer) {
        if (pointer.isRoot()) {
            return Path.ROOT;
        }
        var last = pointer.tokens().size() - 1;
        var parent = existing(new Pointer(pointer.tokens().subList(0, last)));
        if (!parent.isRoot() && document.at(parent) instanceof JsonArray(var elements)) {
            return parent.element(slot(pointer, elements.size()));
        }
        return parent.child(step(pointer, last, parent));
    }

    private int slot(Pointer pointer, int length) {
        var token = pointer.tokens().getLast();
        if (token.equals("-")) {
            return length;
        }
        var index = index(pointer, pointer.tokens().size() - 1);
        if (index > length) {
            throw outOfRange(pointer.toString(), length);
        }
        return index;
    }

    private Step step(Pointer pointer, int depth, Path parent) {
        var token = pointer.tokens().get(depth);
        if (parent.isRoot()) {
            return new Step.Key(token);
        }
        return switch (document.at(parent)) {
            case null -> throw nothing(pointer.upTo(depth));
            case JsonObject _ -> new Step.Key(token);
            case JsonArray(var elements) -> new Index(elementIndex(pointer, depth, elements.size()));
            case JsonNull scalar -> throw throughScalar(pointer, depth, scalar);
            case JsonBoolean scalar -> throw throughScalar(pointer, depth, scalar);
            case JsonNumber scalar -> throw throughScalar(pointer, depth, scalar);
            case JsonString scalar -> throw throughScalar(pointer, depth, scalar);
        };
    }

    private int elementIndex(Pointer pointer, int depth, int length) {
        var here = pointer.upTo(depth + 1);
        if (pointer.tokens().get(depth).equals("-")) {
            throw new NotApplicable(here, "At " + here + " the - stands for the place behind the last element.");
        }
        var index = index(pointer, depth);
        if (index >= length) {
            throw outOfRange(here, length);
        }
        return index;
    }

    private int index(Pointer pointer, int depth) {
        var token = pointer.tokens().get(depth);
        if (!INDEX.matcher(token).matches()) {
            throw new MalformedPatch(
                    operation,
                    pointer.toString(),
                    "\"" + Label.shortened(token) + "\" is no index of an array: use 0, 1, 2 and so on.");
        }
        return token.length() > LONGEST_INDEX ? Integer.MAX_VALUE : Integer.parseInt(token);
    }

    private static NotApplicable outOfRange(String pointer, int length) {
        return new NotApplicable(pointer, "The array has " + length + " elements; " + pointer + " is out of range.");
    }

    private static NotApplicable throughScalar(Pointer pointer, int depth, Json scalar) {
        var here = pointer.upTo(depth);
        return new NotApplicable(
                pointer.toString(), "The path leads through " + here + ", which is " + scalar.kind() + ".");
    }

    static Json present(@Nullable Json value, String pointer) {
        if (value == null) {
            throw nothing(pointer);
        }
        return value;
    }

    private static NotApplicable nothing(String pointer) {
        return new NotApplicable(pointer, "There is nothing at " + pointer + ".");
    }
}
