package dev.redraft.document;

import static dev.redraft.document.Reading.written;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PropertiesWriterTest {
    @Test
    void each_entry_is_a_line_in_the_order_of_the_document() {
        var document = "{\"b\":\"x\",\"a\":1.0,\"c\":null,\"d\":true,\"e\":[1,\"y\"],\"f\":{\"g\":{}}}";
        assertThat(written(Format.PROPERTIES, document)).isEqualToNormalizingNewlines("""
                b=x
                a=1.0
                c=null
                d=true
                e=[1,"y"]
                f={"g"\\:{}}
                """);
    }

    @Test
    void everything_beyond_ascii_and_all_that_means_something_is_escaped() {
        assertThat(written(Format.PROPERTIES, "{\"a b:=#é\":\" x\\u0000\\n😀\\\\\"}"))
                .isEqualToNormalizingNewlines("a\\ b\\:\\=\\#\\u00E9=\\ x\\u0000\\n\\uD83D\\uDE00\\\\\n");
    }

    @Test
    void no_entries_make_an_empty_file() {
        assertThat(written(Format.PROPERTIES, "{}")).isEmpty();
    }
}
