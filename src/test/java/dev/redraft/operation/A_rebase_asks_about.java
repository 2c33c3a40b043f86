package dev.redraft.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.operation.Resolution.Mine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class A_rebase_asks_about {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'a':1}             | /a     | 2      | {'a':3}             | BOTH_CHANGED /a: 1, 3, 2
            {'a':null}          | /a     | 2      | {'a':3}             | BOTH_CHANGED /a: null, 3, 2
            {'a':1}             | /a     | null   | {'a':3}             | BOTH_CHANGED /a: 1, 3, null
            {'a':1}             | /a     | 2      | {}                  | EDITED_IN_REMOVED /a: 1, absent, 2
            {'a':{'x':1}}       | /a/x   | 2      | {}                  | EDITED_IN_REMOVED /a: {'x':1}, absent, {'x':2}
            {'a':{'x':[1]}}     | /a/x/- | 2      | {'a':{}}            | EDITED_IN_REMOVED /a/x: [1], absent, [1,2]
            {'l':[{'x':1},2]}   | /l/0/x | 3      | {'l':[2]}           | EDITED_IN_REMOVED /l/0: {'x':1}, absent, {'x':3}
            {}                  | /a     | 1      | {'a':null}          | OCCUPIED /a: absent, null, 1
            {'a':{}}            | /a/    | 1      | {'a':{'':2}}        | OCCUPIED /a/: absent, 2, 1
            {'a':{'x':1}}       | /a/x   | 2      | {'a':[1]}           | TYPE_CHANGED /a: {'x':1}, [1], {'x':2}
            {'a':[1]}           | /a/0   | 2      | {'a':{'0':1}}       | TYPE_CHANGED /a: [1], {'0':1}, [2,1]
            {'a':{'x':1}}       | /a     | 'text' | {'a':{'x':2}}       | TYPE_CHANGED /a: {'x':1}, {'x':2}, 'text'
            {'l':[[1],[2]]}     | /l/1/0 | 9      | {'l':[[1],'two']}   | TYPE_CHANGED /l/1: [2], 'two', [9,2]
            """)
    void what_both_sides_changed(String base, String pointer, String value, String live, String conflict) {
        assertThat(Drafted.on(base).set(pointer, value).against(live).conflicts())
                .containsExactly(conflict);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'a':1}           | /a   | {'a':null}        | REMOVED_EDITED /a: 1, null, absent
            {'a':{'x':1}}     | /a   | {'a':{'x':2}}     | REMOVED_EDITED /a: {'x':1}, {'x':2}, absent
            {'a':{'x':null}}  | /a/x | {'a':{'x':0}}     | REMOVED_EDITED /a/x: null, 0, absent
            {'l':[{'x':1},2]} | /l/0 | {'l':[{'x':3},2]} | REMOVED_EDITED /l/0: {'x':1}, {'x':3}, absent
            {'l':[0,{'x':1}]} | /l/1 | {'l':[7,0,{'x':3}]} | REMOVED_EDITED /l/2: {'x':1}, {'x':3}, absent
            """)
    void what_the_draft_removed(String base, String pointer, String live, String conflict) {
        assertThat(Drafted.on(base)
                        .step("{'op':'remove','path':'" + pointer + "'}")
                        .against(live)
                        .conflicts())
                .containsExactly(conflict);
    }

    @Test
    void an_element_where_each_side_has_it() {
        var draft = Drafted.on("{'l':[{'x':1},{'x':2}]}")
                .step("{'op':'remove','path':'/l/0'}")
                .set("/l/0/x", "9")
                .against("{'l':[0,{'x':1},{'x':5}]}");
        assertThat(draft.conflicts()).containsExactly("BOTH_CHANGED /l/0/x: 2, 5, 9");
        assertThat(draft.resolved("/l/0/x", new Mine()).merged()).isEqualTo("{'l':[0,{'x':9}]}");
    }

    @Test
    void a_place_that_a_pointer_tells_apart_from_every_other() {
        var draft = Drafted.on("{'l':[{'x':1},5]}")
                .step("{'op':'remove','path':'/l/0'}")
                .step("{'op':'replace','path':'/l/0','value':6}")
                .against("{'l':[{'x':2},7]}");
        assertThat(draft.conflicts()).containsExactly("BOTH_CHANGED /l: [{'x':1},5], [{'x':2},7], [6]");
        assertThat(draft.resolved("/l", new Mine()).merged()).isEqualTo("{'l':[6]}");
    }

    @Test
    void a_part_only_where_the_whole_is_not_asked_about() {
        assertThat(Drafted.on("{'a':{'x':1,'y':1,'z':1}}")
                        .set("/a/x", "2")
                        .set("/a/y", "2")
                        .against("{}")
                        .conflicts())
                .containsExactly("EDITED_IN_REMOVED /a: {'x':1,'y':1,'z':1}, absent, {'x':2,'y':2,'z':1}");
    }
}
