package dev.redraft.operation;

import static dev.redraft.operation.Quoted.normalised;
import static dev.redraft.operation.Quoted.patched;
import static dev.redraft.operation.Quoted.undone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redraft.document.Unreadable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class A_JSON_Patch {
    @Nested
    class Is_applied {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {'a':1}             | [{'op':'add','path':'/b','value':2}]                     | {'a':1,'b':2}
                {'a':1}             | [{'op':'add','path':'/a','value':2}]                     | {'a':2}
                {'a':[1,2]}         | [{'op':'add','path':'/a/1','value':9}]                   | {'a':[1,9,2]}
                {'a':[1,2]}         | [{'op':'add','path':'/a/-','value':9}]                   | {'a':[1,2,9]}
                {'a':[1,2]}         | [{'op':'remove','path':'/a/0'}]                          | {'a':[2]}
                {'a':{'0':1}}       | [{'op':'replace','path':'/a/0','value':2}]               | {'a':{'0':2}}
                {'a':{'-':1}}       | [{'op':'remove','path':'/a/-'}]                          | {'a':{}}
                {'a':{'':1}}        | [{'op':'replace','path':'/a/','value':2}]                | {'a':{'':2}}
                {'a':{'/':1}}       | [{'op':'replace','path':'/a/~1','value':2}]              | {'a':{'/':2}}
                {'a':{'b':1}}       | [{'op':'copy','from':'/a','path':'/a/c'}]                | {'a':{'b':1,'c':{'b':1}}}
                {'a':{'b':1,'c':2}} | [{'op':'test','path':'/a','value':{'c':2,'b':1}}]        | {'a':{'b':1,'c':2}}
                {'a':null}          | [{'op':'replace','path':'/a','value':null}]              | {'a':null}
                {'a':1.50}          | [{'op':'increment','path':'/a','by':1}]                  | {'a':2.50}
                {'a':1}             | [{'op':'replace','path':'','value':{'b':2}}]             | {'b':2}
                """)
        void as_the_standard_says(String document, String patch, String result) {
            assertThat(patched(document, patch)).isEqualTo(result);
            assertThat(undone(document, patch)).isEqualTo(document);
        }

        @Test
        void without_a_trace_where_it_changes_nothing() {
            assertThat(normalised("{'a':{'x':1,'y':2}}", "[{'op':'replace','path':'/a','value':{'y':2,'x':1}}]"))
                    .isEmpty();
            assertThat(normalised("{'a':1}", "[{'op':'test','path':'/a','value':1}]"))
                    .isEmpty();
            assertThat(normalised("{'a':1}", "[{'op':'move','from':'/a','path':'/a'}]"))
                    .isEmpty();
        }

        @Test
        void and_a_difference_in_number_text_alone_is_one() {
            assertThat(normalised("{'a':1}", "[{'op':'replace','path':'/a','value':1.0}]"))
                    .hasSize(1);
        }
    }

    @Nested
    class Is_refused_as_not_applicable {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {'a':1}       | {'op':'test','path':'/a','value':2}          | /a
                {'a':1}       | {'op':'replace','path':'/b','value':1}       | /b
                {'a':1}       | {'op':'add','path':'/a/b','value':1}         | /a/b
                {'a':1}       | {'op':'add','path':'/b/c','value':1}         | /b
                {'a':[1]}     | {'op':'add','path':'/a/2','value':1}         | /a/2
                {'a':1}       | {'op':'move','from':'/b','path':'/b'}        | /b
                {'a':'1'}     | {'op':'increment','path':'/a','by':1}        | /a
                """)
        void naming_the_operation_and_the_place(String document, String operation, String pointer) {
            var patch = "[{'op':'test','path':'','value':" + document + "}," + operation + "]";
            assertThatThrownBy(() -> patched(document, patch)).isInstanceOfSatisfying(NotApplicable.class, refused -> {
                assertThat(refused.operation()).isEqualTo(1);
                assertThat(refused.pointer()).isEqualTo(pointer);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'replace','path':'','value':[]}",
                "{'op':'add','path':'','value':null}",
                "{'op':'copy','from':'/l','path':''}"
            })
    void does_not_make_anything_else_of_a_configuration(String operation) {
        assertThatThrownBy(() -> patched("{'l':[1]}", "[" + operation + "]"))
                .isInstanceOfSatisfying(
                        Unreadable.class, refused -> assertThat(refused.kind()).isEqualTo(Unreadable.Kind.INVALID));
    }

    @Nested
    class Is_refused_as_too_large {
        @Test
        void when_copies_of_copies_grow_without_bound() {
            var bomb = new StringBuilder("[{'op':'test','path':'/a','value':{'x':'0123456789'}}");
            for (var i = 0; i < 60; i++) {
                bomb.append(",{'op':'copy','from':'/a','path':'/a/m").append(i).append("'}");
            }
            var patch = bomb.append(']').toString();
            assertThatThrownBy(() -> patched("{'a':{'x':'0123456789'}}", patch)).isInstanceOf(TooLarge.class);
        }

        @Test
        void when_it_has_too_many_operations() {
            var patch = "[" + "{'op':'remove','path':'/a'},".repeat(10_000) + "{'op':'remove','path':'/a'}]";
            assertThatThrownBy(() -> patched("{'a':1}", patch)).isInstanceOf(TooLarge.class);
        }
    }

    @Nested
    class Is_refused_as_malformed {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'op':'spam','path':'/a'}",
                    "{'op':'add','path':'/a'}",
                    "{'op':'add','value':1}",
                    "{'path':'/a','value':1}",
                    "{'op':'move','path':'/a'}",
                    "{'op':'add','path':1,'value':1}",
                    "{'op':'increment','path':'/a','by':'1'}",
                    "{'op':'add','path':'a','value':1}",
                    "{'op':'remove','path':'/l/a'}",
                    "1"
                })
        void naming_the_operation(String operation) {
            var patch = "[{'op':'remove','path':'/gone'}," + operation + "]";
            assertThatThrownBy(() -> patched("{'gone':1,'a':1,'l':[1,2]}", patch))
                    .isInstanceOfSatisfying(
                            MalformedPatch.class,
                            refused -> assertThat(refused.operation()).isEqualTo(1));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{'op':'spam','path':'/a'}", "{'op':'add','path':'/a'}", "{'op':'move','path':'/a','from':1}"
                })
        void naming_the_place(String operation) {
            assertThatThrownBy(() -> patched("{'a':1}", "[" + operation + "]"))
                    .isInstanceOfSatisfying(
                            MalformedPatch.class,
                            refused -> assertThat(refused.pointer()).isEqualTo("/a"));
        }

        @Test
        void when_it_is_no_array() {
            assertThatThrownBy(() -> patched("{}", "{}")).isInstanceOf(MalformedPatch.class);
        }
    }
}
