package dev.redraft.document;

import static dev.redraft.document.Reading.json;
import static dev.redraft.document.Reading.written;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Test
    void compact_text_keeps_order_and_number_texts() {
        var text = "{\"b\":[1.0,-0,1E+5,null,true,false],\"a\":{\"\":{},\"x\":[]}}";
        assertThat(JsonWriter.compact(json(text))).isEqualTo(text);
    }

    @Test
    void control_characters_are_escaped_and_others_stand_as_they_are() {
        var document = json("{\"a\":\"\\u0000\\u001b\\u007f\\u0085\\t\\\"\\\\/é😀\\u2028\"}");
        assertThat(JsonWriter.compact(document))
                .isEqualTo("{\"a\":\"\\u0000\\u001b\\u007f\\u0085\\t\\\"\\\\/é😀\u2028\"}");
    }

    @Test
    void pretty_text_is_indented_by_two_spaces_and_ends_with_a_line_end() {
        assertThat(written(Format.JSON, "{\"a\":{\"b\":[1,{}],\"c\":[]},\"d\":null}"))
                .isEqualTo("""
                {
                  "a": {
                    "b": [
                      1,
                      {}
                    ],
                    "c": []
                  },
                  "d": null
                }
                """);
        assertThat(written(Format.JSON, "{}")).isEqualTo("{}\n");
    }

    @Test
    void the_size_of_a_value_is_that_of_its_compact_text() {
        var documents = new RandomDocuments(1);
        for (var i = 0; i < 1_000; i++) {
            var document = documents.next();
            assertThat(JsonSize.of(document))
                    .isEqualTo(JsonWriter.compact(document).getBytes(UTF_8).length);
        }
    }
}
