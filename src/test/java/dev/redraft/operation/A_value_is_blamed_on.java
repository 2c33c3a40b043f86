package dev.redraft.operation;

import static dev.redraft.operation.Quoted.json;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Limits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class A_value_is_blamed_on {
    /// The number of the patch, from 1 on, that set what stands at the pointer in the end; 0 if it was there
    /// before.
    private static int blame(String document, String pointer, String... patches) {
        var whole = Document.of((JsonObject) json(document));
        var operations = new ArrayList<List<Operation>>();
        for (var patch : patches) {
            operations.add(Normaliser.apply(PatchReader.read(json("[{" + patch + "}]")), whole, Limits.DEFAULT));
        }
        var tokens = Pointer.parse(pointer).tokens();
        var entry = requireNonNull(whole.at(Path.entry(tokens.getFirst())));
        var found = new Pointer(tokens.subList(1, tokens.size())).in(tokens.getFirst(), entry);
        var blame = new Blame(List.of(requireNonNull(found).path()));
        for (var number = operations.size(); number > 0; number--) {
            for (var operation : operations.get(number - 1).reversed()) {
                if (!blame.over(operation).isEmpty()) {
                    return number;
                }
            }
        }
        return 0;
    }

    @Test
    void the_operation_that_set_it_and_none_beside_it() {
        assertThat(blame("{'a':1,'b':1}", "/a", "'op':'replace','path':'/a','value':2", "'op':'remove','path':'/b'"))
                .isEqualTo(1);
        assertThat(blame("{'a':1,'b':1}", "/a", "'op':'replace','path':'/b','value':2"))
                .isZero();
        assertThat(blame("{'a':1}", "/a", "'op':'increment','path':'/a','by':1"))
                .isEqualTo(1);
    }

    @Test
    void the_operation_that_set_something_in_it() {
        assertThat(blame("{'a':{'x':[1]}}", "/a", "'op':'add','path':'/a/x/-','value':2"))
                .isEqualTo(1);
        assertThat(blame("{'a':{'x':[1]}}", "/a/x", "'op':'remove','path':'/a/x/0'"))
                .isEqualTo(1);
        assertThat(blame("{'a':{'x':[1],'y':1}}", "/a/y", "'op':'remove','path':'/a/x/0'"))
                .isZero();
    }

    @Test
    void the_operation_that_set_all_around_it_unless_it_left_it_as_it_was() {
        assertThat(blame("{'a':{'x':1,'y':1}}", "/a/x", "'op':'replace','path':'/a','value':{'x':2,'y':1}"))
                .isEqualTo(1);
        assertThat(blame("{'a':{'x':1,'y':1}}", "/a/y", "'op':'replace','path':'/a','value':{'x':2,'y':1}"))
                .isZero();
        assertThat(blame("{'l':[1,2,3]}", "/l/1", "'op':'replace','path':'/l','value':[0,1,2,3]"))
                .isZero();
        assertThat(blame("{'l':[1,2,3]}", "/l/0", "'op':'replace','path':'/l','value':[0,1,2,3]"))
                .isEqualTo(1);
        assertThat(blame(
                        "{'a':{'x':1}}", "/a/x", "'op':'remove','path':'/a'", "'op':'add','path':'/a','value':{'x':1}"))
                .isEqualTo(2);
    }

    @Test
    void whoever_set_it_before_others_came_and_went_around_it() {
        assertThat(blame(
                        "{'l':[1,2,3]}",
                        "/l/2",
                        "'op':'replace','path':'/l/1','value':9",
                        "'op':'add','path':'/l/0','value':0",
                        "'op':'remove','path':'/l/3'"))
                .isEqualTo(1);
    }

    @Test
    void whoever_set_it_before_it_was_moved_to_another_entry_too() {
        assertThat(blame(
                        "{'a':{'x':1},'l':[0]}",
                        "/l/0/y",
                        "'op':'add','path':'/a/y','value':2",
                        "'op':'move','from':'/a','path':'/l/0'"))
                .isEqualTo(1);
        assertThat(blame("{'a':1,'l':[0]}", "/l", "'op':'move','from':'/a','path':'/l/0'"))
                .isEqualTo(1);
        assertThat(blame("{'l':[[1],2]}", "/l/1", "'op':'move','from':'/l/0/0','path':'/l/0'"))
                .isEqualTo(1);
        assertThat(blame("{'a':1}", "/b", "'op':'copy','from':'/a','path':'/b'"))
                .isEqualTo(1);
    }

    @Test
    void the_operation_that_wrote_its_number_in_another_way() {
        assertThat(blame("{'a':1}", "/a", "'op':'replace','path':'/a','value':1.0"))
                .isEqualTo(1);
    }
}
