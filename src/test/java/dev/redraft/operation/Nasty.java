package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/// Small documents and patches over a tiny alphabet of nasty names, so that operations meet each other all the time.
public final class Nasty {
    private static final List<String> NAMES = List.of("0", "1", "-", "", "~", "/", "x=y", "a");
    private static final List<String> KEYS = List.of("0", "1", "-", "~", "/", "x=y", "a");
    private static final List<String> NUMBERS = List.of("0", "1", "1.0", "1e1", "-0", "10");

    private final Random random;

    public Nasty(long seed) {
        random = new Random(seed);
    }

    public JsonObject document() {
        var members = new LinkedHashMap<String, Json>();
        for (var i = random.nextInt(5); i > 0; i--) {
            members.put(one(KEYS), value(3));
        }
        return new JsonObject(members);
    }

    private Json value(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 8)) {
            case 0 -> Json.NULL;
            case 1 -> new JsonBoolean(random.nextBoolean());
            case 2 -> new JsonNumber(one(NUMBERS));
            case 3 -> new JsonString(one(NAMES));
            case 4, 5 -> object(depth - 1);
            default -> array(depth - 1);
        };
    }

    private Json object(int depth) {
        var members = new LinkedHashMap<String, Json>();
        for (var i = random.nextInt(4); i > 0; i--) {
            members.put(one(NAMES), value(depth));
        }
        return new JsonObject(members);
    }

    private Json array(int depth) {
        var elements = new ArrayList<Json>();
        for (var i = random.nextInt(4); i > 0; i--) {
            elements.add(value(depth));
        }
        return new JsonArray(elements);
    }

    /// One to three operations, most of which fit the document.
    public List<PatchOperation> patch(JsonObject document) {
        var operations = new ArrayList<PatchOperation>();
        for (var i = 1 + random.nextInt(3); i > 0; i--) {
            operations.add(operation(document));
        }
        return operations;
    }

    private PatchOperation operation(JsonObject document) {
        return switch (random.nextInt(7)) {
            case 0, 1 -> new PatchOperation.Add(pointer(document), value(2));
            case 2 -> new PatchOperation.Remove(pointer(document));
            case 3 -> new PatchOperation.Replace(pointer(document), value(2));
            case 4 -> new PatchOperation.Move(pointer(document), pointer(document));
            case 5 -> new PatchOperation.Copy(pointer(document), pointer(document));
            default -> new PatchOperation.Increment(pointer(document), new BigDecimal(random.nextInt(5) - 2));
        };
    }

    /// A walk into the document, with a step of its own at the end now and then.
    private Pointer pointer(Json document) {
        var tokens = new ArrayList<String>();
        var here = document;
        while (tokens.isEmpty() || random.nextInt(3) > 0) {
            var token = token(here);
            tokens.add(token);
            here = Tree.child(
                    here,
                    here instanceof JsonArray && token.matches("[0-9]")
                            ? new Step.Index(Integer.parseInt(token))
                            : new Step.Key(token));
            if (here == null) {
                break;
            }
        }
        return new Pointer(tokens);
    }

    private String token(Json here) {
        if (here instanceof JsonArray(var elements)) {
            var index = random.nextInt(elements.size() + 2);
            return index > elements.size() ? "-" : Integer.toString(index);
        }
        if (here instanceof JsonObject(var members) && !members.isEmpty() && random.nextInt(4) > 0) {
            return one(List.copyOf(members.keySet()));
        }
        return one(KEYS);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
