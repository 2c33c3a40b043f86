package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Reads a JSON Patch document. Members that the standard does not name are passed over, as it asks.
public final class PatchReader {
    /// A patch of more operations than this is refused.
    public static final int MOST_OPERATIONS = 10_000;

    private PatchReader() {}

    /// Reads the operations of a JSON Patch.
    ///
    /// @throws MalformedPatch naming the operation's index and what is wrong with it
    /// @throws TooLarge if there are too many operations
    public static List<PatchOperation> read(Json json) {
        if (!(json instanceof JsonArray(var elements))) {
            throw new MalformedPatch(-1, null, "A JSON Patch is an array of operations, not " + json.kind() + ".");
        }
        if (elements.size() > MOST_OPERATIONS) {
            throw new TooLarge(
                    -1,
                    "A JSON Patch has at most " + MOST_OPERATIONS + " operations; this one has " + elements.size()
                            + ".");
        }
        var operations = new ArrayList<PatchOperation>();
        for (var element : elements) {
            operations.add(new Member(operations.size(), element).operation());
        }
        return operations;
    }

    /// One element of the patch while it is read.
    private record Member(int index, Json json) {
        PatchOperation operation() {
            return switch (text("op")) {
                case "add" -> new PatchOperation.Add(pointer("path"), required("value"));
                case "remove" -> new PatchOperation.Remove(pointer("path"));
                case "replace" -> new PatchOperation.Replace(pointer("path"), required("value"));
                case "move" -> new PatchOperation.Move(pointer("from"), pointer("path"));
                case "copy" -> new PatchOperation.Copy(pointer("from"), pointer("path"));
                case "test" -> new PatchOperation.Test(pointer("path"), required("value"));
                case "increment" -> increment();
                case String unknown ->
                    throw malformed("\"" + Label.shortened(unknown) + "\" is no operation: use add, remove, replace,"
                            + " move, copy, test or increment.");
            };
        }

        private PatchOperation increment() {
            var name = members().containsKey("by") ? "by" : "value";
            if (!(required(name) instanceof JsonNumber by)) {
                throw malformed("\"" + name + "\" is the number to add.");
            }
            return new PatchOperation.Increment(pointer("path"), by.decimal());
        }

        private SequencedMap<String, Json> members() {
            if (!(json instanceof JsonObject(var members))) {
                throw malformed("An operation is an object, not " + json.kind() + ".");
            }
            return members;
        }

        private Json required(String name) {
            var value = members().get(name);
            if (value == null) {
                throw malformed("\"" + name + "\" is missing.");
            }
            return value;
        }

        private String text(String name) {
            if (!(required(name) instanceof JsonString(var text))) {
                throw malformed("\"" + name + "\" is a string.");
            }
            return text;
        }

        private Pointer pointer(String name) {
            var text = text(name);
            try {
                return Pointer.parse(text);
            } catch (IllegalArgumentException malformed) {
                throw new MalformedPatch(index, text, "\"" + name + "\": " + malformed.getMessage());
            }
        }

        private MalformedPatch malformed(String sentence) {
            return new MalformedPatch(index, place(), sentence);
        }

        /// Where it was meant to happen, as far as that can be read.
        private @Nullable String place() {
            return json instanceof JsonObject(var members) && members.get("path") instanceof JsonString(var path)
                    ? path
                    : null;
        }
    }
}
