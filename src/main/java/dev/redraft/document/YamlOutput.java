package dev.redraft.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.snakeyaml.engine.v2.api.StreamDataWriter;

/// Where the YAML engine writes to. It escapes what the engine leaves bare within double quotes although a YAML 1.1
/// reader takes it for a line end (U+2028, U+2029) or nobody sees it (direction marks, the byte order mark).
final class YamlOutput implements StreamDataWriter {
    private final Writer writer;

    YamlOutput(Writer writer) {
        this.writer = writer;
    }

    /// The engine hands over each character beyond ASCII of a text in double quotes by itself.
    @Override
    public void write(String text) {
        try {
            writer.write(text.length() == 1 && isInvisible(text.charAt(0)) ? escape(text.charAt(0)) : text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(String text, int offset, int length) {
        try {
            writer.write(text, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isInvisible(char c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String escape(char c) {
        return "\\u%04x".formatted((int) c);
    }
}
