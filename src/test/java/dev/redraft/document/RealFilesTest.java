package dev.redraft.document;

import static dev.redraft.document.Reading.written;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNull;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that people wrote for other programs, and one of our own with what makes them interesting.
class RealFilesTest {
    private static final ObjectMapper OTHER =
            new YAMLMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private static List<Path> files() {
        return RealFiles.all();
    }

    private static List<Path> sharedFiles() {
        return RealFiles.shared();
    }

    @ParameterizedTest
    @MethodSource("files")
    void are_read_and_written_and_read_again_the_same_in_every_format(Path file) {
        var document = RealFiles.read(file);
        for (var format : Format.values()) {
            var again = format.read(written(format, document).getBytes(UTF_8), Limits.DEFAULT, document.members()::get);
            assertThat(JsonWriter.compact(again)).as(format.name()).isEqualTo(JsonWriter.compact(document));
        }
    }

    @ParameterizedTest
    @MethodSource("sharedFiles")
    void are_read_as_an_independent_reader_reads_them(Path file) throws IOException {
        var other = OTHER.readTree(Files.readString(file));
        assertSame(file.toString(), RealFiles.read(file), other);
    }

    @ParameterizedTest
    @MethodSource("files")
    void are_written_as_an_independent_reader_reads_them(Path file) throws IOException {
        var document = RealFiles.read(file);
        assertSame(file.toString(), document, OTHER.readTree(written(Format.YAML, document)));
    }

    private static void assertSame(String path, Json ours, JsonNode theirs) {
        switch (ours) {
            case JsonNull() ->
                assertThat(theirs.isNull() || theirs.asText().isEmpty())
                        .as(path)
                        .isTrue();
            case JsonBoolean(var truth) -> assertThat(theirs.asText()).as(path).isEqualTo("" + truth);
            case JsonNumber number -> assertThat(theirs.decimalValue()).as(path).isEqualByComparingTo(number.decimal());
            case JsonString(var text) -> assertThat(theirs.asText()).as(path).isEqualTo(text);
            case JsonArray(var elements) -> {
                assertThat(theirs.size()).as(path).isEqualTo(elements.size());
                for (var i = 0; i < elements.size(); i++) {
                    assertSame(path + "/" + i, elements.get(i), theirs.path(i));
                }
            }
            case JsonObject(var members) -> {
                assertThat(theirs.fieldNames()).toIterable().as(path).containsExactlyElementsOf(members.keySet());
                members.forEach((name, value) -> assertSame(path + "/" + name, value, theirs.path(name)));
            }
        }
    }
}
