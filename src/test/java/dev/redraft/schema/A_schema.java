package dev.redraft.schema;

import static dev.redraft.schema.Texts.json;
import static dev.redraft.schema.Texts.object;
import static dev.redraft.schema.Texts.problems;
import static dev.redraft.schema.Texts.said;
import static dev.redraft.schema.Texts.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.operation.Path;
import dev.redraft.operation.Rules.Merging;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class A_schema {
    private static final String POOL = """
            {'type':'object','required':['pool'],'properties':{'pool':{'type':'object','required':['max'],
             'properties':{'max':{'type':'integer','minimum':1,'maximum':100}},'additionalProperties':false},
             'name':{'type':'string','minLength':3,'pattern':'^[a-z]+$'}}}
            """;

    @Nested
    class Says {
        @Test
        void nothing_of_what_passes() {
            assertThat(problems(POOL, "{'pool':{'max':100},'name':'billing'}")).isEmpty();
        }

        @Test
        void every_problem_with_its_path_in_plain_words() {
            assertThat(problems(POOL, "{'pool':{'max':500,'mxa':1},'name':'B'}"))
                    .containsExactly(
                            "/pool/max must be at most 100, but is 500",
                            "/pool/mxa is not allowed here",
                            "/name must have at least 3 characters, but has 1",
                            "/name must match the pattern \"^[a-z]+$\", but is \"B\"");
        }

        @Test
        void what_is_missing_where_it_should_be() {
            assertThat(problems(POOL, "{'name':'abc'}")).containsExactly("/pool must be there, but is missing");
            assertThat(problems(POOL, "{'pool':{}}")).containsExactly("/pool/max must be there, but is missing");
            assertThat(schema(POOL).problems(object("{}")).getFirst().key()).isEqualTo("pool");
        }

        @Test
        void how_far_it_is_and_ends_when_it_is_told_to() {
            var reached = new ArrayList<String>();
            assertThatThrownBy(() -> schema(POOL)
                            .problems(object("{'a':1,'b':2,'pool':{'max':1}}"), (number, ofTotal) -> {
                                reached.add(number + " of " + ofTotal);
                                if (number == 2) {
                                    throw new IllegalStateException("enough");
                                }
                            }))
                    .hasMessage("enough");
            assertThat(reached).containsExactly("1 of 3", "2 of 3");
        }

        @Test
        void one_thing_of_alternatives_of_which_none_fits() {
            var either = "{'properties':{'a':{'anyOf':[{'type':'string'},{'type':'integer','maximum':3}]}}}";
            assertThat(problems(either, "{'a':7}"))
                    .containsExactly("/a must fit one of the allowed forms, but fits none: "
                            + "must be a string, but is a number; or must be at most 3, but is 7");
            assertThat(problems(either, "{'a':2}")).isEmpty();
            var one = "{'properties':{'a':{'oneOf':[{'minimum':1},{'maximum':3}]}}}";
            assertThat(problems(one, "{'a':2}"))
                    .containsExactly("/a must fit exactly one of the allowed forms, but fits more than one");
        }

        @Test
        void which_elements_are_the_same_however_they_are_written() {
            var unique = "{'properties':{'l':{'uniqueItems':true}}}";
            assertThat(problems(unique, "{'l':[1,{'a':1,'b':2},1.0,{'b':2.0,'a':1},'1']}"))
                    .containsExactly(
                            "/l/2 must not stand in the list twice, but is the same as /l/0",
                            "/l/3 must not stand in the list twice, but is the same as /l/1");
        }

        @Test
        void paths_with_slashes_and_tildes_escaped_and_indices_in_their_order() {
            assertThat(problems(
                            "{'additionalProperties':{'items':{'type':'string'}}}",
                            "{'a/b~c':['0','1',2,'3','4','5','6','7','8','9',10]}"))
                    .containsExactly(
                            "/a~1b~0c/2 must be a string, but is a number",
                            "/a~1b~0c/10 must be a string, but is a number");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {'enum':['a','b']}            | 'c'          | must be one of "a", "b", but is "c"
                {'const':1}                   | 2            | must be 1, but is 2
                {'type':['string','null']}    | 1            | must be a string or null, but is a number
                {'type':'integer'}            | 1.5          | must be a whole number, but is a number
                {'exclusiveMinimum':0}        | 0            | must be more than 0, but is 0
                {'multipleOf':0.1}            | 0.35         | must be a multiple of 0.1, but is 0.35
                {'minItems':1}                | []           | must have at least 1 element, but has 0
                {'maxProperties':0}           | {'a':1}      | must have at most 0 members, but has 1
                {'not':{'type':'string'}}     | 'x'          | must not be as the schema excludes, but is "x"
                {'format':'email'}            | 'x'          | must be of the format email, but is "x"
                {'format':'date'}             | '2026-02-30' | must be of the format date, but is "2026-02-30"
                {'format':'uuid'}             | 'x'          | must be of the format uuid, but is "x"
                {'format':'ipv4'}             | '1.2.3.256'  | must be of the format ipv4, but is "1.2.3.256"
                {'format':'uri'}              | 'no uri'     | must be of the format uri, but is "no uri"
                {'contains':{'const':1}}      | [2]          | must have more elements of the kind it has to contain
                false                         | 1            | is not allowed here
                """, quoteCharacter = '`')
        void what_a_rule_asks_for(String rule, String value, String sentence) {
            assertThat(problems("{'properties':{'a':" + rule + "}}", "{'a':" + value + "}"))
                    .containsExactly("/a " + sentence);
        }
    }

    @Nested
    class Is_read_by {
        @Test
        void the_draft_it_names_and_by_the_newest_where_it_names_none() {
            var tuple = "'properties':{'l':{'prefixItems':[{'type':'string'}]}}}";
            assertThat(problems("{" + tuple, "{'l':[1]}")).hasSize(1);
            assertThat(problems("{'$schema':'http://json-schema.org/draft-07/schema#'," + tuple, "{'l':[1]}"))
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://json-schema.org/draft-07/schema#",
                    "http://json-schema.org/draft-07/schema",
                    "https://json-schema.org/draft/2020-12/schema"
                })
        void dialects_in_which_an_exclusive_bound_is_a_number(String dialect) {
            var schema = "{'$schema':'" + dialect + "','properties':{'n':{'exclusiveMaximum':10}}}";
            assertThat(problems(schema, "{'n':10}")).containsExactly("/n must be less than 10, but is 10");
        }

        @Test
        void draft_4_in_which_it_is_a_boolean() {
            var schema = "{'$schema':'http://json-schema.org/draft-04/schema#','id':'http://x.test/s',"
                    + "'properties':{'n':{'maximum':10,'exclusiveMaximum':true},'i':{'type':'integer'}}}";
            assertThat(problems(schema, "{'n':10,'i':3.0}")).containsExactly("/n must be less than 10, but is 10");
        }

        @Test
        void references_to_places_and_anchors_of_its_own_whatever_its_name_is() {
            var schema = "{'$id':'https://example.test/s.json','$defs':{'a b':{'type':'string'},"
                    + "'n':{'$anchor':'num','type':'number'}},'properties':{'s':{'$ref':'#/$defs/a%20b'},"
                    + "'n':{'$ref':'#num'}}}";
            assertThat(problems(schema, "{'s':1,'n':'x'}"))
                    .containsExactly("/s must be a string, but is a number", "/n must be a number, but is a string");
            var old = "{'$schema':'http://json-schema.org/draft-07/schema#','definitions':{'n':{'$id':'#num',"
                    + "'type':'number'}},'properties':{'n':{'$ref':'#num'}}}";
            assertThat(problems(old, "{'n':'x'}")).containsExactly("/n must be a number, but is a string");
        }

        @Test
        void exact_decimals() {
            var forty = "1234567890123456789012345678901234567890";
            var bounded = "{'properties':{'n':{'maximum':" + forty + "}}}";
            assertThat(problems(bounded, "{'n':" + forty + "}")).isEmpty();
            assertThat(problems(bounded, "{'n':1234567890123456789012345678901234567891}"))
                    .hasSize(1);
            assertThat(problems("{'properties':{'n':{'multipleOf':0.01}}}", "{'n':12345678901234567890.07}"))
                    .isEmpty();
            assertThat(problems("{'properties':{'n':{'multipleOf':2}}}", "{'n':9007199254740993}"))
                    .hasSize(1);
            assertThat(problems("{'properties':{'n':{'type':'integer'}}}", "{'n':1e308}"))
                    .isEmpty();
            assertThat(problems("{'properties':{'n':{'multipleOf':1e-308}}}", "{'n':1e308}"))
                    .isEmpty();
            assertThat(problems("{'properties':{'n':{'const':1.0}}}", "{'n':1}"))
                    .isEmpty();
        }
    }

    @Nested
    class Judges_entries {
        @Test
        void one_by_one_where_every_rule_at_its_top_does() {
            var schema = schema(POOL);
            assertThat(schema.judgesByEntry()).isTrue();
            var touched = new LinkedHashMap<String, @Nullable Json>();
            touched.put("name", json("'Q'"));
            touched.put("pool", null);
            touched.put("other", json("1"));
            assertThat(said(schema.problems(touched)))
                    .containsExactly(
                            "/name must have at least 3 characters, but has 1",
                            "/name must match the pattern \"^[a-z]+$\", but is \"Q\"",
                            "/pool must be there, but is missing");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'minProperties':1}",
                    "{'anyOf':[{'required':['a']}]}",
                    "{'dependentRequired':{'a':['b']}}",
                    "{'x-unique':['name']}",
                    "{'$ref':'#/$defs/a','$defs':{'a':{}}}",
                    "{'unevaluatedProperties':false}",
                    "{'type':'array'}",
                    "false"
                })
        void together_where_one_may_make_another_fail(String schema) {
            assertThat(schema(schema).judgesByEntry()).isFalse();
        }

        @Test
        void whose_names_are_not_allowed() {
            assertThat(problems("{'propertyNames':{'maxLength':2},'additionalProperties':true}", "{'abc':1}"))
                    .containsExactly("/abc has a name that is not allowed: must be at most 2 characters long");
            assertThat(problems("{'properties':{'a':true},'additionalProperties':false}", "{'a':1,'b':2}"))
                    .containsExactly("/b is not allowed here");
        }
    }

    @Nested
    class Tells_of_a_place {
        private static final String STOCK = """
                {'$defs':{'count':{'type':'integer','minimum':0},'item':{'properties':{'left':{
                  'allOf':[{'$ref':'#/$defs/count'},{'exclusiveMaximum':100}]}}}},
                 'properties':{'items':{'items':{'$ref':'#/$defs/item'},'x-merge-key':'id'},
                  'rules':{'x-merge':'atomic'}},'patternProperties':{'^map':{
                  'additionalProperties':{'$ref':'#/$defs/item'}}}}
                """;
        private static final Path LEFT = Path.entry("items").element(3).member("left");

        private static @Nullable String bound(Path path, String number) {
            return schema(STOCK).outOfBounds(path, new JsonNumber(number));
        }

        @Test
        void which_numbers_may_stand_there() {
            assertThat(bound(LEFT, "0")).isNull();
            assertThat(bound(LEFT, "99.9")).isNull();
            assertThat(bound(LEFT, "-1"))
                    .isEqualTo("The number at /items/3/left must be at least 0, but would become -1.");
            assertThat(bound(LEFT, "100")).contains("less than 100");
            assertThat(bound(Path.entry("map-1").member("x").member("left"), "-3"))
                    .contains("at least 0");
            assertThat(bound(Path.entry("other"), "-3")).isNull();
        }

        @Test
        void how_it_is_merged() {
            var schema = schema(STOCK);
            assertThat(schema.merging(Path.entry("items"))).isEqualTo(new Merging.ByMember("id"));
            assertThat(schema.merging(Path.entry("rules"))).isEqualTo(new Merging.Atomic());
            assertThat(schema.merging(Path.entry("map"))).isEqualTo(Merging.PLAIN);
        }
    }

    @Nested
    class Finds_duplicates {
        private static final String UNIQUE =
                "{'properties':{'l':{'x-unique':['name']},'m':{'x-unique':['name','zone']}}}";

        @Test
        void in_a_list_and_in_a_map_each_with_its_path() {
            assertThat(problems(
                            UNIQUE,
                            "{'l':[{'name':'a'},{'name':'b'},{'name':'a'},{}],"
                                    + "'m':{'x':{'name':1,'zone':2},'y':{'name':1.0,'zone':2},'z':{'name':1}}}"))
                    .containsExactly(
                            "/l/0 must have name of its own, but /l/2 has \"a\" too",
                            "/l/2 must have name of its own, but /l/0 has \"a\" too",
                            "/m/x must have name and zone of its own, but /m/y has 1, 2 too",
                            "/m/y must have name and zone of its own, but /m/x has 1, 2 too");
        }

        @Test
        void among_the_entries_themselves() {
            var problems = schema("{'x-unique':['host']}")
                    .problems(object("{'a':{'host':'h'},'b':{'host':'h'},'c':{'host':'i'}}"));
            assertThat(problems).extracting(SchemaProblem::key).containsExactly("a", "b");
            assertThat(problems).allMatch(SchemaProblem::isDuplicate);
        }
    }
}
