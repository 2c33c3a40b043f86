package dev.redraft.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNull;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;

/// Values as JSON texts that [JsonReader] reads back exactly: same order, same number texts.
public final class JsonWriter {
    private static final String INDENTATION = "  ";

    private final Appendable out;

    private JsonWriter(Appendable out) {
        this.out = out;
    }

    /// One line without a space: what is stored, hashed and measured.
    public static String compact(Json value) {
        var text = new StringBuilder();
        try {
            new JsonWriter(text).compactly(value);
        } catch (IOException e) {
            throw new UncheckedIOException("A string builder does no input or output", e);
        }
        return text.toString();
    }

    /// Indented by two spaces, in UTF-8, with a line end after the last line. The stream is flushed and stays
    /// open.
    public static void pretty(Json value, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        new JsonWriter(writer).prettily(value, "\n");
        writer.write('\n');
        writer.flush();
    }

    /// The same as text, without a line end after the last line: what a person edits.
    public static String pretty(Json value) {
        var text = new StringBuilder();
        try {
            new JsonWriter(text).prettily(value, "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("A string builder does no input or output", e);
        }
        return text.toString();
    }

    /// Begins a document that is written entry by entry, and is in the end what [#pretty] writes as a whole.
    public static Entries entries(OutputStream out) {
        return new Entries(new BufferedWriter(new OutputStreamWriter(out, UTF_8)));
    }

    /// A document that is being written.
    public static final class Entries {
        private final Writer out;
        private String separator = "{";

        private Entries(Writer out) {
            this.out = out;
        }

        public void add(String key, Json value) throws IOException {
            out.append(separator).append('\n').append(INDENTATION);
            JsonText.append(key, out);
            out.append(": ");
            new JsonWriter(out).prettily(value, "\n" + INDENTATION);
            separator = ",";
        }

        /// Ends the document. The stream is flushed and stays open.
        public void end() throws IOException {
            out.append(separator.equals("{") ? "{}\n" : "\n}\n");
            out.flush();
        }
    }

    private void compactly(Json value) throws IOException {
        switch (value) {
            case JsonArray(var elements) -> {
                var separator = "[";
                for (var element : elements) {
                    out.append(separator);
                    compactly(element);
                    separator = ",";
                }
                out.append(elements.isEmpty() ? "[]" : "]");
            }
            case JsonObject(var members) -> {
                var separator = "{";
                for (var member : members.entrySet()) {
                    out.append(separator);
                    JsonText.append(member.getKey(), out);
                    out.append(':');
                    compactly(member.getValue());
                    separator = ",";
                }
                out.append(members.isEmpty() ? "{}" : "}");
            }
            case JsonNull() -> out.append("null");
            case JsonBoolean(var truth) -> out.append(truth ? "true" : "false");
            case JsonNumber(var text) -> out.append(text);
            case JsonString(var text) -> JsonText.append(text, out);
        }
    }

    /// @param line what starts a line at the depth of this value: a line end and its indentation
    private void prettily(Json value, String line) throws IOException {
        switch (value) {
            case JsonArray(var elements)
            when !elements.isEmpty() -> {
                var separator = "[";
                for (var element : elements) {
                    out.append(separator).append(line).append(INDENTATION);
                    prettily(element, line + INDENTATION);
                    separator = ",";
                }
                out.append(line).append(']');
            }
            case JsonObject(var members)
            when !members.isEmpty() -> {
                var separator = "{";
                for (var member : members.entrySet()) {
                    out.append(separator).append(line).append(INDENTATION);
                    JsonText.append(member.getKey(), out);
                    out.append(": ");
                    prettily(member.getValue(), line + INDENTATION);
                    separator = ",";
                }
                out.append(line).append('}');
            }
            case Json scalarOrEmpty -> compactly(scalarOrEmpty);
        }
    }
}
