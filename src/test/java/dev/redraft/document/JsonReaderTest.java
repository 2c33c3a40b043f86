package dev.redraft.document;

import static dev.redraft.document.Reading.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonString;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    @Nested
    class What_is_read {
        @ParameterizedTest
        @ValueSource(
                strings = {"0", "-0", "1.0", "1.50", "1e5", "1E+5", "1e-308", "1234567890123456789012345678901234567890"
                })
        void numbers_keep_their_text(String number) {
            assertThat(json("{\"a\":" + number + "}").members()).containsEntry("a", new JsonNumber(number));
        }

        @Test
        void members_keep_their_order() {
            assertThat(json("{\"b\":1,\"a\":{\"z\":1,\"y\":2}}"))
                    .hasToString(json("{\"b\":1,\"a\":{\"z\":1,\"y\":2}}").toString());
            assertThat(json("{\"b\":1,\"a\":2,\"c\":3}").members().keySet()).containsExactly("b", "a", "c");
        }

        @Test
        void a_byte_order_mark_is_skipped() {
            assertThat(json("\uFEFF{\"a\":1}")).isEqualTo(json("{\"a\":1}"));
        }

        @Test
        void escapes_become_characters() {
            assertThat(json("{\"a\":\"\\u0000\\ud83d\\ude00\\n\"}").members())
                    .containsEntry("a", new JsonString("\0😀\n"));
        }

        @Test
        void names_within_an_entry_may_be_anything() {
            var names = "{\"a\":{\"\":1,\"e\u0301\":2,\"\\u0000\":3}}";
            assertThat(JsonWriter.compact(json(names))).isEqualTo(names);
        }

        @Test
        void a_value_may_be_of_any_kind() {
            var value = JsonReader.value(" [1, \"x\"] ".getBytes(UTF_8), Limits.DEFAULT);
            assertThat(value).isEqualTo(new JsonArray(List.of(new JsonNumber("1"), new JsonString("x"))));
        }

        @Test
        void a_stored_text_knows_no_limits() {
            var large = "1e9999";
            assertThat(JsonReader.stored(large)).isEqualTo(new JsonNumber(large));
        }

        @Test
        void a_replacement_character_that_was_sent_is_text() {
            assertThat(json("{\"a\":\"\uFFFD\"}").members()).containsEntry("a", new JsonString("\uFFFD"));
        }
    }
}
