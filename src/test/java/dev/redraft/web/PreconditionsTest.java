package dev.redraft.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redraft.platform.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PreconditionsTest {
    private static final EntityTag SEVEN = EntityTag.strong(7);

    @Test
    void without_headers_everything_goes() {
        assertThatCode(() -> Preconditions.NONE.check(SEVEN)).doesNotThrowAnyException();
        assertThatCode(() -> Preconditions.NONE.check(null)).doesNotThrowAnyException();
        assertThat(Preconditions.NONE.isKnown(SEVEN)).isFalse();
    }

    @Nested
    class If_match {
        @Test
        void holds_for_the_state_it_names() {
            assertThatCode(() -> ifMatch("\"6\", \"7\"").check(SEVEN)).doesNotThrowAnyException();
        }

        @Test
        void fails_for_another_state_and_tells_the_current_one() {
            assertThatThrownBy(() -> ifMatch("\"6\"").check(SEVEN)).isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.status()).isEqualTo(412);
                assertThat(refusal.headers()).containsEntry("ETag", "\"7\"");
            });
        }

        @Test
        void of_any_holds_where_there_is_something() {
            assertThatCode(() -> ifMatch("*").check(SEVEN)).doesNotThrowAnyException();
            assertFails(() -> ifMatch("*").check(null));
        }

        @Test
        void holds_for_reads_too() {
            assertThat(ifMatch("\"7\"").isKnown(SEVEN)).isFalse();
            assertFails(() -> ifMatch("\"6\"").isKnown(SEVEN));
        }
    }

    @Nested
    class If_none_match {
        @Test
        void of_any_asks_that_there_is_nothing_yet() {
            assertThatCode(() -> ifNoneMatch("*").check(null)).doesNotThrowAnyException();
            assertFails(() -> ifNoneMatch("*").check(SEVEN));
        }

        @Test
        void fails_a_write_for_the_state_it_names_be_it_weakly() {
            assertFails(() -> ifNoneMatch("W/\"7\"").check(SEVEN));
            assertThatCode(() -> ifNoneMatch("\"6\"").check(SEVEN)).doesNotThrowAnyException();
        }

        @Test
        void tells_a_reader_that_the_state_is_known() {
            assertThat(ifNoneMatch("W/\"7\"").isKnown(SEVEN)).isTrue();
            assertThat(ifNoneMatch("*").isKnown(SEVEN)).isTrue();
            assertThat(ifNoneMatch("\"6\"").isKnown(SEVEN)).isFalse();
        }
    }

    private static Preconditions ifMatch(String value) {
        return new Preconditions(tags(value), null);
    }

    private static Preconditions ifNoneMatch(String value) {
        return new Preconditions(null, tags(value));
    }

    private static @Nullable EntityTags tags(String value) {
        return EntityTags.parse("If-…", value);
    }

    private static void assertFails(ThrowingCallable check) {
        assertThatThrownBy(check)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.slug()).isEqualTo("precondition-failed"));
    }
}
