package dev.redraft.document;

import static dev.redraft.document.Reading.assertRefused;
import static dev.redraft.document.Reading.json;
import static dev.redraft.document.Reading.yaml;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.document.Unreadable.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlRefusalTest {
    @Nested
    class What_json_cannot_hold_is_refused {
        @Test
        void anchors_and_aliases() {
            assertRefused(() -> yaml("a: 1\nb: &x 2"), Kind.SYNTAX, 2, 4, "anchor \"x\"");
            assertRefused(() -> yaml("a: 1\nb: [*x]"), Kind.SYNTAX, 2, 5, "alias \"x\"");
            assertRefused(() -> yaml("&root\na: 1"), Kind.SYNTAX, 1, 1, "anchor \"root\"");
            assertRefused(() -> yaml("a: !!str &x b"), Kind.SYNTAX, 1, 4, "anchor \"x\"");
        }

        @Test
        void merge_keys_unless_they_are_quoted() {
            assertRefused(() -> yaml("a:\n  <<: {b: 1}"), Kind.SYNTAX, 2, 3, "merge key");
            assertThat(yaml("a: {'<<': 1}")).isEqualTo(json("{\"a\":{\"<<\":1}}"));
        }

        @ParameterizedTest
        @ValueSource(strings = {".inf", "-.INF", "+.Inf", ".nan", ".NaN"})
        void numbers_that_are_not_finite(String number) {
            assertRefused(() -> yaml("a: [1, " + number + "]"), Kind.INVALID, 1, 8, "no number " + number);
        }

        @Test
        void more_than_one_document() {
            assertRefused(() -> yaml("a: 1\n---\nb: 2"), Kind.SYNTAX, 2, 1, "second document");
            assertRefused(() -> yaml("a: 1\n...\nb: 2"), Kind.SYNTAX, 3, 1, "second document");
            assertThat(yaml("---\na: 1\n...\n")).isEqualTo(json("{\"a\":1}"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"- a", "text", "[]", "~", "---"})
        void a_root_that_is_no_mapping(String text) {
            assertRefused(() -> yaml(text), Kind.INVALID, 1, text.equals("---") ? 4 : 1, "no mapping");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "# only a comment"})
        void an_empty_document(String text) {
            assertRefused(() -> yaml(text), Kind.INVALID, 1, text.length() + 1, "empty");
        }

        @Test
        void half_a_surrogate_pair() {
            assertRefused(() -> yaml("b: 1\na: \"\\ud800\""), Kind.SYNTAX, 2, 4, "surrogate");
        }
    }

    @Nested
    class Broken_text_is_refused {
        @ParameterizedTest
        @CsvSource(
                delimiter = '~',
                quoteCharacter = '`',
                value = {
                    "`a:\n\t- b` ~ 2 ~ 1 ~ A tab cannot indent",
                    "`a: b: c` ~ 1 ~ 5 ~ colon cannot stand here",
                    "`b: 1\na: \"x` ~ 2 ~ 4 ~ never closed",
                    "`a: [1, 2` ~ 1 ~ 9 ~ closing bracket",
                    "`a: [1 2\n` ~ 2 ~ 1 ~ closing bracket",
                    "`a: @x` ~ 1 ~ 4 ~ cannot start a text",
                    "`a: \"\\q\"` ~ 1 ~ 6 ~ escape",
                    "`a: 1\nb` ~ 2 ~ 1 ~ no colon",
                    "`a:\n  b: 1\n c: 2` ~ 3 ~ 2 ~ indentation",
                    "`a: \"x\" y` ~ 1 ~ 8 ~ quotes",
                    "`a: ]` ~ 1 ~ 4 ~ no YAML",
                    "`%YAML 2.0\n---\na: 1` ~ 1 ~ 1 ~ version",
                })
        void where_it_breaks(String text, int line, int column, String words) {
            assertRefused(() -> yaml(text), Kind.SYNTAX, line, column, words);
        }

        @Test
        void where_a_character_stands_that_yaml_forbids() {
            assertRefused(() -> yaml("a: 1\nb: x\0"), Kind.SYNTAX, 2, 5, "U+0000");
            assertRefused(() -> yaml("a: \u0007"), Kind.SYNTAX, 1, 4, "U+0007");
        }

        @Test
        void where_bytes_are_not_utf_8() {
            byte[] text = {'a', ':', ' ', (byte) 0xFF};
            assertRefused(() -> YamlReader.document(text, Limits.DEFAULT), Kind.SYNTAX, 1, 4, "0xFF is not UTF-8");
        }
    }

    @Nested
    class Too_much_is_refused {
        @Test
        void numbers() {
            assertRefused(() -> yaml("a: 1e309"), Kind.LIMIT, 1, 4, "exponent");
            assertRefused(() -> yaml("a: " + "1".repeat(41)), Kind.LIMIT, 1, 4, "more than 40 digits");
            assertRefused(() -> yaml("a: 0x" + "F".repeat(100_000)), Kind.LIMIT, 1, 4, "more than 40 digits");
        }

        @Test
        void levels_of_either_style() {
            assertRefused(() -> yaml("a: " + "[".repeat(64)), Kind.LIMIT, 1, 67, "deeper than 64 levels");
            assertRefused(() -> yaml("a:\n  " + "- ".repeat(64) + "x"), Kind.LIMIT, 2, 129, "deeper than 64 levels");
        }

        @Test
        void entries_and_values() {
            var limits = new Limits(10, 512, 2, 1000, 64, 40, 308);
            var three = "a: 1\nb: 2\nc: 3".getBytes(UTF_8);
            assertRefused(() -> YamlReader.document(three, limits), Kind.LIMIT, 3, 1, "more than 2 entries");
            var large = "a: 1\nb: [123, 456, 789]".getBytes(UTF_8);
            assertRefused(() -> YamlReader.document(large, limits), Kind.LIMIT, 2, 1, "value of \"b\"");
        }
    }
}
