package dev.redraft.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.document.Json;
import dev.redraft.document.JsonReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class Changes_between_two_values {
    @Test
    void lie_within_the_element_that_differs() {
        assertThat(changes("[{'a':1,'b':2},{'a':3}]", "[{'a':9,'b':2},{'a':3}]"))
                .containsExactly("list[0].a MODIFIED");
        assertThat(changes("[1,2,3]", "[1,5,3]")).containsExactly("list[1] MODIFIED");
    }

    @Test
    void are_elements_gone_and_new_where_nothing_stands_in_their_place() {
        assertThat(changes("[1,2,3]", "[1,3]")).containsExactly("list[1] REMOVED");
        assertThat(changes("[1,3]", "[1,2,3]")).containsExactly("list[1] ADDED");
        assertThat(changes("[1,2,3,4]", "[9,2,4]")).containsExactly("list[0] MODIFIED", "list[2] REMOVED");
    }

    private static List<String> changes(String before, String after) {
        return Change.between(Path.entry("list"), json(before), json(after)).stream()
                .map(change -> change.path() + " " + change.kind())
                .toList();
    }

    private static Json json(String text) {
        return JsonReader.stored(text.replace('\'', '"'));
    }
}
