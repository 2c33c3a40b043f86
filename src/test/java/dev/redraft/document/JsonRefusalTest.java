package dev.redraft.document;

import static dev.redraft.document.Reading.assertRefused;
import static dev.redraft.document.Reading.json;
import static dev.redraft.document.Reading.refusal;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.document.Unreadable.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRefusalTest {
    @Nested
    class Broken_text_is_refused {
        @ParameterizedTest
        @CsvSource(
                delimiter = '~',
                quoteCharacter = '`',
                value = {
                    "`` ~ 1 ~ 1 ~ empty",
                    "{\"a\":1 \"b\":2} ~ 1 ~ 8 ~ comma",
                    "{\"a\" 1} ~ 1 ~ 6 ~ colon",
                    "{a:1} ~ 1 ~ 2 ~ double quotes",
                    "{\"a\":1,} ~ 1 ~ 8 ~ name in double quotes",
                    "{\"a\":[1,]} ~ 1 ~ 9 ~ expects a value",
                    "{\"a\":nul} ~ 1 ~ 6 ~ Unexpected nul here",
                    "{\"a\":[01]} ~ 1 ~ 7 ~ no JSON number",
                    "{\"a\":1.} ~ 1 ~ 6 ~ no JSON number",
                    "{\"a\":+1} ~ 1 ~ 6 ~ no JSON number",
                    "{\"a\":NaN} ~ 1 ~ 6 ~ no JSON number",
                    "{\"a\":[1} ~ 1 ~ 8 ~ opened last",
                    "{\"a\":[1 ~ 1 ~ 8 ~ ends too early",
                    "{\"abc ~ 1 ~ 6 ~ ends too early",
                    "{\"a\":\"\\x\"} ~ 1 ~ 8 ~ escape",
                    "{\"a\":\"\\u12g4\"} ~ 1 ~ 11 ~ hexadecimal",
                    "/*c*/{} ~ 1 ~ 1 ~ Unexpected / here",
                })
        void at_the_character_that_breaks_it(String text, int line, int column, String words) {
            assertRefused(() -> json(text), Kind.SYNTAX, line, column, words);
        }

        @Test
        void with_the_line_and_the_column_in_characters() {
            assertRefused(() -> json("{\"a\":1,\r\n \"😀é\": x}"), Kind.SYNTAX, 2, 8, "Unexpected x here");
            assertRefused(() -> json("{\"a\":1,\r\r\"b\": x}"), Kind.SYNTAX, 3, 6, "Unexpected x here");
        }

        @Test
        void where_more_text_follows() {
            assertRefused(() -> json("{}\n x"), Kind.SYNTAX, 2, 2, "more text");
            assertRefused(() -> json("{}}"), Kind.SYNTAX, 1, 3, "more text");
        }

        @Test
        void where_a_name_stands_a_second_time() {
            assertRefused(
                    () -> json("{\"a\":1,\n\"a\":2}"), Kind.SYNTAX, 2, 1, "The key \"a\" stands here a second time");
            assertRefused(() -> json("{\"a\":{\"x\":1,\"\\u0078\":2}}"), Kind.SYNTAX, 1, 13, "a second time");
        }

        @Test
        void where_half_a_surrogate_pair_is_escaped() {
            assertRefused(() -> json("{\"a\":\n \"\\ud800\"}"), Kind.SYNTAX, 2, 2, "surrogate");
            assertRefused(() -> json("{\"\\udc00\":1}"), Kind.SYNTAX, 1, 2, "surrogate");
            assertRefused(() -> json("{\"a\":{\"\\ude00\\ud83d\":1}}"), Kind.SYNTAX, 1, 7, "surrogate");
        }

        @Test
        void where_bytes_are_not_utf_8() {
            var latin = "\uFEFF{\"ä\":\n \"ö\"}".substring(1).getBytes(ISO_8859_1);
            assertRefused(() -> JsonReader.document(latin, Limits.DEFAULT), Kind.SYNTAX, 1, 3, "0xE4 is not UTF-8");
            byte[] surrogate = {'[', '\n', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ']'};
            assertRefused(() -> JsonReader.value(surrogate, Limits.DEFAULT), Kind.SYNTAX, 2, 2, "not UTF-8");
        }

        @Test
        void where_a_control_character_stands_bare() {
            assertRefused(() -> json("{\"a\nb\":1}"), Kind.SYNTAX, 1, 4, "control character");
        }
    }

    @Nested
    class Too_much_is_refused {
        @ParameterizedTest
        @ValueSource(strings = {"1e309", "1E-309", "1e131071", "-1.5e+99999999999999999999"})
        void an_exponent(String number) {
            assertRefused(() -> json("{\"a\": " + number + "}"), Kind.LIMIT, 1, 7, "exponent");
        }

        @Test
        void a_number_of_41_digits() {
            var digits = "12345678901234567890.123456789012345678901";
            assertRefused(() -> json("{\"a\":" + digits + "}"), Kind.LIMIT, 1, 6, "more than 40 digits");
        }

        @Test
        void the_65th_level() {
            var deepest = "{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}";
            assertThat(JsonWriter.compact(json(deepest))).isEqualTo(deepest);
            assertRefused(() -> json("{\"a\":" + "[".repeat(64)), Kind.LIMIT, 1, 69, "deeper than 64 levels");
        }

        @Test
        void a_value_larger_than_the_limit_as_compact_json() {
            var limits = new Limits(10, 512, 10, 1000, 64, 40, 308);
            assertThat(JsonReader.document("{\"a\": \"12345678\"}".getBytes(UTF_8), limits)
                            .members())
                    .hasSize(1);
            assertThat(JsonReader.document("{\"a\": [1,  2,  3, 4]}".getBytes(UTF_8), limits)
                            .members())
                    .hasSize(1);
            var large = "{\"a\":1,\n  \"b\": \"1234567é\"}".getBytes(UTF_8);
            assertRefused(
                    () -> JsonReader.document(large, limits),
                    Kind.LIMIT,
                    2,
                    3,
                    "value of \"b\" is larger than 10 bytes");
        }

        @Test
        void a_key_longer_than_512_bytes() {
            assertThat(json("{\"" + "é".repeat(256) + "\":1}").members()).hasSize(1);
            assertRefused(() -> json("{\"" + "é".repeat(257) + "\":1}"), Kind.LIMIT, 1, 2, "longer than 512 bytes");
        }

        @Test
        void one_entry_more_than_the_limit() {
            var limits = new Limits(10, 512, 2, 1000, 64, 40, 308);
            var three = "{\"a\":1,\"b\":2,\n\"c\":3}".getBytes(UTF_8);
            assertRefused(() -> JsonReader.document(three, limits), Kind.LIMIT, 2, 1, "more than 2 entries");
        }

        @Test
        void a_body_larger_than_the_limit_as_a_whole() {
            var limits = new Limits(10, 512, 2, 5, 64, 40, 308);
            var refusal = refusal(() -> JsonReader.document("{    }".getBytes(UTF_8), limits));
            assertThat(refusal.kind()).isEqualTo(Kind.LIMIT);
            assertThat(refusal.place()).isEmpty();
            assertThat(refusal).hasMessage("The document is larger than 5 bytes. Split it.");
        }
    }

    @Nested
    class What_is_no_configuration_is_refused {
        @ParameterizedTest
        @ValueSource(strings = {"[]", "1", "\"x\"", "null"})
        void a_root_that_is_no_object(String root) {
            assertRefused(() -> json(" " + root), Kind.INVALID, 1, 2, "no JSON object");
        }

        @Test
        void an_entry_with_an_empty_key() {
            assertRefused(() -> json("{\"a\":1,\"\":2}"), Kind.INVALID, 1, 8, "empty key");
        }

        @Test
        void an_entry_whose_key_is_not_composed() {
            assertRefused(() -> json("{\"e\u0301\":1}"), Kind.INVALID, 1, 2, "normal form C");
        }

        @Test
        void an_entry_whose_key_has_a_control_character() {
            assertRefused(() -> json("{\"a\\u0000\":1}"), Kind.INVALID, 1, 2, "\"a\\u0000\" has a control character");
            assertRefused(() -> json("{\"a\\u0085\":1}"), Kind.INVALID, 1, 2, "control character");
        }
    }

    @Nested
    class A_refusal {
        @Test
        void says_what_is_wrong_and_where_and_what_to_do() {
            var refusal = refusal(() -> json("{\"a\":1,\n\"a\":2}"));
            assertThat(refusal.reason()).isEqualTo("The key \"a\" stands here a second time. Keep one of them.");
            assertThat(refusal).hasMessage("Line 2, column 1: " + refusal.reason());
        }

        @Test
        void repeats_no_more_than_forty_characters_of_the_input_and_none_that_does_not_show() {
            var name = "\\u202e\\u001b\\u0000" + "x".repeat(1000);
            var refusal = refusal(() -> json("{\"a\":{\"%s\":1,\"%s\":1}}".formatted(name, name)));
            assertThat(refusal.reason())
                    .isEqualTo("The key \"\\u202e\\u001b\\u0000" + "x".repeat(22)
                            + "…\" stands here a second time. Keep one of them.");
        }
    }
}
