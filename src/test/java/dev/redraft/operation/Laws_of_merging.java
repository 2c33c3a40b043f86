package dev.redraft.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.operation.Rebase.Outcome.Collided;
import dev.redraft.operation.Rebase.Outcome.Rebased;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A rebase agrees with a merge of values that knows no operations, wherever there is one: the seed in a
/// message brings the case back.
class Laws_of_merging {
    private static final int CASES = 100_000;

    @Test
    void on_objects_a_rebase_is_a_three_way_merge_of_leaves() {
        for (var seed = 0L; seed < CASES; seed++) {
            var leaves = new Leaves(seed);
            var base = leaves.some();
            var mine = leaves.changed(base, 3);
            var theirs = leaves.changed(base, 4);
            var merged = new HashMap<String, Json>();
            var conflicts = new HashSet<String>();
            for (var place : Leaves.places()) {
                if (isConflict(base.get(place), mine.get(place), theirs.get(place))) {
                    conflicts.add(place);
                }
                Leaves.set(merged, place, merged(base.get(place), mine.get(place), theirs.get(place)));
            }
            var outcome = rebased(base, mine, theirs);
            if (conflicts.isEmpty()) {
                assertThat(((Rebased) outcome).merged().toObject())
                        .as("seed %d", seed)
                        .isEqualTo(Leaves.document(merged));
            } else {
                assertThat(((Collided) outcome).conflicts())
                        .as("seed %d", seed)
                        .extracting(conflict -> conflict.path().pointer())
                        .containsExactlyInAnyOrderElementsOf(conflicts);
            }
        }
    }

    private static @Nullable Json merged(@Nullable Json base, @Nullable Json mine, @Nullable Json theirs) {
        return same(base, mine) || (!same(base, theirs) && sameValue(mine, theirs)) ? theirs : mine;
    }

    private static boolean isConflict(@Nullable Json base, @Nullable Json mine, @Nullable Json theirs) {
        return !same(base, mine) && !same(base, theirs) && !sameValue(mine, theirs);
    }

    private static boolean same(@Nullable Json one, @Nullable Json other) {
        return one == null ? other == null : one.equals(other);
    }

    private static boolean sameValue(@Nullable Json one, @Nullable Json other) {
        return one == null ? other == null : other != null && one.sameValueAs(other);
    }

    private static Rebase.Outcome rebased(Map<String, Json> base, Map<String, Json> mine, Map<String, Json> theirs) {
        var steps = steps(base, mine);
        return rebased(Leaves.document(base), Leaves.document(theirs), steps);
    }

    private static Rebase.Outcome rebased(JsonObject base, JsonObject live, List<List<Operation>> steps) {
        return Rebase.of(
                Situation.basis(base, live),
                new Rebase.Steps(steps, List.of()),
                Resolution.Decided.NOTHING,
                Rules.NONE);
    }

    /// Each difference a step of its own.
    private static List<List<Operation>> steps(Map<String, Json> before, Map<String, Json> after) {
        return Differences.ofWholes(Leaves.document(before), Leaves.document(after)).stream()
                .map(List::of)
                .toList();
    }

    @Test
    void a_rebase_in_two_steps_is_a_rebase_in_one_where_nobody_meets() {
        for (var seed = 0L; seed < CASES; seed++) {
            var leaves = new Leaves(seed);
            var base = leaves.some();
            var mine = leaves.changedByOneOfThree(base, 0);
            var first = leaves.changedByOneOfThree(base, 1);
            var second = leaves.changedByOneOfThree(first, 2);
            var atOnce = (Rebased) rebased(base, mine, second);
            var halfWay = (Rebased) rebased(base, mine, first);
            var inTwo = (Rebased) rebased(
                    Leaves.document(first),
                    Leaves.document(second),
                    halfWay.steps().applied());
            assertThat(inTwo.merged().toObject())
                    .as("seed %d", seed)
                    .isEqualTo(atOnce.merged().toObject());
            assertThat(inTwo.steps().applied())
                    .as("seed %d", seed)
                    .isEqualTo(atOnce.steps().applied());
        }
    }

    @Test
    void a_step_taken_back_in_the_middle_leaves_what_the_others_made() {
        var depending = 0;
        for (var seed = 0L; seed < CASES; seed++) {
            var leaves = new Leaves(seed);
            var base = leaves.some();
            var states = List.of(base, leaves.changed(base, 6));
            var later = leaves.changed(states.getLast(), 6);
            var document = Document.of(Leaves.document(later));
            var step = Differences.ofWholes(Leaves.document(base), Leaves.document(states.getLast()));
            var behind = Differences.ofWholes(Leaves.document(states.getLast()), Leaves.document(later));
            var expected = new HashMap<String, Json>();
            var meets = false;
            for (var place : Leaves.places()) {
                var isTouched = !same(base.get(place), states.getLast().get(place));
                var isTouchedLater = !same(states.getLast().get(place), later.get(place));
                meets |= isTouched && isTouchedLater;
                Leaves.set(expected, place, isTouched ? base.get(place) : later.get(place));
            }
            var outcome = StepUndo.of(document, step, List.of(behind));
            if (meets) {
                assertThat(outcome).as("seed %d", seed).isEqualTo(new StepUndo.Outcome.Depends(0));
                depending++;
            } else {
                assertThat(document.toObject()).as("seed %d", seed).isEqualTo(Leaves.document(expected));
            }
        }
        assertThat(depending).isBetween(CASES / 20, CASES / 2);
    }
}
