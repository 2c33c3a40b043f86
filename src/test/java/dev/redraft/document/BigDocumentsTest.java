package dev.redraft.document;

import static dev.redraft.document.Reading.assertRefused;
import static dev.redraft.document.Reading.json;
import static dev.redraft.document.Reading.yaml;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.redraft.document.Unreadable.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The times are generous: they tell a linear reader from a quadratic one, not a fast machine from a slow one.
class BigDocumentsTest {
    @Nested
    class Refused_at_once {
        @Test
        void is_deep_nesting() {
            assertTimeout(Duration.ofSeconds(5), () -> {
                assertRefused(() -> json("{\"a\":" + "[".repeat(100_000)), Kind.LIMIT, 1, 69, "deeper");
                assertRefused(() -> json("{\"a\":".repeat(100_000)), Kind.LIMIT, 1, 321, "deeper");
                assertRefused(() -> yaml("a: " + "[".repeat(100_000)), Kind.LIMIT, 1, 67, "deeper");
                assertRefused(() -> yaml("- ".repeat(100_000)), Kind.INVALID, 1, 1, "no mapping");
                assertRefused(() -> yaml("a:\n- " + "- ".repeat(100_000)), Kind.LIMIT, 2, 127, "deeper");
            });
        }

        @Test
        void is_a_small_text_that_stands_for_a_huge_number() {
            assertTimeout(Duration.ofSeconds(5), () -> {
                assertRefused(() -> json("{\"a\":1e131071}"), Kind.LIMIT, 1, 6, "exponent");
                assertRefused(() -> yaml("a: 1e1310718888"), Kind.LIMIT, 1, 4, "exponent");
                assertRefused(() -> yaml("a: 0x" + "F".repeat(1_000_000)), Kind.LIMIT, 1, 4, "digits");
                assertRefused(() -> json("{\"a\":" + "1".repeat(10_000_000) + "}"), Kind.LIMIT, 1, 6, "digits");
            });
        }
    }

    @Nested
    class A_body_as_large_as_allowed {
        private static final int BYTES = 64 << 20;

        @Test
        void is_read_as_json() {
            var body = body("{", "\"key.%07d\":\"%s\",", "\"last\":1}");
            var document = assertTimeout(Duration.ofMinutes(1), () -> JsonReader.document(body, Limits.DEFAULT));
            assertThat(document.members()).hasSize(131_072);
        }

        @Test
        void is_read_as_yaml() {
            var body = body("", "key.%07d: \"%s\"\n", "last: 1");
            var document = assertTimeout(Duration.ofMinutes(2), () -> YamlReader.document(body, Limits.DEFAULT));
            assertThat(document.members()).hasSize(131_072);
        }

        @Test
        void is_refused_with_one_byte_more() {
            var kind = Reading.refusal(() -> JsonReader.document(new byte[BYTES + 1], Limits.DEFAULT))
                    .kind();
            assertThat(kind).isEqualTo(Kind.LIMIT);
        }

        /// Entries of 512 bytes each; the last is followed by the spaces that are left.
        private static byte[] body(String start, String entry, String end) {
            var empty = entry.formatted(0, "").length();
            var text = new StringBuilder(BYTES).append(start);
            for (var i = 0; i < BYTES / 512 - 1; i++) {
                text.append(entry.formatted(i, "x".repeat(512 - empty)));
            }
            text.append(end);
            return text.append(" ".repeat(BYTES - text.length())).toString().getBytes(US_ASCII);
        }
    }
}
