package dev.redraft.operation;

import static dev.redraft.operation.Quoted.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.operation.Resolution.Mine;
import dev.redraft.operation.Resolution.Theirs;
import dev.redraft.operation.Resolution.Value;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class A_rebase {
    @Nested
    class Merges_without_asking {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {'a':1}                   | /c       | 2     | {'a':1,'b':3}             | {'a':1,'b':3,'c':2}
                {'a':{'x':1,'y':1}}       | /a/x     | 2     | {'a':{'x':1,'y':3}}       | {'a':{'x':2,'y':3}}
                {'a':{}}                  | /a/      | 2     | {'a':{'-':3}}             | {'a':{'-':3,'':2}}
                {'a':1}                   | /a       | 2     | {'a':2}                   | {'a':2}
                {'a':1}                   | /a       | 2.0   | {'a':2}                   | {'a':2}
                {}                        | /a       | null  | {'a':null}                | {'a':null}
                {'l':[1,2]}               | /l/0     | 0     | {'l':[1,2,3]}             | {'l':[0,1,2,3]}
                {'l':[1,2]}               | /l/-     | 3     | {'l':[0,1,2]}             | {'l':[0,1,2,3]}
                {'l':[1,2]}               | /l/-     | 3     | {'l':[1,2,4]}             | {'l':[1,2,3,4]}
                {'l':[1,2]}               | /l/-     | 3     | {'l':[1,2,3]}             | {'l':[1,2,3]}
                {'l':[{'x':1},{'x':2}]}   | /l/1/x   | 9     | {'l':[0,{'x':1},{'x':2}]} | {'l':[0,{'x':1},{'x':9}]}
                {'l':[[1],[2]]}           | /l/1/0   | 9     | {'l':[[2]]}               | {'l':[[9,2]]}
                """)
        void disjoint_changes_and_the_same_change(
                String base, String pointer, String value, String live, String merged) {
            assertThat(Drafted.on(base).set(pointer, value).against(live).merged())
                    .isEqualTo(merged);
        }

        @Test
        void what_both_removed() {
            assertThat(Drafted.on("{'a':1,'b':{'c':1,'d':1},'l':[1,2,3]}")
                            .step("{'op':'remove','path':'/a'}")
                            .step("{'op':'remove','path':'/b/c'},{'op':'remove','path':'/l/1'}")
                            .against("{'b':{'d':1},'l':[1,3]}")
                            .merged())
                    .isEqualTo("{'b':{'d':1},'l':[1,3]}");
        }

        @Test
        void a_change_that_was_changed_back() {
            assertThat(Drafted.on("{'a':1}")
                            .set("/a", "2")
                            .set("/a", "1")
                            .against("{'a':5}")
                            .merged())
                    .isEqualTo("{'a':5}");
        }

        @Test
        void what_was_added_and_removed_leaves_what_they_added() {
            assertThat(Drafted.on("{}")
                            .set("/a", "1")
                            .step("{'op':'remove','path':'/a'}")
                            .against("{'a':5}")
                            .merged())
                    .isEqualTo("{'a':5}");
        }

        @Test
        void an_element_that_was_moved_while_they_inserted_before_it() {
            assertThat(Drafted.on("{'l':[1,2,3]}")
                            .step("{'op':'move','from':'/l/0','path':'/l/2'}")
                            .against("{'l':[0,1,2,3]}")
                            .merged())
                    .isEqualTo("{'l':[0,2,3,1]}");
        }

        @Test
        void an_entry_that_was_renamed_while_they_changed_another() {
            assertThat(Drafted.on("{'a':1,'b':2}")
                            .step("{'op':'move','from':'/a','path':'/c'}")
                            .against("{'a':1,'b':3}")
                            .merged())
                    .isEqualTo("{'b':3,'c':1}");
        }
    }

    @Nested
    class Carries_an_increment_over {
        private Drafted raised(String base) {
            return Drafted.on(base).step("{'op':'increment','path':'/a','by':1.5}");
        }

        @Test
        void to_whatever_number_is_there() {
            assertThat(raised("{'a':1}").against("{'a':10}").merged()).isEqualTo("{'a':11.5}");
        }

        @Test
        void beside_one_of_theirs() {
            assertThat(raised("{'a':1}")
                            .step("{'op':'increment','path':'/a','by':2}")
                            .against("{'a':2}")
                            .merged())
                    .isEqualTo("{'a':5.5}");
        }

        @Test
        void but_asks_where_no_number_is() {
            assertThat(raised("{'a':1}").against("{'a':'1'}").conflicts())
                    .containsExactly("TYPE_CHANGED /a: 1, '1', 2.5");
            assertThat(raised("{'a':1}").against("{}").conflicts())
                    .containsExactly("EDITED_IN_REMOVED /a: 1, absent, 2.5");
        }

        @Test
        void but_asks_where_it_would_leave_the_bounds() {
            var draft = raised("{'a':1}").under(Bounds.upTo(11)).against("{'a':10}");
            assertThat(draft.conflicts()).containsExactly("OUT_OF_BOUNDS /a: 1, 10, 2.5");
            assertThat(draft.resolvedEntry("a", new Theirs()).merged()).isEqualTo("{'a':10}");
            assertThat(draft.resolvedEntry("a", new Mine()).merged()).isEqualTo("{'a':2.5}");
            assertThat(draft.resolvedEntry("a", new Value(json("11"))).merged()).isEqualTo("{'a':11}");
        }

        @Test
        void but_asks_where_the_sum_would_have_too_many_digits() {
            assertThat(raised("{'a':1}").against("{'a':1e60}").conflicts())
                    .containsExactly("OUT_OF_BOUNDS /a: 1, 1e60, 2.5");
        }
    }

    @Nested
    class Merges_as_the_schema_says {
        private static final String LIST = "{'l':[{'id':1,'x':1},{'id':2,'x':1}]}";

        @Test
        void one_thing_as_a_whole() {
            assertThat(Drafted.on("{'a':{'p':{'x':1,'y':1}}}")
                            .under(Merged.atomically("/a/p"))
                            .set("/a/p/x", "2")
                            .against("{'a':{'p':{'x':1,'y':3}}}")
                            .conflicts())
                    .containsExactly("BOTH_CHANGED /a/p: {'x':1,'y':1}, {'x':1,'y':3}, {'x':2,'y':1}");
        }

        @Test
        void a_list_by_what_identifies_its_elements() {
            var live = "{'l':[{'id':0,'x':1},{'id':1,'x':7},{'id':2,'x':1}]}";
            assertThat(Drafted.on(LIST)
                            .under(Merged.by("/l", "id"))
                            .set("/l/1/x", "9")
                            .against(live)
                            .merged())
                    .isEqualTo("{'l':[{'id':0,'x':1},{'id':1,'x':7},{'id':2,'x':9}]}");
        }

        @Test
        void a_list_by_what_identifies_its_elements_with_one_of_them_in_conflict() {
            assertThat(Drafted.on(LIST)
                            .under(Merged.by("/l", "id"))
                            .set("/l/0/x", "9")
                            .against("{'l':[{'id':0},{'id':1,'x':7},{'id':2,'x':1}]}")
                            .conflicts())
                    .containsExactly("BOTH_CHANGED /l/0/x: 1, 7, 9");
        }

        @Test
        void an_entry_as_a_whole_where_both_sides_changed_very_much() {
            var numbers = "1,".repeat(2_100);
            var draft = Drafted.on("{'l':[" + numbers + "0]}");
            for (var i = 0; i < 2_100; i++) {
                draft.set("/l/-", "2");
            }
            assertThat(draft.against("{'l':[" + numbers + "3]}").conflicts())
                    .singleElement()
                    .asString()
                    .startsWith("BOTH_CHANGED /l: ");
        }
    }
}
