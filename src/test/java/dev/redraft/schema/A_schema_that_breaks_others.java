package dev.redraft.schema;

import static dev.redraft.schema.Texts.json;
import static dev.redraft.schema.Texts.object;
import static dev.redraft.schema.Texts.problems;
import static dev.redraft.schema.Texts.said;
import static dev.redraft.schema.Texts.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.Json.JsonString;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class A_schema_that_breaks_others {
    private static JsonObject holding(String text) {
        var members = new LinkedHashMap<String, Json>();
        members.put("a", new JsonString(text));
        return new JsonObject(members);
    }

    private static InvalidSchema refused(String schema) {
        try {
            schema(schema);
        } catch (InvalidSchema refused) {
            return refused;
        }
        throw new AssertionError("It was taken: " + schema);
    }

    @Nested
    class By_its_patterns {
        @ParameterizedTest
        @ValueSource(strings = {"^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "^(.*)*$", "(a*)*b", "^([a-zA-Z]+)*$"})
        void is_answered_in_time_that_grows_with_the_text_alone(String pattern) {
            var schema = schema("{'properties':{'a':{'pattern':'" + pattern + "'}}}");
            schema.problems(holding("a".repeat(50) + "!"));
            schema.problems(holding("a".repeat(100_000) + "!"));
        }

        @Test
        void is_followed_without_a_stack() {
            var schema = schema("{'properties':{'a':{'pattern':'^(a|b)*$'}}}");
            assertThat(schema.problems(holding("ab".repeat(50_000)))).isEmpty();
            assertThat(schema.problems(holding("ab".repeat(50_000) + "c"))).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "(?=a)b",
                    "(a)\\\\1",
                    "(?<!a)b",
                    "(",
                    "[",
                    "a{1001}",
                    "((a{1000}){1000}){1000}",
                    "(?:[)]a{1000}){1000}",
                    "(?:\\\\Q)\\\\Ea{1000}){1000}",
                    "(a{300}){300}{300}"
                })
        void is_refused_where_they_cannot_be_bounded(String pattern) {
            assertThat(refused("{'properties':{'a':{'pattern':'" + pattern + "'}}}"))
                    .extracting(InvalidSchema::pointer, InvalidSchema::sentence)
                    .satisfies(said -> assertThat(said.getFirst()).isEqualTo("/properties/a/pattern"))
                    .satisfies(said -> assertThat((String) said.getLast()).startsWith("The pattern "));
            assertThat(refused("{'patternProperties':{'" + pattern + "':{}}}").pointer())
                    .isEqualTo("/patternProperties");
            assertThat(refused("{'propertyNames':{'pattern':'" + pattern + "'}}")
                            .pointer())
                    .isEqualTo("/propertyNames/pattern");
        }

        @Test
        void is_refused_where_they_are_long_or_deep() {
            refused("{'pattern':'" + "(".repeat(5_000) + ")".repeat(5_000) + "'}");
            assertThat(schema("{'pattern':'" + "(".repeat(900) + "a" + ")".repeat(900) + "'}"))
                    .isNotNull();
        }

        @Test
        void is_given_up_where_many_large_ones_meet_many_large_texts() {
            var schema = schema("{'additionalProperties':{'items':{'pattern':'^(a{0,900}){0,9}(a{0,900}){0,9}$'}}}");
            var text = "a".repeat(9_000);
            var value = String.join(",", Collections.nCopies(100, "'" + text + "'"));
            assertThat(said(schema.problems(object("{'a':[" + value + "]}"))))
                    .containsExactly(
                            "/a takes too long to be checked against the schema; simplify the schema or the value");
        }

        @ParameterizedTest
        @CsvSource({"\\\\u0041,A", "^\\\\p{Lu}$,Ä", "^\\\\d+$,12", "^[^\\\\s/]+$,ab", "\\\\/,/"})
        void is_read_as_usual(String pattern, String text) {
            var schema = schema("{'properties':{'a':{'pattern':'" + pattern + "'}}}");
            assertThat(schema.problems(holding(text))).isEmpty();
            assertThat(schema.problems(holding(" "))).hasSize(1);
        }
    }

    @Nested
    class By_its_formats {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "email",
                    "hostname",
                    "uri",
                    "uri-reference",
                    "ipv6",
                    "date-time",
                    "duration",
                    "json-pointer",
                    "regex",
                    "idn-email",
                    "iri",
                    "uri-template",
                    "color",
                    "style"
                })
        void is_answered_whatever_the_text(String format) {
            var schema = schema("{'properties':{'a':{'format':'" + format + "'}}}");
            for (var part : new String[] {"a.", "a", "/a", "a@", ":", "1", "((((", "\"\\\\"}) {
                schema.problems(holding(part.repeat(50_000)));
            }
        }
    }

    @Nested
    class By_its_references {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://127.0.0.1:9/schema.json",
                    "https://json-schema.org/draft/2020-12/schema",
                    "file:///etc/passwd",
                    "other.json",
                    "/other.json",
                    "classpath:draft-07/schema",
                    "jar:file:/x.jar!/y",
                    "urn:example:x",
                    "#/nowhere",
                    "#nowhere",
                    "#/properties/a%zz"
                })
        void is_refused_where_they_leave_it(String reference) {
            assertThat(refused("{'properties':{'a':{'$ref':'" + reference + "'}}}")
                            .pointer())
                    .isEqualTo("/properties/a");
        }

        @Test
        void is_refused_where_a_name_within_would_move_them() {
            assertThat(refused("{'$defs':{'x':{'$id':'http://127.0.0.1:9/'}}}").pointer())
                    .isEqualTo("/$defs/x/$id");
            assertThat(refused("{'$defs':{'x':{'$schema':'http://json-schema.org/draft-07/schema#'}}}")
                            .pointer())
                    .isEqualTo("/$defs/x/$schema");
            assertThat(refused("{'$dynamicRef':'http://127.0.0.1:9/#x'}").pointer())
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{'$ref':'#'}",
                    "{'anyOf':[{'$ref':'#'},{'$ref':'#'}]}",
                    "{'$ref':'#/$defs/a','$defs':{'a':{'$ref':'#/$defs/b'},'b':{'allOf':[{'$ref':'#/$defs/a'}]}}}",
                    "{'not':{'$ref':'#'}}",
                    "{'if':true,'then':{'$ref':'#'}}",
                    "{'properties':{'a':{'$ref':'#/properties/a'}}}",
                    "{'$dynamicAnchor':'n','$dynamicRef':'#n'}"
                })
        void is_refused_where_they_go_round_in_one_place(String schema) {
            assertThat(refused(schema).sentence()).contains("refers to itself");
        }

        @Test
        void is_refused_where_they_lead_on_and_on() {
            var chain = IntStream.range(0, 5_000)
                    .mapToObj(number -> "'d%d':{'$ref':'#/$defs/d%d'}".formatted(number, number + 1))
                    .collect(Collectors.joining(","));
            assertThat(refused("{'$defs':{" + chain + ",'d5000':{}}}").sentence())
                    .contains("in a row");
        }

        @Test
        void is_followed_down_a_long_chain_that_goes_deeper() {
            var chain = IntStream.range(0, 5_000)
                    .mapToObj(
                            number -> "'d%d':{'properties':{'a':{'$ref':'#/$defs/d%d'}}}".formatted(number, number + 1))
                    .collect(Collectors.joining(","));
            var schema = schema("{'$defs':{" + chain + ",'d5000':{}},'properties':{'a':{'$ref':'#/$defs/d0'}}}");
            assertThat(schema.problems(object(nested(60)))).isEmpty();
        }

        @Test
        void is_followed_as_deep_as_a_value_goes() {
            var tree = "{'$defs':{'n':{'type':['object','number'],'additionalProperties':{'$ref':'#/$defs/n'}}},"
                    + "'additionalProperties':{'$ref':'#/$defs/n'}}";
            assertThat(problems(tree, nested(62))).isEmpty();
        }

        @Test
        void is_given_up_before_the_stack_is() throws Exception {
            var chain = IntStream.range(0, 30)
                    .mapToObj(number -> "'d%d':{'allOf':[{'$ref':'#/$defs/d%d'}]}".formatted(number, number + 1))
                    .collect(Collectors.joining(","));
            var schema = schema("{'$defs':{" + chain + ",'d30':{'additionalProperties':{'$ref':'#/$defs/d0'}}},"
                    + "'additionalProperties':{'$ref':'#/$defs/d0'}}");
            var problems = new FutureTask<>(() -> said(schema.problems(object(nested(62)))));
            new Thread(null, problems, "of a small stack", 512 << 10).start();
            assertThat(problems.get())
                    .containsExactly("/a nests deeper than the schema can be followed; simplify the schema");
        }

        @Test
        void is_given_up_where_each_level_doubles_the_work() {
            var doubling =
                    "{'$defs':{'n':{'additionalProperties':{'allOf':[{'anyOf':[{'$ref':'#/$defs/n'},{'type':'null'}]},"
                            + "{'anyOf':[{'$ref':'#/$defs/n'},{'type':'null'}]}]}}},"
                            + "'additionalProperties':{'$ref':'#/$defs/n'}}";
            assertThat(said(schema(doubling).problems(object(nested(40)))))
                    .containsExactly(
                            "/a takes too long to be checked against the schema; simplify the schema or the value");
            var flat = IntStream.range(0, 40)
                    .mapToObj(number -> "'d%d':{'allOf':[{'$ref':'#/$defs/d%d'},{'$ref':'#/$defs/d%d'}]}"
                            .formatted(number, number + 1, number + 1))
                    .collect(Collectors.joining(","));
            refused("{'$defs':{" + flat + ",'d40':{}}}");
        }

        @Test
        void does_not_pass_where_it_was_given_up_though_others_are_looked_at() {
            var flat = IntStream.range(0, 25)
                    .mapToObj(number -> "'d%d':{'allOf':[{'$ref':'#/$defs/d%d'},{'$ref':'#/$defs/d%d'}]}"
                            .formatted(number, number + 1, number + 1))
                    .collect(Collectors.joining(","));
            var schema = schema("{'$defs':{" + flat + ",'d25':{}},'properties':{'a':{'$ref':'#/$defs/d0'},"
                    + "'b':{'type':'string'}}}");
            var problems = schema.problems(object("{'a':1,'b':1}"));
            assertThat(problems).extracting(SchemaProblem::key).containsExactly("a", "b");
            assertThat(problems.getFirst().isUnchecked()).isTrue();
        }

        private static String nested(int depth) {
            return "{'a':".repeat(depth) + "1" + "}".repeat(depth);
        }
    }

    @Nested
    class By_its_size_or_form {
        @Test
        void is_refused_where_it_nests_too_deep() {
            Json deep = json("{}");
            for (var level = 0; level < 10_000; level++) {
                var members = new LinkedHashMap<String, Json>();
                members.put("not", deep);
                deep = new JsonObject(members);
            }
            var schema = deep;
            assertThatThrownBy(() -> Schema.of(schema)).isInstanceOf(InvalidSchema.class);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                []                                             | ``
                1                                              | ``
                {'$schema':'http://example.test/other'}        | /$schema
                {'$schema':7}                                  | /$schema
                {'type':'strin'}                               | /type
                {'properties':{'a':7}}                         | /properties/a
                {'properties':{'a':{'minimum':'1'}}}           | /properties/a/minimum
                {'required':['a','a']}                         | /required
                {'maxLength':1e308}                            | /maxLength
                {'maxLength':-1}                               | /maxLength
                {'multipleOf':0}                               | /multipleOf
                {'multipleOf':0.0000000000000000000001e-308}   | /multipleOf
                {'x-unique':'name'}                            | /x-unique
                {'x-merge':'no'}                               | /x-merge
                {'$defs':{'a':{'$anchor':'x'},'b':{'$anchor':'x'}}} | /$defs/b
                """)
        void is_refused_where_it_is_none(String schema, String pointer) {
            assertThat(refused(schema).pointer()).isEqualTo(pointer);
        }

        @Test
        void lists_no_more_problems_than_anybody_reads() {
            var many = String.join(",", Collections.nCopies(50_000, "1"));
            var problems =
                    schema("{'properties':{'a':{'items':{'type':'string'}}}}").problems(object("{'a':[" + many + "]}"));
            assertThat(problems).hasSizeLessThan(5_000);
            assertThat(problems).anyMatch(SchemaProblem::isUnchecked);
        }

        @Test
        void takes_much_that_is_as_it_should_be() {
            var many = String.join(",", Collections.nCopies(400_000, "7"));
            assertThat(problems(
                            "{'properties':{'a':{'items':{'type':'integer','minimum':1,'maximum':9,'not':{'const':8}}}}}",
                            "{'a':[" + many + "]}"))
                    .isEmpty();
            var text = "{'a':'" + "ab".repeat(400_000) + "'}";
            assertThat(problems("{'properties':{'a':{'pattern':'^([a-z]{1,3}|[0-9]+|[A-Z])+$'}}}", text))
                    .isEmpty();
        }

        @Test
        void says_that_there_are_more_where_every_entry_of_many_fails() {
            var many = IntStream.range(0, 30_000).mapToObj("'k%d':1"::formatted).collect(Collectors.joining(","));
            var problems = schema("{'additionalProperties':{'type':'string'}}").problems(object("{" + many + "}"));
            assertThat(problems).hasSizeBetween(20_000, 20_010);
            assertThat(problems.getLast().isUnchecked()).isTrue();
        }

        @Test
        void takes_what_collides_in_a_table_of_hashes() {
            var same = IntStream.range(0, 1 << 15)
                    .mapToObj(number -> "'"
                            + Integer.toBinaryString(1 << 15 | number)
                                    .replace("0", "Aa")
                                    .replace("1", "BB") + "'")
                    .collect(Collectors.joining(","));
            assertThat(problems("{'properties':{'a':{'uniqueItems':true}}}", "{'a':[" + same + "]}"))
                    .isEmpty();
        }
    }
}
