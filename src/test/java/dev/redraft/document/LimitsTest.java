package dev.redraft.document;

import static dev.redraft.document.Reading.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonString;
import dev.redraft.document.Unreadable.Kind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LimitsTest {
    @Nested
    class An_entry_that_came_by_an_operation {
        @Test
        void is_taken_where_a_document_with_it_would_be() {
            var value = JsonReader.stored("{\"\":[1e308,\"\\u0000\"]}");
            assertThatNoException().isThrownBy(() -> Limits.DEFAULT.requireEntry("a/b", value));
        }

        @Test
        void is_refused_for_its_key() {
            assertRefused("", Json.NULL, Kind.INVALID);
            assertRefused("e\u0301", Json.NULL, Kind.INVALID);
            assertRefused("a\n", Json.NULL, Kind.INVALID);
            assertRefused("x".repeat(513), Json.NULL, Kind.LIMIT);
            assertRefused("\ud800", Json.NULL, Kind.SYNTAX);
        }

        @Test
        void is_refused_for_what_its_value_holds() {
            assertRefused("a", new JsonNumber("1e309"), Kind.LIMIT);
            assertRefused("a", new JsonString("\ud800"), Kind.SYNTAX);
            assertRefused("a", new JsonString("x".repeat((1 << 20) - 1)), Kind.LIMIT);
            assertRefused("a", JsonReader.stored("[".repeat(64) + "]".repeat(64)), Kind.LIMIT);
        }

        private void assertRefused(String key, Json value, Kind kind) {
            var refusal = refusal(() -> Limits.DEFAULT.requireEntry(key, value));
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.place()).isEmpty();
        }
    }
}
