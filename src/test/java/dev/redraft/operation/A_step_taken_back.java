package dev.redraft.operation;

import static dev.redraft.operation.Quoted.json;
import static dev.redraft.operation.Quoted.object;
import static dev.redraft.operation.Quoted.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.document.Limits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The first of some steps is taken back while the others stay.
class A_step_taken_back {
    /// Makes the steps, takes back the first, and says what is left, or which later step it depends on.
    private static String left(String base, String... patches) {
        var document = Document.of(object(base));
        var steps = new ArrayList<List<Operation>>();
        for (var patch : patches) {
            steps.add(Normaliser.apply(PatchReader.read(json("[" + patch + "]")), document, Limits.DEFAULT));
        }
        var tip = text(document.toObject());
        return switch (StepUndo.of(document, steps.getFirst(), steps.subList(1, steps.size()))) {
            case StepUndo.Outcome.Undone(var operations) -> leftBy(operations, document, tip);
            case StepUndo.Outcome.Depends(var later) -> "depends on later step " + later;
        };
    }

    private static String leftBy(List<Operation> operations, Document document, String tip) {
        var left = text(document.toObject());
        operations.reversed().forEach(one -> document.apply(one.inverse()));
        assertThat(text(document.toObject())).as("undo of the undo").isEqualTo(tip);
        return left;
    }

    @Nested
    class Leaves_the_others {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {'a':1,'b':1}       | {'op':'replace','path':'/a','value':2}     | {'op':'replace','path':'/b','value':2}     | {'a':1,'b':2}
                {'a':{'x':1,'y':1}} | {'op':'remove','path':'/a/x'}              | {'op':'replace','path':'/a/y','value':2}   | {'a':{'x':1,'y':2}}
                {'a':1}             | {'op':'increment','path':'/a','by':5}      | {'op':'increment','path':'/a','by':2}      | {'a':3}
                {'l':[1,2,3]}       | {'op':'remove','path':'/l/1'}              | {'op':'add','path':'/l/0','value':0}       | {'l':[0,1,2,3]}
                {'l':[1,2,3]}       | {'op':'add','path':'/l/0','value':0}       | {'op':'replace','path':'/l/3','value':9}   | {'l':[1,2,9]}
                {'l':[1,2,3]}       | {'op':'replace','path':'/l/2','value':9}   | {'op':'remove','path':'/l/0'}              | {'l':[2,3]}
                {'l':[1,2,3]}       | {'op':'move','from':'/l/0','path':'/l/2'}  | {'op':'add','path':'/l/0','value':0}       | {'l':[0,1,2,3]}
                {'l':[[1],[2]]}     | {'op':'add','path':'/l/1/0','value':0}     | {'op':'remove','path':'/l/0'}              | {'l':[[2]]}
                {'a':1,'b':1}       | {'op':'move','from':'/a','path':'/c'}      | {'op':'replace','path':'/b','value':2}     | {'a':1,'b':2}
                """)
        void where_they_do_not_meet(String base, String step, String later, String left) {
            assertThat(left(base, step, later)).isEqualTo(left);
        }

        @Test
        void where_a_later_one_was_taken_back_itself() {
            assertThat(left(
                            "{'a':1}",
                            "{'op':'replace','path':'/a','value':2}",
                            "{'op':'replace','path':'/a','value':3}",
                            "{'op':'replace','path':'/a','value':2}"))
                    .isEqualTo("{'a':1}");
        }

        @Test
        void where_later_increments_cancel_out_but_write_the_number_another_way() {
            assertThat(left(
                            "{'a':1}",
                            "{'op':'increment','path':'/a','by':1}",
                            "{'op':'increment','path':'/a','by':0.10}",
                            "{'op':'increment','path':'/a','by':-0.1}"))
                    .isEqualTo("{'a':1.00}");
        }
    }

    @Nested
    class Depends_on_the_later_step {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {'a':1}       | {'op':'replace','path':'/a','value':2}      | {'op':'replace','path':'/a','value':3}
                {'a':1}       | {'op':'replace','path':'/a','value':2}      | {'op':'increment','path':'/a','by':1}
                {}            | {'op':'add','path':'/a','value':{}}         | {'op':'add','path':'/a/x','value':1}
                {'a':{}}      | {'op':'add','path':'/a/x','value':1}        | {'op':'remove','path':'/a'}
                {'l':[]}      | {'op':'add','path':'/l/0','value':1}        | {'op':'remove','path':'/l/0'}
                {'l':[[]]}    | {'op':'add','path':'/l/0/0','value':1}      | {'op':'remove','path':'/l/0'}
                {'a':1}       | {'op':'replace','path':'/a','value':2}      | {'op':'move','from':'/a','path':'/b'}
                {'a':1}       | {'op':'move','from':'/a','path':'/b'}       | {'op':'replace','path':'/b','value':2}
                {'a':1}       | {'op':'move','from':'/a','path':'/b'}       | {'op':'add','path':'/a','value':2}
                """)
        void that_changed_what_it_made(String base, String step, String later) {
            assertThat(left(base, step, "{'op':'add','path':'/elsewhere','value':1}", later))
                    .isEqualTo("depends on later step 1");
        }

        @Test
        void that_renamed_the_entry_since() {
            assertThat(left(
                            "{'a':1}",
                            "{'op':'replace','path':'/a','value':2}",
                            "{'op':'move','from':'/a','path':'/b'}",
                            "{'op':'replace','path':'/b','value':3}"))
                    .isEqualTo("depends on later step 0");
        }
    }
}
