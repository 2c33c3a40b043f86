package dev.redraft.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.document.Json;
import dev.redraft.document.JsonReader;
import dev.redraft.document.Limits;
import dev.redraft.operation.Step;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class A_guide {
    private static Json json(String text) {
        return JsonReader.value(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
    }

    private static Guide guide(String schema) {
        return Schema.of(json(schema)).guide();
    }

    private static Hint hint(String schema, Object... steps) {
        var guide = guide(schema);
        for (var step : steps) {
            guide = guide.child(step instanceof Integer index ? new Step.Index(index) : new Step.Key((String) step));
        }
        return guide.hint();
    }

    @Nested
    class Finds_what_is_said_of_a_place {
        @Test
        void by_name_by_pattern_and_for_the_rest() {
            var schema = "{'properties':{'a':{'title':'A'}},'patternProperties':{'^x-':{'title':'X'}},"
                    + "'additionalProperties':{'title':'Rest'}}";
            assertThat(hint(schema, "a").title()).isEqualTo("A");
            assertThat(hint(schema, "x-1").title()).isEqualTo("X");
            assertThat(hint(schema, "b").title()).isEqualTo("Rest");
        }

        @Test
        void in_lists_that_begin_otherwise_than_they_go_on() {
            var schema = "{'properties':{'l':{'prefixItems':[{'title':'First'}],'items':{'title':'Other'}}}}";
            assertThat(hint(schema, "l", 0).title()).isEqualTo("First");
            assertThat(hint(schema, "l", 1).title()).isEqualTo("Other");
        }

        @Test
        void through_references_and_allOf_and_the_nearest_goes_first() {
            var schema = "{'properties':{'n':{'$ref':'#/$defs/n','title':'Near'}},"
                    + "'$defs':{'n':{'title':'Far','description':'Said there','allOf':[{'type':'integer'}]}}}";
            assertThat(hint(schema, "n").title()).isEqualTo("Near");
            assertThat(hint(schema, "n").description()).isEqualTo("Said there");
            assertThat(hint(schema, "n").types()).containsExactly("integer");
        }

        @Test
        void and_nothing_where_it_depends_on_the_value() {
            assertThat(hint("{'properties':{'n':{'oneOf':[{'type':'string'},{'type':'null'}]}}}", "n"))
                    .isEqualTo(Hint.NONE);
            assertThat(hint("true", "n")).isEqualTo(Hint.NONE);
        }

        @Test
        void within_a_schema_that_leads_back_to_itself() {
            var schema = "{'title':'T','additionalProperties':{'$ref':'#'}}";
            assertThat(hint(schema, "a", "b", "c", "d").title()).isEqualTo("T");
        }

        @Test
        void until_it_costs_too_much() {
            var patterns = IntStream.range(0, 2_000)
                    .mapToObj(number -> "'^(a|b|c){0,40}%dx$':{'title':'T'}".formatted(number))
                    .collect(Collectors.joining(","));
            var guide = guide("{'title':'Root','patternProperties':{" + patterns + "}}");
            for (var round = 0; round < 100; round++) {
                guide.child(new Step.Key("abcabcabcabcabcabcabcabcabcabc" + round))
                        .hint();
            }
            assertThat(guide.hint()).isEqualTo(Hint.NONE);
        }
    }

    @Nested
    class Tells_what_a_number_may_be {
        @Test
        void with_the_narrowest_of_its_bounds() {
            var hint = hint(
                    "{'properties':{'n':{'type':'integer','minimum':1,'allOf':[{'minimum':3,'maximum':9}]}}}", "n");
            assertThat(hint.range()).isEqualTo(new Hint.Range("3", "9", "1"));
            assertThat(hint.rule()).isEqualTo("A whole number, at least 1, at least 3, at most 9.");
        }

        @Test
        void with_bounds_that_steps_reach() {
            var hint = hint(
                    "{'properties':{'n':{'type':'integer','exclusiveMinimum':0,'maximum':101,'multipleOf':5}}}", "n");
            assertThat(hint.range()).isEqualTo(new Hint.Range("5", "100", "5"));
            assertThat(hint.rule()).contains("more than 0", "at most 101", "a multiple of 5");
        }

        @Test
        void and_keeps_the_digits_of_one_that_has_many() {
            var hint = hint("{'properties':{'n':{'type':'number','maximum':12345678901234567890.5}}}", "n");
            assertThat(hint.range()).isEqualTo(new Hint.Range("", "12345678901234567890.5", "any"));
        }
    }

    @Nested
    class Knows_whether_a_value_fits {
        @Test
        void by_its_type() {
            var hint = hint("{'properties':{'n':{'type':['integer','null']}}}", "n");
            assertThat(hint.takes(json("1.0"))).isTrue();
            assertThat(hint.takes(json("1.5"))).isFalse();
            assertThat(hint.takes(json("null"))).isTrue();
            assertThat(hint.takes(json("'1'"))).isFalse();
        }

        @Test
        void by_the_choices_however_numbers_are_written() {
            var hint = hint("{'properties':{'n':{'enum':[1,'1',null,{'a':[2]}]}}}", "n");
            assertThat(hint.choice(json("1.0"))).isZero();
            assertThat(hint.choice(json("'1'"))).isEqualTo(1);
            assertThat(hint.choice(json("{'a':[2.0]}"))).isEqualTo(3);
            assertThat(hint.takes(json("2"))).isFalse();
        }
    }

    @Test
    void names_the_members_it_knows_and_those_that_have_to_be_there() {
        var guide = guide("{'properties':{'a':{'default':8080},'b':{}},'required':['b'],"
                + "'allOf':[{'properties':{'c':{'description':'C'}}}]}");
        assertThat(guide.members().keySet()).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(guide.child(new Step.Key("a")).hint().preset()).isEqualTo(json("8080"));
        assertThat(guide.required()).containsExactly("b");
    }
}
