package dev.redraft.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.document.Json;
import dev.redraft.document.JsonWriter;
import dev.redraft.operation.Rebase.Outcome.Collided;
import dev.redraft.operation.Rebase.Outcome.Rebased;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds for every draft whose base moved, tried on many: the seed in a message brings the case back.
class Laws_of_rebase {
    private static final int CASES = 100_000;

    private static void each(ObjLongConsumer<Situation> look) {
        for (var seed = 0L; seed < CASES; seed++) {
            try {
                look.accept(Situation.of(seed), seed);
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed " + seed, broken);
            }
        }
    }

    @Test
    void undoing_all_steps_yields_the_new_base_and_redoing_them_what_was_merged() {
        var merged = new int[1];
        each((one, seed) -> {
            if (one.rebased(Resolution.Decided.NOTHING) instanceof Rebased rebased) {
                merged[0]++;
                undone_and_redone(one, rebased);
            }
        });
        assertThat(merged[0]).isGreaterThan(CASES / 2);
    }

    private static void undone_and_redone(Situation one, Rebased rebased) {
        var document = Document.of(one.live());
        rebased.steps().applied().forEach(step -> step.forEach(document::apply));
        rebased.settling().forEach(document::apply);
        assertThat(document.toObject()).isEqualTo(rebased.merged().toObject());
        rebased.steps().undone().forEach(step -> step.forEach(document::apply));
        rebased.steps().undone().reversed().forEach(step -> takeBack(step, document));
        takeBack(rebased.settling(), document);
        rebased.steps().applied().reversed().forEach(step -> takeBack(step, document));
        assertThat(text(document.toObject())).isEqualTo(text(one.live()));
    }

    private static void takeBack(List<Operation> step, Document document) {
        step.reversed().forEach(operation -> document.apply(operation.inverse()));
    }

    @Test
    void every_conflict_can_be_resolved_as_mine_and_as_theirs() {
        each((one, seed) -> {
            if (one.rebased(Resolution.Decided.NOTHING) instanceof Collided(var conflicts)) {
                assertThat(conflicts)
                        .extracting(conflict -> conflict.path().pointer())
                        .doesNotHaveDuplicates();
                for (var resolution :
                        List.of(new Resolution.Mine(), new Resolution.Theirs(), new Resolution.Value(Json.NULL))) {
                    var decided = new HashMap<String, Resolution>();
                    conflicts.forEach(conflict -> decided.put(conflict.path().pointer(), resolution));
                    var outcome = one.rebased(new Resolution.Decided(Map.of(), decided));
                    assertThat(outcome).isInstanceOf(Rebased.class);
                    undone_and_redone(one, (Rebased) outcome);
                }
            }
        });
    }

    @Test
    void a_rebase_over_nothing_changes_no_step() {
        each((one, seed) -> {
            var same = new Situation(seed, one.base(), one.base(), one.applied(), one.undone(), one.mine());
            var rebased = (Rebased) same.rebased(Resolution.Decided.NOTHING);
            assertThat(rebased.merged().toObject()).isEqualTo(one.mine());
            assertThat(rebased.settling()).isEmpty();
            assertThat(rebased.steps().undone()).hasSameSizeAs(one.undone());
            var document = Document.of(one.base());
            for (var i = 0; i < one.applied().size(); i++) {
                rebased.steps().applied().get(i).forEach(document::apply);
                assertThat(document.toObject())
                        .isEqualTo(new Model(one.base())
                                .after(one.applied().subList(0, i + 1).stream()
                                        .flatMap(List::stream)
                                        .toList())
                                .whole());
            }
        });
    }

    @Test
    void what_was_changed_and_changed_back_takes_nothing_from_what_is_live() {
        each((one, seed) -> {
            var back = one.applied().reversed().stream()
                    .map(step ->
                            step.reversed().stream().map(Operation::inverse).toList())
                    .toList();
            var steps = Stream.concat(one.applied().stream(), back.stream()).toList();
            var same = new Situation(seed, one.base(), one.live(), steps, List.of(), one.base());
            var rebased = (Rebased) same.rebased(Resolution.Decided.NOTHING);
            assertThat(rebased.merged().toObject()).isEqualTo(one.live());
            undone_and_redone(same, rebased);
        });
    }

    @Test
    void nothing_that_goes_in_is_changed() {
        each((one, seed) -> {
            var before = one.toString();
            one.rebased(Resolution.Decided.NOTHING);
            assertThat(one.toString()).isEqualTo(before);
        });
    }

    static String text(Json json) {
        return JsonWriter.compact(json);
    }
}
