package dev.redraft.document;

import static dev.redraft.document.Reading.json;
import static dev.redraft.document.Reading.written;
import static dev.redraft.document.Reading.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.document.Json.JsonArray;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class YamlWriterTest {
    @Test
    void it_is_written_in_blocks_indented_by_two_spaces() {
        assertThat(written(Format.YAML, "{\"b\":{\"c\":[1,{\"d\":\"x\",\"e\":[]}],\"f\":{}},\"a\":null,\"on\":true}"))
                .isEqualTo("""
                b:
                  c:
                  - 1
                  - d: x
                    e: []
                  f: {}
                a: null
                "on": true
                """);
        assertThat(written(Format.YAML, "{}")).isEqualTo("{}\n");
    }

    @Test
    void text_of_several_lines_is_a_block() {
        assertThat(written(Format.YAML, "{\"a\":\"x\\n  y\\n\\nz\\n\",\"b\":[\"# x\\n- y\"]}"))
                .isEqualTo("""
                a: |
                  x
                    y

                  z
                b:
                - |-
                  # x
                  - y
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a \\nb", " a\\nb", "\\na", "a\\n\\n", "a\\tb\\nc", "a\\u0000\\nb", "a\\u2028\\nb", "a\\n  \\nb"
            })
    void text_of_several_lines_is_quoted_where_a_block_would_not_keep_it(String text) {
        assertThat(written(Format.YAML, "{\"a\":\"" + text + "\"}"))
                .startsWith("a: \"")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "a b",
                "http://x:80/?q=1#f",
                "${a.b:c}",
                "it's",
                "é😀",
                "a#b",
                "1.0-SNAPSHOT",
                "-a",
                "nullable",
                "a,b",
                "[a",
                "yes sir"
            })
    void ordinary_text_is_plain_unless_it_looks_like_something_else(String text) {
        var plain = !text.startsWith("[") && !text.startsWith("-");
        assertThat(written(Format.YAML, "{\"a\":\"" + text + "\"}")).isEqualTo(plain ? "a: %s\n" : "a: \"%s\"\n", text);
    }

    @Test
    void what_does_not_show_is_escaped() {
        assertThat(written(Format.YAML, "{\"a\":\"\\u0000\\u200f\\u2028\\ufeff\\u0085\\u007f\\ufffe\"}"))
                .isEqualTo("a: \"\\0\\u200f\\u2028\\ufeff\\N\\x7f\\ufffe\"\n");
    }

    @Test
    void long_keys_and_keys_of_several_lines_read_back() {
        var keys = Stream.of("x".repeat(127), "x".repeat(128), "x".repeat(400), "\n", "a\nb", "\0".repeat(127), "");
        var members = new LinkedHashMap<String, Json>();
        keys.forEach(key -> members.put(key, new JsonArray(List.of(new JsonString("a\nb")))));
        var document = new JsonObject(new LinkedHashMap<>(Map.of("a", new JsonObject(members))));
        assertThat(JsonWriter.compact(yaml(written(Format.YAML, document)))).isEqualTo(JsonWriter.compact(document));
    }

    @Test
    void a_reader_of_yaml_1_1_takes_every_string_for_the_same_string() {
        var documents = new RandomDocuments(2);
        for (var i = 0; i < 3_000; i++) {
            var document = onlyStrings(documents.next());
            var text = written(Format.YAML, document);
            assertThat(yaml11().<Object>load(text)).as(text).isEqualTo(javaValue(document));
        }
    }

    @Test
    void every_spelling_of_a_json_number_reads_back_as_that_number() {
        var numbers = json("{\"a\":[0,-0,1,-1,1.0,0.10,1e5,1E5,1e+5,1E-5,1.5e10,-0.0e0,1e308]}");
        assertThat(yaml(written(Format.YAML, numbers))).isEqualTo(numbers);
    }

    private static Yaml yaml11() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }

    private static JsonObject onlyStrings(JsonObject object) {
        var members = new LinkedHashMap<String, Json>();
        object.members().forEach((name, value) -> members.put(name, onlyStrings(value)));
        return new JsonObject(members);
    }

    private static Json onlyStrings(Json value) {
        return switch (value) {
            case JsonObject object -> onlyStrings(object);
            case JsonArray(var elements) ->
                new JsonArray(elements.stream().map(YamlWriterTest::onlyStrings).toList());
            case JsonString string -> string;
            case Json other -> new JsonString(JsonWriter.compact(other));
        };
    }

    private static Object javaValue(Json value) {
        return switch (value) {
            case JsonObject(var members) -> {
                var map = new LinkedHashMap<String, Object>();
                members.forEach((name, member) -> map.put(name, javaValue(member)));
                yield map;
            }
            case JsonArray(var elements) ->
                elements.stream().map(YamlWriterTest::javaValue).toList();
            case JsonString(var text) -> text;
            case Json other -> throw new IllegalArgumentException(other.kind());
        };
    }
}
