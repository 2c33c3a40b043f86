package dev.redraft.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Limits;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What holds for every two operations that follow each other, tried on many: the seed in a message brings the
/// case back. The results are computed by [Model], which shares no code with what is tried.
class Laws_of_commutation {
    private static final int PAIRS = 200_000;

    /// Two primitives that apply to a document one after the other.
    private record Pair(long seed, JsonObject before, Operation earlier, Operation later, JsonObject after) {}

    @FunctionalInterface
    private interface Look {
        void at(Pair pair);
    }

    private static void each(Look look) {
        var pairs = 0;
        for (var seed = 0L; pairs < PAIRS; seed++) {
            var nasty = new Nasty(seed);
            var before = nasty.document();
            var document = Document.of(before);
            var operations = new ArrayList<Operation>();
            for (var i = 0; i < 3; i++) {
                operations.addAll(some(nasty, document));
            }
            var states = states(before, operations);
            for (var i = 0; i + 1 < operations.size(); i++) {
                look.at(new Pair(seed, states.get(i), operations.get(i), operations.get(i + 1), states.get(i + 2)));
                pairs++;
            }
        }
    }

    private static List<JsonObject> states(JsonObject before, List<Operation> operations) {
        var model = new Model(before);
        var states = new ArrayList<>(List.of(before));
        operations.forEach(
                operation -> states.add(model.after(List.of(operation)).whole()));
        return states;
    }

    private static List<Operation> some(Nasty nasty, Document document) {
        var whole = document.toObject();
        try {
            var operations = Normaliser.apply(nasty.patch(whole), Document.of(whole), Limits.DEFAULT);
            return Primitives.of(operations, document, Rules.NONE);
        } catch (NotApplicable | MalformedPatch refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return List.of();
        }
    }

    @Test
    void the_other_order_leads_to_the_same() {
        var commuting = new int[1];
        each(pair -> {
            var swapped = Commutation.of(pair.earlier(), pair.later());
            if (swapped != null) {
                commuting[0]++;
                assertThat(new Model(pair.before())
                                .after(List.of(swapped.first(), swapped.second()))
                                .whole())
                        .as("%s", pair)
                        .isEqualTo(pair.after());
            }
        });
        assertThat(commuting[0]).isGreaterThan(PAIRS / 3);
    }

    @Test
    void the_other_order_applies_strictly() {
        each(pair -> {
            var swapped = Commutation.of(pair.earlier(), pair.later());
            if (swapped != null) {
                var document = Document.of(pair.before());
                document.apply(swapped.first());
                document.apply(swapped.second());
                assertThat(document.toObject()).as("%s", pair).isEqualTo(pair.after());
            }
        });
    }

    @Test
    void two_changes_that_depend_on_each_other_touch_one_place_or_one_within_the_other() {
        each(pair -> {
            if (Commutation.of(pair.earlier(), pair.later()) == null) {
                var one = pair.earlier().path();
                var other = pair.later().path();
                assertThat(one.isPrefixOf(other) || other.isPrefixOf(one))
                        .as("%s", pair)
                        .isTrue();
            }
        });
    }

    @Test
    void two_told_as_one_do_what_both_do() {
        var combined = new int[1];
        each(pair -> {
            var one = Combination.of(pair.earlier(), pair.later());
            if (one != null) {
                combined[0]++;
                assertThat(new Model(pair.before()).after(one).whole())
                        .as("%s", pair)
                        .isEqualTo(pair.after());
            }
        });
        assertThat(combined[0]).isGreaterThan(PAIRS / 50);
    }

    @Test
    void the_net_effect_does_what_all_do() {
        var shorter = 0;
        for (var seed = 0L; seed < PAIRS / 3; seed++) {
            var nasty = new Nasty(seed);
            var before = nasty.document();
            var document = Document.of(before);
            var operations = new ArrayList<Operation>();
            for (var i = 0; i < 4; i++) {
                operations.addAll(some(nasty, document));
            }
            var net = NetEffect.of(operations);
            assertThat(new Model(before).after(net).whole())
                    .as("seed %d", seed)
                    .isEqualTo(new Model(before).after(operations).whole());
            assertThat(net.size()).isLessThanOrEqualTo(operations.size());
            shorter += net.size() < operations.size() ? 1 : 0;
        }
        assertThat(shorter).isGreaterThan(PAIRS / 30);
    }

    @Test
    void what_is_carried_over_keeps_the_way_back() {
        for (var seed = 0L; seed < PAIRS / 3; seed++) {
            var one = Situation.of(seed);
            var theirs = Differences.ofWholes(one.base(), one.live());
            var transport = new Transport(theirs, Rules.NONE);
            var old = new Model(one.base());
            var young = new Model(one.live());
            var document = Document.of(one.base());
            for (var step : one.applied()) {
                for (var operation : Primitives.of(step, document, Rules.NONE)) {
                    old.after(List.of(operation));
                    if (transport.carry(operation) instanceof Transport.Outcome.Carried(var operations)) {
                        young.after(operations);
                    }
                    var led = new Model(young.whole()).after(transport.back()).whole();
                    assertThat(led.sameValueAs(old.whole()))
                            .as("seed %d: %s instead of %s", seed, led, old.whole())
                            .isTrue();
                }
            }
        }
    }
}
