package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import dev.redraft.operation.Operation.Delete;
import dev.redraft.operation.Operation.Increment;
import dev.redraft.operation.Operation.Insert;
import dev.redraft.operation.Operation.Move;
import dev.redraft.operation.Operation.Place;
import dev.redraft.operation.Operation.Place.Before;
import dev.redraft.operation.Operation.Place.Rank;
import dev.redraft.operation.Operation.Put;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Operations as JSON, the form in which they are stored and shown: `{"kind": "put", "path": ["pool", "max"],
/// "before": 10, "after": 20}`. A side that is absent has no member, so that it is told from null.
public final class OperationJson {
    private OperationJson() {}

    public static JsonObject write(Operation operation) {
        var members = new LinkedHashMap<String, Json>();
        members.put("kind", new JsonString(kind(operation)));
        switch (operation) {
            case Put(var path, var before, var after, var place) -> {
                members.put("path", path.toJson());
                putIfThere(members, "before", before);
                putIfThere(members, "after", after);
                putIfThere(members, "place", json(place));
            }
            case Insert(var array, var index, var value) -> element(members, array, index, value);
            case Delete(var array, var index, var value) -> element(members, array, index, value);
            case Move(var from, var to, var origin, var place) -> {
                members.put("from", from.toJson());
                members.put("to", to.toJson());
                putIfThere(members, "origin", json(origin));
                putIfThere(members, "place", json(place));
            }
            case Increment(var path, var by, var before, var after) -> {
                members.put("path", path.toJson());
                members.put("by", new JsonNumber(by.toString()));
                members.put("before", new JsonNumber(before));
                members.put("after", new JsonNumber(after));
            }
        }
        return new JsonObject(members);
    }

    /// The word for the kind of an operation.
    public static String kind(Operation operation) {
        return switch (operation) {
            case Put _ -> "put";
            case Insert _ -> "insert";
            case Delete _ -> "delete";
            case Move _ -> "move";
            case Increment _ -> "increment";
        };
    }

    private static void element(SequencedMap<String, Json> members, Path array, int index, Json value) {
        members.put("array", array.toJson());
        members.put("index", new JsonNumber(Integer.toString(index)));
        members.put("value", value);
    }

    private static void putIfThere(SequencedMap<String, Json> members, String name, @Nullable Json value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    /// A rank as a number, a successor as its name.
    private static @Nullable Json json(@Nullable Place place) {
        return switch (place) {
            case null -> null;
            case Rank(var value) -> new JsonNumber(Long.toString(value));
            case Before(var successor) -> new JsonString(successor);
        };
    }

    /// Reads what [#write(Operation)] wrote.
    public static Operation read(Json json) {
        return new Reader(((JsonObject) json).members()).operation();
    }

    private record Reader(SequencedMap<String, Json> members) {
        Operation operation() {
            return switch (((JsonString) there("kind")).value()) {
                case "put" -> new Put(path("path"), members.get("before"), members.get("after"), place("place"));
                case "insert" -> new Insert(path("array"), Integer.parseInt(number("index")), there("value"));
                case "delete" -> new Delete(path("array"), Integer.parseInt(number("index")), there("value"));
                case "move" -> new Move(path("from"), path("to"), place("origin"), place("place"));
                case "increment" ->
                    new Increment(path("path"), new BigDecimal(number("by")), number("before"), number("after"));
                case String unknown -> throw new IllegalArgumentException("No kind of operation: " + unknown);
            };
        }

        private Json there(String name) {
            var value = members.get(name);
            if (value == null) {
                throw new IllegalArgumentException("An operation without " + name);
            }
            return value;
        }

        private Path path(String name) {
            return Path.fromJson(there(name));
        }

        private String number(String name) {
            return ((JsonNumber) there(name)).text();
        }

        private @Nullable Place place(String name) {
            return switch (members.get(name)) {
                case JsonNumber(var text) -> new Rank(Long.parseLong(text));
                case JsonString(var successor) -> new Before(successor);
                case null -> null;
                case Json other -> throw new IllegalArgumentException("No place: " + other.kind());
            };
        }
    }
}
