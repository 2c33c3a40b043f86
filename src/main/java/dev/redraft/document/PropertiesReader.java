package dev.redraft.document;

import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNull;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The reader of `.properties` files: each property one entry, in the order of the file.
///
/// A properties file knows text alone. A property that falls on an entry takes that entry's type where its text
/// can be read as it; any other is a string.
public final class PropertiesReader {
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u(?![0-9a-fA-F]{4})");

    private final Limits limits;
    private final Rules rules;
    private final Function<String, ? extends @Nullable Json> existing;
    private Place here = new Place(1, 1);

    private PropertiesReader(Limits limits, Function<String, ? extends @Nullable Json> existing) {
        this.limits = limits;
        this.rules = new Rules(limits, () -> here);
        this.existing = existing;
    }

    /// Reads a document: one entry for each property.
    ///
    /// @param existing the value of the entry with this key, or null where there is none
    public static JsonObject document(byte[] utf8, Limits limits, Function<String, ? extends @Nullable Json> existing) {
        return new PropertiesReader(limits, existing).entries(Utf8.decode(utf8, limits));
    }

    private JsonObject entries(String file) {
        var entries = new LinkedHashMap<String, Json>();
        for (var line : LogicalLine.of(file)) {
            here = new Place(line.number(), 1);
            var properties = properties(line);
            for (var key : properties.stringPropertyNames()) {
                rules.unique(key, entries);
                rules.key(key);
                rules.oneMoreThan(entries.size());
                var value = value(properties.getProperty(key), existing.apply(key));
                rules.size(key, value, () -> here);
                entries.put(key, value);
            }
        }
        return new JsonObject(entries);
    }

    /// The one property of this line; none where the line holds only a backslash.
    private Properties properties(LogicalLine line) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(line.text()));
        } catch (IllegalArgumentException e) {
            throw Unreadable.syntax(
                    "After \\u belong four hexadecimal digits. Write a backslash as two.", placeOfEscape(line));
        } catch (IOException e) {
            throw new UncheckedIOException("A string does no input or output", e);
        }
        return properties;
    }

    private Place placeOfEscape(LogicalLine line) {
        var escape = BROKEN_ESCAPE.matcher(line.text());
        if (!escape.find()) {
            return here;
        }
        var place = Place.at(line.text(), escape.end() - 2);
        return new Place(line.number() + place.line() - 1, place.column());
    }

    private Json value(String text, @Nullable Json entry) {
        rules.text(text);
        return switch (entry) {
            case null -> new JsonString(text);
            case JsonString _ -> new JsonString(text);
            case JsonNull() -> json(text, JsonNull.class);
            case JsonBoolean _ -> json(text, JsonBoolean.class);
            case JsonNumber _ -> json(text, JsonNumber.class);
            case JsonArray _ -> json(text, JsonArray.class);
            case JsonObject _ -> json(text, JsonObject.class);
        };
    }

    /// The text as JSON of this kind, else as a string; a limit that it breaks is not hidden by taking it for a
    /// string.
    private Json json(String text, Class<? extends Json> kind) {
        try {
            var value = JsonReader.value(text, limits);
            return kind.isInstance(value) ? value : new JsonString(text);
        } catch (Unreadable e) {
            return switch (e.kind()) {
                case SYNTAX, INVALID -> new JsonString(text);
                case LIMIT -> throw e.at(here);
            };
        }
    }
}
