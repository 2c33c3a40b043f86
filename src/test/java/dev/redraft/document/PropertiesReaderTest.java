package dev.redraft.document;

import static dev.redraft.document.Reading.assertRefused;
import static dev.redraft.document.Reading.properties;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.document.Unreadable.Kind;
import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertiesReaderTest {
    private static void assertReads(String text, String json) {
        assertThat(JsonWriter.compact(properties(text))).isEqualTo(json);
    }

    @Nested
    class Properties_are_entries {
        @Test
        void in_their_order_with_every_separator() {
            assertReads("z=1\na:2\nm 3\n  b = 4 \nc", "{\"z\":\"1\",\"a\":\"2\",\"m\":\"3\",\"b\":\"4 \",\"c\":\"\"}");
        }

        @Test
        void without_comments_and_blank_lines() {
            assertReads("# a=1\r\n  ! b=2\r\r\n \t\f\nc=3 # no comment\n", "{\"c\":\"3 # no comment\"}");
        }

        @Test
        void continued_over_several_lines() {
            assertReads("a=1,\\\n    2,\\\r\n  #3\nb=4\\\\\nc=5\\", "{\"a\":\"1,2,#3\",\"b\":\"4\\\\\",\"c\":\"5\"}");
            assertReads("\\\n\nb=1\n#c\\\nd=2", "{\"b\":\"1\",\"d\":\"2\"}");
        }

        @Test
        void with_escapes_and_bare_utf_8() {
            assertReads("\uFEFFa\\ b\\:\\=c=\\u00e9é\\t\\ud83d\\ude00\\\\u12", "{\"a b:=c\":\"éé\\t😀\\\\u12\"}");
        }

        @Test
        void as_the_jdk_reads_them() throws IOException {
            var random = new Random(3);
            for (var i = 0; i < 5_000; i++) {
                var text = new StringBuilder();
                for (var length = random.nextInt(30); length > 0; length--) {
                    text.append("abcde=: \\\\\\\n\n\r\t\f#!".charAt(random.nextInt(18)));
                }
                assertReadsLikeTheJdk(text.toString());
            }
        }

        private void assertReadsLikeTheJdk(String text) throws IOException {
            var expected = new Properties();
            expected.load(new StringReader(text));
            try {
                var read = properties(text).members();
                assertThat(read.keySet()).as(text).isEqualTo(expected.stringPropertyNames());
                read.forEach(
                        (key, value) -> assertThat(value).isEqualTo(new Json.JsonString(expected.getProperty(key))));
            } catch (Unreadable e) {
                assertThat(e.reason()).as(text).containsAnyOf("empty key", "second time", "control character");
                assertThat(e.reason().contains("empty key") && !expected.containsKey(""))
                        .as(text)
                        .isFalse();
            }
        }
    }

    @Nested
    class A_property_takes_the_type_of_the_entry_it_falls_on {
        @ParameterizedTest
        @CsvSource(
                delimiter = '~',
                quoteCharacter = '`',
                value = {
                    "1.50 ~ 7 ~ 1.50",
                    "1x ~ 7 ~ \"1x\"",
                    "`` ~ 7 ~ \"\"",
                    "true ~ false ~ true",
                    "yes ~ false ~ \"yes\"",
                    "null ~ null ~ null",
                    "null ~ 1 ~ \"null\"",
                    "1 ~ \"x\" ~ \"1\"",
                    "[1, 2.0] ~ [] ~ [1,2.0]",
                    "{} ~ [] ~ \"{}\"",
                    "{\"b\":{\"c\":null}} ~ {\"d\":1} ~ {\"b\":{\"c\":null}}",
                    "{\"b\":1,\"b\":2} ~ {} ~ \"{\\\"b\\\":1,\\\"b\\\":2}\"",
                })
        void where_its_text_can_be_read_as_that_type(String text, String existing, String value) {
            var read = properties("a=" + text, "{\"a\":" + existing + "}");
            assertThat(JsonWriter.compact(read)).isEqualTo("{\"a\":" + value + "}");
        }

        @Test
        void and_is_refused_where_that_breaks_a_limit() {
            assertRefused(() -> properties("\na=1e999", "{\"a\":1}"), Kind.LIMIT, 2, 1, "exponent");
        }
    }

    @Nested
    class Refused_with_its_line {
        @Test
        void is_a_key_that_stands_a_second_time() {
            assertRefused(
                    () -> properties("a=1\\\n2\n#\nb=2\n\na:3"), Kind.SYNTAX, 6, 1, "\"a\" stands here a second time");
        }

        @Test
        void is_a_broken_escape() {
            assertRefused(
                    () -> properties("a=\\\\u12\nb=x\\\n  \\u00zz"), Kind.SYNTAX, 3, 3, "four hexadecimal digits");
            assertRefused(() -> properties("a\\u1=2"), Kind.SYNTAX, 1, 2, "four hexadecimal digits");
        }

        @Test
        void is_half_a_surrogate_pair() {
            assertRefused(() -> properties("b=1\na=\\ud800"), Kind.SYNTAX, 2, 1, "surrogate");
            assertRefused(() -> properties("b=1\n\\ud800=a"), Kind.SYNTAX, 2, 1, "surrogate");
        }

        @Test
        void is_a_key_that_no_entry_can_have() {
            assertRefused(() -> properties("b=1\n=2"), Kind.INVALID, 2, 1, "empty key");
            assertRefused(() -> properties("e\u0301=2"), Kind.INVALID, 1, 1, "normal form C");
            assertRefused(() -> properties("\\u0000=2"), Kind.INVALID, 1, 1, "control character");
            assertRefused(() -> properties("x".repeat(513)), Kind.LIMIT, 1, 1, "longer than 512 bytes");
        }

        @Test
        void is_text_that_is_not_utf_8() {
            var latin = "a=1\nb=ö".getBytes(ISO_8859_1);
            assertRefused(
                    () -> PropertiesReader.document(latin, Limits.DEFAULT, key -> null),
                    Kind.SYNTAX,
                    2,
                    3,
                    "0xF6 is not UTF-8");
        }
    }
}
