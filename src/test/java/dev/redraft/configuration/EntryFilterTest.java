package dev.redraft.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.configuration.EntryFilter.State;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntryFilterTest {
    @Test
    void words_alone_are_looked_for_as_they_are() {
        assertThat(EntryFilter.parse("  two  words ")).isEqualTo(words("two  words"));
        assertThat(EntryFilter.parse("")).isEqualTo(EntryFilter.ALL);
    }

    @Test
    void states_are_any_of_those_named() {
        assertThat(EntryFilter.parse("@added is:removed").states()).isEqualTo(Set.of(State.ADDED, State.REMOVED));
        assertThat(EntryFilter.parse("is:changed").states())
                .isEqualTo(Set.of(State.MODIFIED, State.ADDED, State.REMOVED));
    }

    @Test
    void names_tell_where_to_look_and_the_rest_are_words() {
        assertThat(EntryFilter.parse("one key:Pool. two type:LIST value:x"))
                .isEqualTo(new EntryFilter("one two", "Pool.", "x", "array", Set.of()));
        assertThat(EntryFilter.parse("value:\"two words\"").value()).isEqualTo("two words");
    }

    @Test
    void what_is_no_token_is_a_word() {
        for (var typed : new String[] {"@nobody", "http://x", "type:strange", "key:", "is:", "@", "a@b"}) {
            assertThat(EntryFilter.parse(typed)).isEqualTo(words(typed));
        }
    }

    @Test
    void in_quotation_marks_anything_is_a_word() {
        assertThat(EntryFilter.parse("\"@added\"")).isEqualTo(words("@added"));
        assertThat(EntryFilter.parse("\"open")).isEqualTo(words("\"open"));
    }

    private static EntryFilter words(String text) {
        return new EntryFilter(text, "", "", "", Set.of());
    }
}
