package dev.redraft.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// The strict reader of JSON texts: RFC 8259 to the letter, each name once, numbers by their text.
public final class JsonReader {
    /// Jackson's own limits are lifted, so that ours speak; names are not interned, for anybody may send any.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();

    private final String text;
    private final JsonParser parser;
    private final Rules rules;

    private JsonReader(String text, JsonParser parser, Limits limits) {
        this.text = text;
        this.parser = parser;
        this.rules = new Rules(limits, this::here);
    }

    /// Reads any value. Size and number of entries are not looked at: this may be a patch with many of them.
    public static Json value(byte[] utf8, Limits limits) {
        return read(Utf8.decode(utf8, limits), limits, reader -> reader.value(0));
    }

    /// Reads a document: an object whose members are entries.
    public static JsonObject document(byte[] utf8, Limits limits) {
        return read(Utf8.decode(utf8, limits), limits, JsonReader::entries);
    }

    /// Reads a text that we wrote ourselves.
    public static Json stored(String json) {
        return value(json, Limits.NONE);
    }

    static Json value(String json, Limits limits) {
        return read(json, limits, reader -> reader.value(0));
    }

    private static <T> T read(String text, Limits limits, Part<T> root) {
        // Closing it lets the factory keep the names it met: documents then share them, and compare faster.
        try (var parser = FACTORY.createParser(text)) {
            var reader = new JsonReader(text, parser, limits);
            reader.begin();
            var value = root.of(reader);
            reader.end();
            return value;
        } catch (JsonProcessingException e) {
            throw JsonComplaint.about(text, e);
        } catch (IOException e) {
            throw new UncheckedIOException("A string does no input or output", e);
        }
    }

    private void begin() throws IOException {
        if (parser.nextToken() == null) {
            throw Unreadable.syntax("The text is empty. Write a JSON value.", Place.at(text, text.length()));
        }
    }

    /// Jackson would stop at the end of the value and not look at what follows.
    private void end() {
        var offset = (int) parser.currentLocation().getCharOffset();
        while (offset < text.length()) {
            if (" \t\r\n".indexOf(text.charAt(offset)) < 0) {
                throw Unreadable.syntax("There is more text after the end. Remove it.", Place.at(text, offset));
            }
            offset++;
        }
    }

    private JsonObject entries() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw rules.invalid("The document is no JSON object. Put its entries between { and }.");
        }
        rules.depth(1);
        var entries = new LinkedHashMap<String, Json>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var place = parser.currentTokenLocation();
            var key = name(entries);
            rules.key(key);
            rules.oneMoreThan(entries.size());
            var value = next(1);
            rules.size(key, value, () -> placeOf(place));
            entries.put(key, value);
        }
        return new JsonObject(entries);
    }

    /// @param depth how many containers this value lies in
    private Json value(int depth) throws IOException {
        return switch (Objects.requireNonNull(parser.currentToken())) {
            case START_OBJECT -> object(depth + 1);
            case START_ARRAY -> array(depth + 1);
            case VALUE_STRING -> new JsonString(string());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> new JsonBoolean(true);
            case VALUE_FALSE -> new JsonBoolean(false);
            case VALUE_NULL -> Json.NULL;
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("No value starts with " + parser.currentToken());
        };
    }

    private JsonObject object(int depth) throws IOException {
        rules.depth(depth);
        var members = new LinkedHashMap<String, Json>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            members.put(name(members), next(depth));
        }
        return members.isEmpty() ? JsonObject.EMPTY : new JsonObject(members);
    }

    private JsonArray array(int depth) throws IOException {
        rules.depth(depth);
        var elements = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(depth));
        }
        return elements.isEmpty() ? JsonArray.EMPTY : new JsonArray(elements);
    }

    private Json next(int depth) throws IOException {
        parser.nextToken();
        return value(depth);
    }

    private String name(Map<String, Json> members) throws IOException {
        var name = parser.currentName();
        rules.text(name);
        rules.unique(name, members);
        return name;
    }

    private String string() throws IOException {
        var string = parser.getText();
        rules.text(string);
        return string;
    }

    private JsonNumber number() throws IOException {
        var number = parser.getText();
        rules.number(number);
        return new JsonNumber(number);
    }

    private Place here() {
        return placeOf(parser.currentTokenLocation());
    }

    private Place placeOf(JsonLocation location) {
        return Place.at(text, (int) location.getCharOffset());
    }

    /// What to read of the text: any value, or a document.
    private interface Part<T> {
        T of(JsonReader reader) throws IOException;
    }
}
