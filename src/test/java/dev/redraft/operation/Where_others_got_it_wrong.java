package dev.redraft.operation;

import static dev.redraft.operation.Quoted.json;
import static dev.redraft.operation.Quoted.normalised;
import static dev.redraft.operation.Quoted.object;
import static dev.redraft.operation.Quoted.patched;
import static dev.redraft.operation.Quoted.text;
import static dev.redraft.operation.Quoted.undone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redraft.document.JsonWriter;
import dev.redraft.document.Limits;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Mistakes that were found in other implementations of JSON Patch, of its inverse, and of rebase.
class Where_others_got_it_wrong {
    @Nested
    class An_inverse_gives_back {
        private void assertUndone(String document, String patch, String patched) {
            assertThat(patched(document, patch)).isEqualTo(patched);
            assertThat(undone(document, patch)).isEqualTo(document);
        }

        @Test
        void what_an_add_put_its_value_over() {
            assertUndone("{'a':1,'b':2}", "[{'op':'add','path':'/a','value':9}]", "{'a':9,'b':2}");
        }

        @Test
        void an_array_without_what_was_added_at_its_end() {
            assertUndone("{'a':[1,2]}", "[{'op':'add','path':'/a/-','value':9}]", "{'a':[1,2,9]}");
            assertThat(normalised("{'a':[1,2]}", "[{'op':'add','path':'/a/-','value':9}]"))
                    .extracting(Told::of)
                    .containsExactly("insert /a/#2 9");
        }

        @Test
        void what_a_move_put_its_value_over() {
            assertUndone("{'a':1,'b':2,'c':3}", "[{'op':'move','from':'/a','path':'/b'}]", "{'b':1,'c':3}");
        }

        @Test
        void what_a_move_took_across_the_elements_it_shifted() {
            assertUndone("{'a':[1,2,3]}", "[{'op':'move','from':'/a/0','path':'/a/2'}]", "{'a':[2,3,1]}");
            assertUndone("{'a':[1,2,3]}", "[{'op':'move','from':'/a/2','path':'/a/0'}]", "{'a':[3,1,2]}");
            assertUndone("{'a':[[1],2]}", "[{'op':'move','from':'/a/0/0','path':'/a/0'}]", "{'a':[1,[],2]}");
        }

        @Test
        void an_ancestor_that_its_child_was_moved_onto() {
            assertUndone("{'a':{'b':{'c':1,'d':2}}}", "[{'op':'move','from':'/a/b/c','path':'/a'}]", "{'a':1}");
        }

        @Test
        void all_of_a_group_if_its_inverses_run_backwards() {
            assertUndone(
                    "{'a':[1]}",
                    "[{'op':'add','path':'/a/0','value':2},{'op':'remove','path':'/a/1'},{'op':'replace','path':'/a/0','value':3}]",
                    "{'a':[3]}");
        }
    }

    @Nested
    class A_move {
        @Test
        void into_a_child_is_told_by_steps_rather_than_by_text() {
            assertThat(patched("{'foo':1}", "[{'op':'move','from':'/foo','path':'/foobar'}]"))
                    .isEqualTo("{'foobar':1}");
            assertThat(patched("{'a':{'b':1,'bc':{}}}", "[{'op':'move','from':'/a/b','path':'/a/bc/d'}]"))
                    .isEqualTo("{'a':{'bc':{'d':1}}}");
            assertThatThrownBy(() -> patched("{'a':{'b':1}}", "[{'op':'move','from':'/a','path':'/a/b'}]"))
                    .isInstanceOf(NotApplicable.class);
        }

        @Test
        void reads_its_target_after_the_removal() {
            assertThat(patched("{'a':[[1],[2],[3]]}", "[{'op':'move','from':'/a/0','path':'/a/1/0'}]"))
                    .isEqualTo("{'a':[[2],[[1],3]]}");
            assertThatThrownBy(() -> patched("{'a':[1,2]}", "[{'op':'move','from':'/a/0','path':'/a/2'}]"))
                    .isInstanceOf(NotApplicable.class);
        }
    }

