package dev.redraft.operation;

import static dev.redraft.operation.Quoted.json;
import static dev.redraft.operation.Quoted.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Limits;
import dev.redraft.operation.Operation.Put;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class Operations_at_their_limits {
    private static final int MANY = 10_000;

    /// A new member each, all of one entry.
    private static List<List<Operation>> many() {
        return IntStream.range(0, MANY)
                .mapToObj(i -> List.<Operation>of(
                        new Put(Path.entry("a").member("m" + i), null, new JsonNumber("" + i), null)))
                .toList();
    }

    @Test
    @Timeout(60)
    void a_rebase_of_ten_thousand_changes_to_one_entry_is_a_rebase_of_the_entry() {
        var steps = new ArrayList<List<Operation>>();
        for (var i = 0; i < MANY; i++) {
            steps.add(
                    List.of(new Put(Path.entry("a").member("m" + i % 5), i < 5 ? null : value(i - 5), value(i), null)));
        }
        var basis = Situation.basis(object("{'a':{}}"), object("{'a':{'x':1}}"));
        var outcome = Rebase.of(basis, new Rebase.Steps(steps, List.of()), Resolution.Decided.NOTHING, Rules.NONE);
        assertThat(((Rebase.Outcome.Collided) outcome).conflicts())
                .extracting(Conflict::path)
                .containsExactly(Path.entry("a"));
    }

    private static Json value(int number) {
        return new JsonNumber(Integer.toString(number));
    }

    @Test
    @Timeout(60)
    void the_first_of_many_changes_to_one_entry_is_taken_back() {
        var steps = many().subList(0, 4_000);
        var document = Document.of(object("{'a':{}}"));
        steps.forEach(step -> step.forEach(document::apply));
        var outcome = StepUndo.of(document, steps.getFirst(), steps.subList(1, steps.size()));
        assertThat(outcome).isInstanceOf(StepUndo.Outcome.Undone.class);
        assertThat(document.at(Path.entry("a").member("m0"))).isNull();
        assertThat(document.at(Path.entry("a").member("m3999"))).isEqualTo(value(3_999));
    }

    @Test
    void values_of_the_greatest_depth_are_changed_at_their_bottom() {
        var depth = Limits.DEFAULT.depth() - 2;
        var open = "{'x':".repeat(depth);
        var close = "}".repeat(depth);
        var base = "{'a':" + open + "{'p':1,'q':1}" + close + "}";
        assertThat(Drafted.on(base)
                        .set("/a" + "/x".repeat(depth) + "/p", "2")
                        .against("{'a':" + open + "{'p':1,'q':3}" + close + "}")
                        .merged())
                .isEqualTo("{'a':" + open + "{'p':2,'q':3}" + close + "}");
    }

    @Test
    void a_failed_operation_leaves_every_value_that_it_met() {
        var entry = json("{'x':[1,{'y':2}]}");
        var before = Quoted.text(entry);
        var document = Document.of(object("{'a':0}"));
        document.apply(new Put(Path.entry("b"), null, entry, null));
        var tooFar = new Operation.Insert(Path.entry("b").member("x"), 7, Json.NULL);
        assertThatThrownBy(() -> document.apply(tooFar)).isInstanceOf(NotApplicable.class);
        document.apply(new Operation.Delete(Path.entry("b").member("x"), 0, value(1)));
        assertThat(Quoted.text(entry)).isEqualTo(before);
    }
}
