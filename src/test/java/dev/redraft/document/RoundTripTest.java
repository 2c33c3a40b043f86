package dev.redraft.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.document.Json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is written is read back the same, whatever is in it.
class RoundTripTest {
    private static final long SEED = Long.getLong("redraft.seed", 20_260_728L);
    private static final int DOCUMENTS = 5_000;

    @ParameterizedTest
    @EnumSource
    void every_document_reads_back_the_same_in_text_and_order(Format format) throws IOException {
        var documents = new RandomDocuments(SEED);
        for (var i = 0; i < DOCUMENTS; i++) {
            var document = documents.next();
            var written = written(format, document);
            var read = format.read(written, Limits.DEFAULT, document.members()::get);
            assertThat(JsonWriter.compact(read))
                    .as("document %d of seed %d as %s:%n%s", i, SEED, format, new String(written, UTF_8))
                    .isEqualTo(JsonWriter.compact(document));
        }
    }

    private static byte[] written(Format format, JsonObject document) throws IOException {
        var out = new ByteArrayOutputStream();
        format.write(document, out);
        return out.toByteArray();
    }
}
