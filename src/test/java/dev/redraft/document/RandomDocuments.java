package dev.redraft.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/// Documents full of what breaks readers and writers; the same seed gives the same documents.
final class RandomDocuments {
    private static final JsonObject NASTY = nasty();
    private static final List<Json> STRINGS = elements("strings");
    private static final List<Json> NUMBERS = elements("numbers");

    private final Random random;

    RandomDocuments(long seed) {
        this.random = new Random(seed);
    }

    JsonObject next() {
        var entries = new LinkedHashMap<String, Json>();
        for (var i = random.nextInt(6); i > 0; i--) {
            entries.put(key(), value(random.nextInt(5)));
        }
        return new JsonObject(entries);
    }

    /// A string as an entry's key: composed, neither empty nor too long, without control characters.
    private String key() {
        var visible = string().replaceAll("[\\x00-\\x1f\\x7f-\\x9f]", "");
        var key = Normalizer.normalize(visible, Normalizer.Form.NFC);
        return key.isEmpty() || key.getBytes(UTF_8).length > 512 ? "key" : key;
    }

    private Json value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 5)) {
            case 0 -> Json.NULL;
            case 1 -> new JsonBoolean(random.nextBoolean());
            case 2 -> pick(NUMBERS);
            case 3, 4 -> new JsonString(string());
            case 5 -> array(depth - 1);
            default -> object(depth - 1);
        };
    }

    private JsonArray array(int depth) {
        var elements = new ArrayList<Json>();
        for (var i = random.nextInt(4); i > 0; i--) {
            elements.add(value(depth));
        }
        return new JsonArray(elements);
    }

    private JsonObject object(int depth) {
        var members = new LinkedHashMap<String, Json>();
        for (var i = random.nextInt(4); i > 0; i--) {
            members.put(string(), value(depth));
        }
        return new JsonObject(members);
    }

    private String string() {
        return switch (random.nextInt(4)) {
            case 0, 1 -> nastyString();
            case 2 -> nastyString() + nastyString();
            default -> characters();
        };
    }

    private static JsonObject nasty() {
        try {
            var file = Files.readAllBytes(Path.of("src/test/resources/document/nasty.json"));
            return JsonReader.document(file, Limits.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Json> elements(String name) {
        return ((JsonArray) Objects.requireNonNull(NASTY.members().get(name))).elements();
    }

    private String nastyString() {
        return ((JsonString) pick(STRINGS)).value();
    }

    private String characters() {
        var text = new StringBuilder();
        for (var i = random.nextInt(12); i > 0; i--) {
            text.append(pick(
                    List.of("a", "B", "1", " ", "\n", ":", "-", "#", "'", "\"", "\\", "\t", "é", "😀", "\0", ".")));
        }
        return text.toString();
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
