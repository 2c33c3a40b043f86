package dev.redraft.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.operation.Resolution.Mine;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class A_rebase_keeps_the_steps {
    @Test
    void one_by_one_and_those_that_became_empty_too() {
        var steps = Drafted.on("{'a':1,'b':1}")
                .set("/a", "2")
                .set("/b", "2")
                .set("/c", "2")
                .against("{'a':1,'b':2}")
                .merge()
                .steps()
                .applied();
        assertThat(steps).extracting(Object::toString).hasSize(3);
        assertThat(steps.get(1)).isEmpty();
        assertThat(steps.stream().flatMap(one -> Stream.of(one.size()))).containsExactly(1, 0, 1);
    }

    @Test
    void with_what_they_now_replace() {
        var merge = Drafted.on("{'a':{'x':1}}")
                .step("{'op':'remove','path':'/a'}")
                .against("{'a':{'x':1.0}}")
                .resolvedEntry("a", new Mine())
                .merge();
        assertThat(merge.merged().toObject().members()).isEmpty();
    }

    @Test
    void that_were_undone_for_redo() {
        var merge = Drafted.on("{'a':1}")
                .set("/b", "2")
                .undoneStep("{'op':'add','path':'/c','value':3}")
                .undoneStep("{'op':'replace','path':'/c','value':4}")
                .against("{'a':5}")
                .merge();
        assertThat(merge.steps().undone()).hasSize(2);
        merge.steps().undone().forEach(step -> step.forEach(merge.merged()::apply));
        assertThat(Quoted.text(merge.merged().toObject())).isEqualTo("{'a':5,'b':2,'c':4}");
    }

    @Test
    void that_were_undone_up_to_the_first_that_does_not_fit() {
        assertThat(Drafted.on("{'a':1}")
                        .undoneStep("{'op':'add','path':'/b','value':3}")
                        .undoneStep("{'op':'replace','path':'/a','value':2}")
                        .undoneStep("{'op':'add','path':'/d','value':4}")
                        .against("{'a':5}")
                        .merge()
                        .steps()
                        .undone())
                .hasSize(1);
    }

    @Test
    void so_that_undo_gives_back_the_order_of_members() {
        var draft = Drafted.on("{'a':{'x':1,'y':1,'z':1},'b':1,'c':1}")
                .step("{'op':'remove','path':'/a/y'}")
                .step("{'op':'remove','path':'/b'}")
                .against("{'a':{'x':2,'y':1,'w':0,'z':1},'b':1,'c':2}");
        assertThat(draft.merged()).isEqualTo("{'a':{'x':2,'w':0,'z':1},'c':2}");
    }
}
