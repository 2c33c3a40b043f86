package dev.redraft.document;

import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNull;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/// Documents as `.properties` files in plain ASCII, which readers of every age and encoding understand.
public final class PropertiesWriter {
    private PropertiesWriter() {}

    /// Writes one property for each entry: text as it is, anything else as compact JSON. The stream stays open.
    public static void write(JsonObject document, OutputStream out) throws IOException {
        var properties = new Ordered();
        document.members().forEach((key, value) -> properties.entries.put(key, text(value)));
        properties.store(new WithoutFirstLine(out), null);
    }

    private static String text(Json value) {
        return switch (value) {
            case JsonString(var text) -> text;
            case JsonNull none -> JsonWriter.compact(none);
            case JsonBoolean truth -> JsonWriter.compact(truth);
            case JsonNumber number -> JsonWriter.compact(number);
            case JsonArray array -> JsonWriter.compact(array);
            case JsonObject object -> JsonWriter.compact(object);
        };
    }

    /// Stores in the order of the document; the JDK sorts only what its own map holds.
    private static final class Ordered extends Properties {
        private static final long serialVersionUID = 1L;

        private final transient Map<Object, Object> entries = new LinkedHashMap<>();

        @Override
        public Set<Map.Entry<Object, Object>> entrySet() {
            return entries.entrySet();
        }
    }

    /// The JDK starts each file with the current time, which would make every export of one version another file.
    private static final class WithoutFirstLine extends FilterOutputStream {
        private boolean skipping = true;

        WithoutFirstLine(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            if (!skipping) {
                out.write(b);
            }
            skipping &= b != '\n';
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            var start = offset;
            while (skipping && start < offset + length) {
                write(bytes[start++]);
            }
            out.write(bytes, start, offset + length - start);
        }
    }
}
