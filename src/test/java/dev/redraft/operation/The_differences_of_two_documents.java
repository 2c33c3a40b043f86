package dev.redraft.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.JsonReader;
import dev.redraft.document.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class The_differences_of_two_documents {
    private static JsonObject json(String text) {
        return JsonReader.document(text.replace('\'', '"').getBytes(UTF_8), Limits.DEFAULT);
    }

    private static List<String> places(String before, String after) {
        return Differences.ofWholes(json(before), json(after)).stream()
                .map(operation -> OperationJson.kind(operation) + " " + operation.path())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'a':1,'b':2}                   | {'b':2,'a':1}                   | ``
            {'a':1}                         | {'a':1.0}                       | put a
            {'a':1,'b':2}                   | {'b':3}                         | put a, put b
            {'l':[{'x':1,'y':2}]}           | {'l':[{'x':1,'y':3}]}           | put l[0].y
            {'l':[{'x':1},{'x':2},{'x':3}]} | {'l':[{'x':1},{'x':9},{'x':3}]} | put l[1].x
            {'l':[1,2,3]}                   | {'l':[1,3]}                     | delete l[1]
            {'l':[1,3]}                     | {'l':[1,2,3]}                   | insert l[1]
            {'l':[1,2,3,4]}                 | {'l':[0,1,3,4,5]}               | insert l[0], delete l[2], insert l[4]
            {'l':[1,2]}                     | {'l':{'0':1}}                   | put l
            """)
    void are_as_small_as_they_can_be(String before, String after, String expected) {
        assertThat(String.join(", ", places(before, after))).isEqualTo(expected);
    }

    @Test
    void are_small_in_long_lists_too_however_far_apart_they_are() {
        var before = IntStream.range(0, 6_000).mapToObj(Integer::toString).toList();
        var after = new ArrayList<>(before);
        after.set(5_990, "-1");
        after.remove(3_000);
        after.add(5, "-2");
        assertThat(places("{'l':" + before + "}", "{'l':" + after + "}"))
                .containsExactly("insert l[5]", "delete l[3001]", "put l[5990]");
    }

    @Test
    void replace_a_list_that_is_too_long_and_too_unlike() {
        var before = IntStream.range(0, 3_000).mapToObj(Integer::toString).toList();
        var after = IntStream.range(10_000, 13_000).mapToObj(Integer::toString).toList();
        assertThat(places("{'l':" + before + "}", "{'l':" + after + "}")).containsExactly("put l");
    }
}