    @Nested
    class A_pointer {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                ~02  | ~2
                ~01  | ~1
                ~1   | /
                ~0~1 | ~/
                01   | 01
                -    | -
                """)
        void is_unescaped_once(String token, String name) {
            assertThat(patched("{'a':{}}", "[{'op':'add','path':'/a/" + token + "','value':1}]"))
                    .isEqualTo("{'a':{'" + name + "':1}}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/a~2", "/~", "/a/~", "/~~0", "a"})
        void with_a_lone_tilde_is_malformed(String pointer) {
            assertThatThrownBy(() -> patched("{}", "[{'op':'add','path':'" + pointer + "','value':1}]"))
                    .isInstanceOf(MalformedPatch.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"01", "+1", "-1", "1.0", "1e0", " 1", "١", "１", "", "a"})
        void with_an_index_of_other_than_plain_digits_is_malformed(String index) {
            assertThatThrownBy(() -> patched("{'l':[1,2]}", "[{'op':'remove','path':'/l/" + index + "'}]"))
                    .isInstanceOf(MalformedPatch.class);
        }
    }

    @Nested
    class A_removal {
        @ParameterizedTest
        @ValueSource(strings = {"/l/-", "/l/2", "/l/99999999999", "/gone", "/gone/x", "/l/0/x", "/n/x", ""})
        void of_what_is_not_there_is_refused(String pointer) {
            assertThatThrownBy(() -> patched("{'l':[1,2],'n':null}", "[{'op':'remove','path':'" + pointer + "'}]"))
                    .isInstanceOf(NotApplicable.class);
        }

        @Test
        void of_null_is_one() {
            assertThat(patched("{'a':{'x':null}}", "[{'op':'remove','path':'/a/x'}]"))
                    .isEqualTo("{'a':{}}");
        }
    }

    @Nested
    class A_test {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                1                    | 1.0
                100                  | 1e2
                -0                   | 0
                0.1                  | 0.10
                12345678901234567890 | 12345678901234567890.0
                """)
        void takes_numbers_for_what_they_count(String there, String asked) {
            var patch = "[{'op':'test','path':'/a','value':[" + asked + "]}]";
            assertThat(normalised("{'a':[" + there + "]}", patch)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                1                    | '1'
                0                    | false
                0                    | null
                12345678901234567890 | 12345678901234567891
                0.1                  | 0.1000000000000000055511151231257827
                """)
        void takes_nothing_else_for_it(String there, String asked) {
            var patch = "[{'op':'test','path':'/a','value':" + asked + "}]";
            assertThatThrownBy(() -> normalised("{'a':" + there + "}", patch)).isInstanceOf(NotApplicable.class);
        }
    }

    @Nested
    class A_patch {
        @Test
        void is_not_changed_by_its_own_application() {
            var patch = PatchReader.read(
                    json("[{'op':'add','path':'/a','value':{'x':[]}},{'op':'copy','from':'/a','path':'/b'},"
                            + "{'op':'add','path':'/a/x/-','value':1},{'op':'add','path':'/b/x/-','value':2}]"));
            var before = patch.toString();
            for (var i = 0; i < 2; i++) {
                var document = Document.of(object("{}"));
                Normaliser.apply(patch, document, Limits.DEFAULT);
                assertThat(text(document.toObject())).isEqualTo("{'a':{'x':[1]},'b':{'x':[2]}}");
            }
            assertThat(patch).hasToString(before);
        }

        @Test
        void that_fails_at_its_end_leaves_all_as_it_was() {
            var whole = object("{'a':{'x':[1,2]},'b':2}");
            var text = JsonWriter.compact(whole);
            assertThatThrownBy(() -> Normaliser.apply(
                            PatchReader.read(json("[{'op':'remove','path':'/a/x/0'},{'op':'remove','path':'/b'},"
                                    + "{'op':'remove','path':'/b'}]")),
                            Document.of(whole),
                            Limits.DEFAULT))
                    .isInstanceOf(NotApplicable.class);
            assertThat(JsonWriter.compact(whole)).isEqualTo(text);
        }
    }

    @Nested
    class A_rebase {
        @Test
        void drops_no_step_silently() {
            var draft =
                    Drafted.on("{'a':1,'b':1}").set("/a", "2").set("/b", "2").against("{'a':3,'b':2}");
            assertThat(draft.conflicts()).containsExactly("BOTH_CHANGED /a: 1, 3, 2");
            var steps = draft.resolved("/a", new Resolution.Theirs()).merge().steps();
            assertThat(steps.applied()).isEqualTo(List.of(List.of(), List.of()));
        }

        @Test
        void takes_no_offence_at_what_both_removed_or_both_made_the_same() {
            assertThat(Drafted.on("{'a':1,'b':1}")
                            .step("{'op':'remove','path':'/a'},{'op':'replace','path':'/b','value':2.0}")
                            .against("{'b':2}")
                            .merged())
                    .isEqualTo("{'b':2}");
        }

        @Test
        void does_not_take_a_name_for_an_index_where_the_container_changed_its_type() {
            assertThat(Drafted.on("{'a':[1,2]}")
                            .step("{'op':'replace','path':'/a/0','value':9}")
                            .against("{'a':{'0':1,'1':2}}")
                            .conflicts())
                    .containsExactly("TYPE_CHANGED /a: [1,2], {'0':1,'1':2}, [9,2]");
        }
    }
}
