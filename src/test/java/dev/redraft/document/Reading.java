package dev.redraft.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.redraft.document.Json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Short words for what the tests of this package do again and again.
final class Reading {
    private Reading() {}

    static JsonObject json(String text) {
        return JsonReader.document(text.getBytes(UTF_8), Limits.DEFAULT);
    }

    static JsonObject yaml(String text) {
        return YamlReader.document(text.getBytes(UTF_8), Limits.DEFAULT);
    }

    static JsonObject properties(String text) {
        return properties(text, "{}");
    }

    static JsonObject properties(String text, String existing) {
        return PropertiesReader.document(
                text.getBytes(UTF_8), Limits.DEFAULT, json(existing).members()::get);
    }

    static String written(Format format, JsonObject document) {
        var out = new ByteArrayOutputStream();
        try {
            format.write(document, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(UTF_8);
    }

    static String written(Format format, String json) {
        return written(format, json(json));
    }

    static Unreadable refusal(ThrowingCallable reading) {
        return Objects.requireNonNull(catchThrowableOfType(Unreadable.class, reading), "It was not refused");
    }

    static void assertRefused(ThrowingCallable reading, Unreadable.Kind kind, int line, int column, String words) {
        var refusal = refusal(reading);
        assertThat(refusal).hasMessageContaining(words);
        assertThat(refusal.place()).as(refusal.getMessage()).contains(new Place(line, column));
        assertThat(refusal.kind()).as(refusal.getMessage()).isEqualTo(kind);
    }
}
