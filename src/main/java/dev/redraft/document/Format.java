package dev.redraft.document;

import dev.redraft.document.Json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The kinds of files that documents are read from and written to.
@SuppressWarnings("ImmutableEnumChecker") // its lists are made by List.of
public enum Format {
    JSON(List.of("application/json"), List.of("json"), List.of()),
    YAML(
            List.of("application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"),
            List.of("yaml", "yml"),
            List.of(
                    "Comments are not kept.",
                    "Quotes, block styles and other ways to write the same text are not kept.",
                    "Whole numbers with a leading zero, such as 0644, are read as text.")),
    PROPERTIES(
            List.of("text/x-java-properties", "text/x-properties"),
            List.of("properties"),
            List.of(
                    "Comments are not kept.",
                    "A property takes the type of the entry it replaces; a new one is text."));

    private final List<String> mediaTypes;
    private final List<String> extensions;
    private final List<String> notes;

    Format(List<String> mediaTypes, List<String> extensions, List<String> notes) {
        this.mediaTypes = mediaTypes;
        this.extensions = extensions;
        this.notes = notes;
    }

    /// The format with this media type, whose parameters and case do not matter.
    public static Optional<Format> ofMediaType(String mediaType) {
        var essence = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return first(format -> format.mediaTypes.contains(essence));
    }

    /// The format with this extension, as in `?format=yml`, whose case does not matter.
    public static Optional<Format> ofExtension(String extension) {
        return first(format -> format.extensions.contains(extension.toLowerCase(Locale.ROOT)));
    }

    /// The format of this name for a document as one text on a page; JSON where it is none that pages show.
    public static Format ofText(@Nullable String name) {
        return "yaml".equals(name) ? YAML : JSON;
    }

    private static Optional<Format> first(Predicate<Format> predicate) {
        return Arrays.stream(values()).filter(predicate).findFirst();
    }

    /// Every media type that is read as this format; the first is the one it is sent as.
    public List<String> mediaTypes() {
        return mediaTypes;
    }

    /// The extensions of its files; the first is the one files are named with.
    public List<String> extensions() {
        return extensions;
    }

    /// What whoever imports such a file should know, as sentences.
    public List<String> notes() {
        return notes;
    }

    /// Reads a document, or throws [Unreadable].
    ///
    /// @param existing the value of the entry with this key or null; it gives properties their types
    public JsonObject read(byte[] utf8, Limits limits, Function<String, ? extends @Nullable Json> existing) {
        return switch (this) {
            case JSON -> JsonReader.document(utf8, limits);
            case YAML -> YamlReader.document(utf8, limits);
            case PROPERTIES -> PropertiesReader.document(utf8, limits, existing);
        };
    }

    /// Writes a document that reads back the same. The stream stays open.
    public void write(JsonObject document, OutputStream out) throws IOException {
        switch (this) {
            case JSON -> JsonWriter.pretty(document, out);
            case YAML -> YamlWriter.write(document, out);
            case PROPERTIES -> PropertiesWriter.write(document, out);
        }
    }
}
