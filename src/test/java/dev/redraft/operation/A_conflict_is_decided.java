package dev.redraft.operation;

import static dev.redraft.operation.Quoted.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redraft.operation.Resolution.Mine;
import dev.redraft.operation.Resolution.Theirs;
import dev.redraft.operation.Resolution.Value;
import org.junit.jupiter.api.Test;

class A_conflict_is_decided {
    private Drafted colliding() {
        return Drafted.on("{'a':{'x':1,'y':1},'b':1}")
                .set("/a/x", "2")
                .set("/a/y", "2")
                .set("/b", "2")
                .against("{'a':{'x':3,'y':3},'b':3}");
    }

    @Test
    void for_each_entry() {
        assertThat(colliding()
                        .resolvedEntry("a", new Mine())
                        .resolvedEntry("b", new Theirs())
                        .merged())
                .isEqualTo("{'a':{'x':2,'y':2},'b':3}");
    }

    @Test
    void for_each_place() {
        assertThat(colliding()
                        .resolved("/a/x", new Mine())
                        .resolved("/a/y", new Value(json("null")))
                        .resolved("/b", new Value(json("{}")))
                        .merged())
                .isEqualTo("{'a':{'x':2,'y':null},'b':{}}");
    }

    @Test
    void for_a_place_other_than_for_its_entry() {
        assertThat(colliding()
                        .resolvedEntry("a", new Theirs())
                        .resolved("/a/x", new Mine())
                        .resolvedEntry("b", new Mine())
                        .merged())
                .isEqualTo("{'a':{'x':2,'y':3},'b':2}");
    }

    @Test
    void for_an_entry_by_a_value_for_the_whole_of_it() {
        assertThat(colliding()
                        .resolvedEntry("a", new Value(json("7")))
                        .resolvedEntry("b", new Mine())
                        .merged())
                .isEqualTo("{'a':7,'b':2}");
    }

    @Test
    void in_part_and_then_asks_about_the_rest() {
        assertThat(colliding().resolved("/a/x", new Mine()).conflicts())
                .containsExactly("BOTH_CHANGED /a/y: 1, 3, 2", "BOTH_CHANGED /b: 1, 3, 2");
    }

    @Test
    void only_where_there_is_a_conflict() {
        assertThatThrownBy(() -> colliding().resolved("/a/z", new Mine()).rebased())
                .isInstanceOf(NotApplicable.class);
        assertThatThrownBy(() -> colliding().resolvedEntry("c", new Mine()).rebased())
                .isInstanceOf(NotApplicable.class);
    }

    @Test
    void against_a_removal_in_either_way() {
        var draft = Drafted.on("{'a':{'x':1},'b':2}")
                .set("/a/x", "2")
                .step("{'op':'remove','path':'/b'}")
                .against("{'b':3}");
        assertThat(draft.resolvedEntry("a", new Mine())
                        .resolvedEntry("b", new Theirs())
                        .merged())
                .isEqualTo("{'b':3,'a':{'x':2}}");
        assertThat(draft.resolvedEntry("a", new Theirs())
                        .resolvedEntry("b", new Mine())
                        .merged())
                .isEqualTo("{}");
    }

    @Test
    void for_elements_that_they_removed_which_come_back_in_their_order() {
        assertThat(Drafted.on("{'l':[{'x':1},{'x':2},3]}")
                        .set("/l/1/x", "20")
                        .set("/l/0/x", "10")
                        .against("{'l':[3]}")
                        .resolvedEntry("l", new Mine())
                        .merged())
                .isEqualTo("{'l':[{'x':10},{'x':20},3]}");
    }

    @Test
    void for_elements_behind_others_that_came_and_went() {
        var draft = Drafted.on("{'l':[{'x':1},{'x':2},{'x':3}]}")
                .step("{'op':'remove','path':'/l/0'}")
                .set("/l/0", "0")
                .set("/l/2/x", "30")
                .against("{'l':[7,8,{'x':1},{'x':2},{'x':33}]}");
        assertThat(draft.conflicts()).containsExactly("BOTH_CHANGED /l/2/x: 3, 33, 30");
        assertThat(draft.resolved("/l/2/x", new Value(json("[]"))).merged())
                .isEqualTo("{'l':[0,7,8,{'x':2},{'x':[]}]}");
    }
}
