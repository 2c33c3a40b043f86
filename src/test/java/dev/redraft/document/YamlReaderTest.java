package dev.redraft.document;

import static dev.redraft.document.Reading.assertRefused;
import static dev.redraft.document.Reading.json;
import static dev.redraft.document.Reading.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.document.Unreadable.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private static void assertReads(String yaml, String json) {
        assertThat(JsonWriter.compact(yaml(yaml))).isEqualTo(json);
    }

    @Nested
    class Plain_scalars {
        @ParameterizedTest
        @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
        void are_null(String text) {
            assertReads("a: " + text, "{\"a\":null}");
        }

        @Test
        void are_booleans() {
            assertReads("a: [true, True, TRUE, false, False, FALSE]", "{\"a\":[true,true,true,false,false,false]}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "yes",
                    "No",
                    "on",
                    "off",
                    "y",
                    "nULL",
                    "tRUE",
                    "1_000",
                    "0b1",
                    "1:20",
                    "2001-01-01",
                    "0x",
                    "-0x1F",
                    "1.2.3"
                })
        void are_strings_whatever_yaml_1_1_made_of_them(String text) {
            assertReads("a: " + text, "{\"a\":\"" + text + "\"}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "-0", "1.50", "1e5", "1E+5", "1e-5", "-1.5E-10"})
        void keep_the_text_of_a_number_that_json_can_write(String number) {
            assertReads("a: " + number, "{\"a\":" + number + "}");
        }

        @ParameterizedTest
        @CsvSource({
            "+1, 1",
            ".5, 0.5",
            "-.5, -0.5",
            "1., 1.0",
            "+.5e3, 0.5e3",
            "1.e3, 1.0e3",
            "0x1F, 31",
            "0o17, 15",
            "01.5, 1.5",
            "-00.5, -0.5"
        })
        void become_the_same_number_where_only_yaml_can_write_it(String yaml, String json) {
            assertReads("a: " + yaml, "{\"a\":" + json + "}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0644", "007", "00", "-012", "+012"})
        void stay_text_where_yaml_1_1_and_1_2_read_different_integers(String text) {
            assertReads("a: " + text, "{\"a\":\"" + text + "\"}");
        }
    }

    @Nested
    class Quoted_and_block_scalars {
        @Test
        void are_strings() {
            assertReads("a: ['1', \"true\", '', \"null\"]", "{\"a\":[\"1\",\"true\",\"\",\"null\"]}");
            assertReads("a: |\n  1\n\n   x\nb: >-\n  2\n  3\n", "{\"a\":\"1\\n\\n x\\n\",\"b\":\"2 3\"}");
        }

        @Test
        void may_hold_escaped_characters_that_yaml_forbids_bare() {
            assertReads("a: \"\\0\\x00\\u0000\\e\"", "{\"a\":\"\\u0000\\u0000\\u0000\\u001b\"}");
            assertReads("a: \"\\ud83d\\ude00\"", "{\"a\":\"😀\"}");
        }
    }

    @Nested
    class Tags {
        @Test
        void of_the_standard_are_followed() {
            assertReads(
                    "a: !!str 12\nb: !!str\nc: !!int '12'\nd: !!float 1", "{\"a\":\"12\",\"b\":\"\",\"c\":12,\"d\":1}");
            assertReads(
                    "!!map\na: !!null ''\nb: !!bool 'true'\nc: !!seq [!!map {}]", "{\"a\":null,\"b\":true,\"c\":[{}]}");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '~',
                value = {
                    "a: !foo 1 ~ 4 ~ tag \"!foo\"",
                    "a: [!!binary aGk=] ~ 5 ~ tag \"!!binary\"",
                    "a: !!set {x} ~ 4 ~ tag \"!!set\"",
                    "a: !!map [1] ~ 4 ~ tag \"!!map\"",
                    "!!omap x: 1 ~ 1 ~ tag \"!!omap\"",
                    "a: !z!x 1 ~ 4 ~ not declared",
                    "a: !!int x ~ 4 ~ \"x\" is no !!int",
                    "a: !!int 0644 ~ 4 ~ \"0644\" is no !!int",
                    "a: !!bool yes ~ 4 ~ \"yes\" is no !!bool",
                })
        void of_another_kind_are_refused(String text, int column, String words) {
            assertRefused(() -> yaml(text), Kind.SYNTAX, 1, column, words);
        }
    }

    @Nested
    class Keys {
        @Test
        void are_their_text() {
            assertReads(
                    "1: a\ntrue: b\nnull: c\n~: d\non: e\n0x1: f",
                    "{\"1\":\"a\",\"true\":\"b\",\"null\":\"c\",\"~\":\"d\",\"on\":\"e\",\"0x1\":\"f\"}");
        }

        @Test
        void may_be_written_as_complex_keys_when_they_are_text() {
            assertReads(
                    "a:\n  ? |\n    x\n    y\n  : 1\n  ? " + "z".repeat(2000) + "\n  : 2",
                    "{\"a\":{\"x\\ny\\n\":1,\"" + "z".repeat(2000) + "\":2}}");
        }

        @Test
        void are_refused_a_second_time() {
            assertRefused(
                    () -> yaml("a: 1\nb:\n  c: 1\n  'c': 2"), Kind.SYNTAX, 4, 3, "\"c\" stands here a second time");
            assertRefused(() -> yaml("1: a\n\"1\": b"), Kind.SYNTAX, 2, 1, "\"1\" stands here a second time");
        }

        @Test
        void are_refused_when_they_are_no_text() {
            assertRefused(() -> yaml("? [a]\n: 1"), Kind.SYNTAX, 1, 3, "A key is no text");
            assertRefused(() -> yaml("a:\n  {b: 1}: 2"), Kind.SYNTAX, 2, 3, "A key is no text");
        }

        @Test
        void follow_the_rules_of_entries() {
            assertRefused(() -> yaml("\"\": 1"), Kind.INVALID, 1, 1, "empty key");
            assertRefused(() -> yaml("b: 1\ne\u0301: 1"), Kind.INVALID, 2, 1, "normal form C");
            assertRefused(() -> yaml("b: 1\n\"\\0\": 1"), Kind.INVALID, 2, 1, "control character");
            assertRefused(() -> yaml("? " + "é".repeat(257) + "\n: 1"), Kind.LIMIT, 1, 3, "longer than 512 bytes");
        }
    }

    @Test
    void a_byte_order_mark_is_skipped_and_json_is_yaml() {
        var text = "{\"a\": [1, {\"b\": null}], \"c\": \"x\\u0000\"}";
        assertThat(yaml("\uFEFF" + text)).isEqualTo(json(text));
    }
}
