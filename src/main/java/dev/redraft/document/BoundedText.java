package dev.redraft.document;

import dev.redraft.document.Json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A document as text, written no further than somebody could edit it.
public final class BoundedText extends OutputStream {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final long most;

    private BoundedText(long most) {
        this.most = most;
    }

    /// There was more to write.
    private static final class Full extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /// The text; null if it has more bytes than this.
    public static @Nullable String of(JsonObject document, Format format, long most) {
        var text = new BoundedText(most);
        try {
            format.write(document, text);
            return text.written.toString(StandardCharsets.UTF_8);
        } catch (Full _) {
            return null;
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory does no input or output", impossible);
        }
    }

    @Override
    public void write(int next) throws IOException {
        requireRoom(1);
        written.write(next);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        requireRoom(length);
        written.write(from, offset, length);
    }

    private void requireRoom(int length) throws Full {
        if (written.size() + (long) length > most) {
            throw new Full();
        }
    }
}
