package dev.redraft.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What holds for the blame of every value after every history, tried on many: the seed in a message brings the
/// case back.
class Laws_of_blame {
    private static final int CASES = 30_000;

    /// Commits one after the other, some of them of drafts that were rebased.
    private record History(JsonObject beginning, List<Operation> operations, int rebases) {
        static History of(long seed) {
            var nasty = new Nasty(seed);
            var random = new Random(seed);
            var beginning = nasty.document();
            var operations = new ArrayList<Operation>();
            var now = beginning;
            var rebases = 0;
            for (var commits = 1 + random.nextInt(4); commits > 0; commits--) {
                var mine = drafted(nasty, now);
                if (random.nextInt(3) > 0) {
                    operations.addAll(mine);
                    now = after(now, mine);
                    continue;
                }
                var theirs = drafted(nasty, now);
                var live = after(now, theirs);
                operations.addAll(theirs);
                if (Rebase.of(
                                Situation.basis(now, live),
                                new Rebase.Steps(List.of(mine), List.of()),
                                Resolution.Decided.NOTHING,
                                Rules.NONE)
                        instanceof Rebase.Outcome.Rebased rebased) {
                    rebased.steps().applied().forEach(operations::addAll);
                    operations.addAll(rebased.settling());
                    live = rebased.merged().toObject();
                    rebases++;
                }
                now = live;
            }
            return new History(beginning, operations, rebases);
        }

        private static List<Operation> drafted(Nasty nasty, JsonObject base) {
            var made = new ArrayList<Operation>();
            var document = Document.of(base);
            for (var steps = 0; steps < 3; steps++) {
                var before = document.toObject();
                try {
                    var operations = Normaliser.apply(nasty.patch(before), Document.of(before), Limits.DEFAULT);
                    operations.forEach(document::apply);
                    made.addAll(operations);
                } catch (NotApplicable | MalformedPatch refused) {
                    assertThat(refused.getMessage()).isNotNull();
                }
            }
            return made;
        }

        private static JsonObject after(JsonObject whole, List<Operation> operations) {
            var document = Document.of(whole);
            operations.forEach(document::apply);
            return document.toObject();
        }

        Origins origins() {
            var origins = new Origins(beginning);
            for (var i = 0; i < operations.size(); i++) {
                origins.apply(i, operations.get(i));
            }
            return origins;
        }

        /// The number of the operation that is to blame for each place.
        Map<Path, Integer> blamed(Map<Path, Integer> places) {
            var blame = new Blame(places.keySet());
            var blamed = new LinkedHashMap<Path, Integer>();
            for (var i = operations.size() - 1; i >= 0; i--) {
                for (var place : blame.over(operations.get(i))) {
                    blamed.put(place, i);
                }
            }
            blame.left().forEach(place -> blamed.put(place, Origins.BEGINNING));
            return blamed;
        }
    }

    @Test
    void it_is_the_operation_that_each_value_carries_through_all_that_happens() {
        var places = 0;
        var rebases = 0;
        for (var seed = 0L; seed < CASES; seed++) {
            var history = History.of(seed);
            var origins = history.origins().all();
            assertThat(history.blamed(origins)).as("seed %d", seed).isEqualTo(origins);
            places += origins.size();
            rebases += history.rebases();
        }
        assertThat(places).isGreaterThan(5 * CASES);
        assertThat(rebases).isGreaterThan(CASES / 4);
    }

    @Test
    void one_place_is_blamed_as_many_are() {
        for (var seed = 0L; seed < CASES / 10; seed++) {
            var history = History.of(seed);
            var all = history.blamed(history.origins().all());
            for (var place : all.keySet()) {
                var alone = history.blamed(Map.of(place, 0));
                assertThat(alone).as("seed %d, %s", seed, place).isEqualTo(Map.of(place, all.getOrDefault(place, 0)));
            }
        }
    }
}
