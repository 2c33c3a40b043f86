package dev.redraft.document;

import static dev.redraft.document.Reading.json;
import static dev.redraft.document.Reading.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Unreadable.Kind;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DottedKeysTest {
    private static String flat(String document) {
        return JsonWriter.compact(DottedKeys.flatten(json(document)));
    }

    private static String nested(String document) {
        return JsonWriter.compact(DottedKeys.nest(json(document)));
    }

    @Test
    void objects_become_keys_with_dots_and_arrays_and_empty_objects_stay_values() {
        var document = "{\"z\":{\"b\":1,\"c\":{\"d\":[{\"e\":1}],\"f\":{}}},\"a\":null}";
        assertThat(flat(document)).isEqualTo("{\"z.b\":1,\"z.c.d\":[{\"e\":1}],\"z.c.f\":{},\"a\":null}");
        assertThat(nested(flat(document))).isEqualTo(document);
    }

    @Test
    void keys_that_share_a_start_meet_where_the_first_of_them_stands() {
        assertThat(nested("{\"a.b\":1,\"c\":2,\"a.d.e\":3}")).isEqualTo("{\"a\":{\"b\":1,\"d\":{\"e\":3}},\"c\":2}");
    }

    @Test
    void a_key_with_an_empty_part_stays_as_it_is() {
        assertThat(nested("{\".a\":1,\"b..c\":2,\"d.\":3,\".\":4}"))
                .isEqualTo("{\".a\":1,\"b..c\":2,\"d.\":3,\".\":4}");
    }

    @Test
    void flattening_and_nesting_give_back_every_document_whose_names_have_no_dots() {
        var documents = new RandomDocuments(4);
        for (var i = 0; i < 5_000; i++) {
            var document = withoutDots(documents.next());
            var back = DottedKeys.nest(DottedKeys.flatten(document));
            assertThat(JsonWriter.compact(back)).isEqualTo(JsonWriter.compact(document));
        }
    }

    private static JsonObject withoutDots(JsonObject object) {
        var members = new LinkedHashMap<String, Json>();
        object.members()
                .forEach((name, value) -> members.put(
                        "_" + name.replace('.', '_'), value instanceof JsonObject inner ? withoutDots(inner) : value));
        return new JsonObject(members);
    }

    @Nested
    class Refused {
        @Test
        void are_two_members_that_would_get_one_key() {
            var refusal = refusal(() -> flat("{\"a.b\":1,\"a\":{\"b\":2}}"));
            assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
            assertThat(refusal).hasMessage("Two members would get the key \"a.b\". Rename one of them.");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '~',
                value = {
                    "{\"a\":1,\"a.b\":2} ~ a ~ a.b",
                    "{\"a.b\":2,\"a\":1} ~ a ~ a.b",
                    "{\"a.b.c\":2,\"x\":0,\"a.b\":{}} ~ a.b ~ a.b.c",
                    "{\"a\":{\"c\":1},\"a.b\":2} ~ a ~ a.b",
                })
        void is_a_key_that_is_a_value_and_the_start_of_another(String document, String value, String longer) {
            var refusal = refusal(() -> nested(document));
            assertThat(refusal.kind()).isEqualTo(Kind.INVALID);
            assertThat(refusal)
                    .hasMessage(
                            "The key \"%s\" is a value and the start of \"%s\". Rename one of them.", value, longer);
        }
    }
}
