package dev.redraft.operation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.flipkart.zjsonpatch.JsonDiff;
import com.flipkart.zjsonpatch.JsonPatch;
import com.flipkart.zjsonpatch.JsonPatchApplicationException;
import com.flipkart.zjsonpatch.JsonPatchTestFailedException;
import dev.redraft.document.JsonReader;
import dev.redraft.document.JsonWriter;
import dev.redraft.document.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where zjsonpatch, the library we are measured against, departs from RFC 6902 or leaves a mess, and what we do there.
class The_library_beside_us {
    private static String ours(String document, String patch) {
        var copy = Document.of(JsonReader.document(utf8(document), Limits.DEFAULT));
        Normaliser.apply(PatchReader.read(JsonReader.value(utf8(patch), Limits.DEFAULT)), copy, Limits.DEFAULT);
        return JsonWriter.compact(copy.toObject());
    }

    private static String theirs(String document, String patch) throws JsonProcessingException {
        return JsonPatch.apply(node(patch), node(document)).toString();
    }

    private static byte[] utf8(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }

    private static JsonNode node(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    @Test
    void removes_what_is_not_there_without_a_word() throws JsonProcessingException {
        var document = "{'a':1}";
        var patch = "[{'op':'remove','path':'/b'}]";
        assertThat(theirs(document, patch)).isEqualTo("{\"a\":1}");
        assertThatThrownBy(() -> ours(document, patch)).isInstanceOf(NotApplicable.class);
    }

    @Test
    void removes_nothing_behind_the_last_element_without_a_word() throws JsonProcessingException {
        var document = "{'list':[1,2]}";
        var patch = "[{'op':'remove','path':'/list/-'}]";
        assertThat(theirs(document, patch)).isEqualTo("{\"list\":[1,2]}");
        assertThatThrownBy(() -> ours(document, patch)).isInstanceOf(NotApplicable.class);
    }

    @Test
    void reads_an_escape_of_its_own_and_changes_another_member() throws JsonProcessingException {
        var document = "{'a=':1}";
        var patch = "[{'op':'replace','path':'/a~2','value':2}]";
        assertThat(theirs(document, patch)).isEqualTo("{\"a=\":2}");
        assertThatThrownBy(() -> ours(document, patch)).isInstanceOf(MalformedPatch.class);
    }

    @Test
    void writes_differences_that_no_other_reader_of_patches_understands() throws JsonProcessingException {
        var differences = JsonDiff.asJson(node("{'x=y':1}"), node("{'x=y':2}"));
        assertThat(differences.at("/0/path").textValue()).isEqualTo("/x~2y");
        assertThatThrownBy(() -> Pointer.parse("/x~2y")).isInstanceOf(IllegalArgumentException.class);

        var ours = Differences.ofWholes(
                JsonReader.document(utf8("{'x=y':1}"), Limits.DEFAULT),
                JsonReader.document(utf8("{'x=y':2}"), Limits.DEFAULT));
        assertThat(ours).extracting(operation -> operation.path().pointer()).containsExactly("/x=y");
    }

    @Test
    void tells_one_from_one_point_zero_where_the_standard_asks_for_equal_numbers() {
        var document = "{'a':1}";
        var patch = "[{'op':'test','path':'/a','value':1.0}]";
        assertThatThrownBy(() -> theirs(document, patch)).isInstanceOf(JsonPatchTestFailedException.class);
        assertThat(ours(document, patch)).isEqualTo("{\"a\":1}");
    }

    @Test
    void loses_the_text_of_numbers_that_no_operation_touches() throws JsonProcessingException {
        var document = "{'a':1E5,'b':0.10,'c':1}";
        var patch = "[{'op':'remove','path':'/c'}]";
        assertThat(theirs(document, patch)).isEqualTo("{\"a\":100000.0,\"b\":0.1}");
        assertThat(ours(document, patch)).isEqualTo("{\"a\":1E5,\"b\":0.10}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "+1", "-1", "٢"})
    void breaks_down_over_a_wrong_index_instead_of_refusing_it(String index) {
        var document = "{'list':[1,2,3]}";
        var patch = "[{'op':'replace','path':'/list/" + index + "','value':9}]";
        assertThatThrownBy(() -> theirs(document, patch))
                .isInstanceOf(IllegalStateException.class)
                .isNotInstanceOf(JsonPatchApplicationException.class);
        assertThatThrownBy(() -> ours(document, patch)).isInstanceOf(MalformedPatch.class);
    }

    @Test
    void breaks_down_over_a_replacement_behind_the_last_element() {
        var document = "{'list':[1]}";
        var patch = "[{'op':'replace','path':'/list/-','value':9}]";
        assertThatThrownBy(() -> theirs(document, patch)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ours(document, patch)).isInstanceOf(NotApplicable.class);
    }

    @Test
    void leaves_a_patch_half_applied_in_place() throws JsonProcessingException {
        var patch = "[{'op':'remove','path':'/a'},{'op':'test','path':'/b','value':9}]";
        var theirs = node("{'a':1,'b':2}");
        assertThatThrownBy(() -> JsonPatch.applyInPlace(node(patch), theirs))
                .isInstanceOf(JsonPatchTestFailedException.class);
        assertThat(theirs).hasToString("{\"b\":2}");

        var ours = JsonReader.document(utf8("{'a':1,'b':2}"), Limits.DEFAULT);
        var operations = PatchReader.read(JsonReader.value(utf8(patch), Limits.DEFAULT));
        assertThatThrownBy(() -> Normaliser.apply(operations, Document.of(ours), Limits.DEFAULT))
                .isInstanceOf(NotApplicable.class);
        assertThat(JsonWriter.compact(ours)).isEqualTo("{\"a\":1,\"b\":2}");
    }
}
