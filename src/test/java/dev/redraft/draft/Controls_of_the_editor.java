package dev.redraft.draft;

import static dev.redraft.People.as;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.held;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.schema;
import static dev.redraft.Walk.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class Controls_of_the_editor {
    private static final String CONTENT =
            "{\"port\":8080,\"ratio\":1.0,\"mode\":\"fast\",\"level\":2.0,\"day\":\"2026-03-01\","
                    + "\"at\":\"2026-12-24t12:00:00.50+01:00\",\"banner\":\"one\\ntwo\",\"on\":true,\"wrong\":\"text\","
                    + "\"free\":1,\"pool\":{\"max\":10},\"list\":[1,2]}";

    private static final String SCHEMA = """
            {"properties": {
              "port": {"type": "integer", "minimum": 1, "maximum": 65535, "title": "Port <b>&amp;</b>",
                       "description": "Where <script>alert(1)</script> listens."},
              "ratio": {"type": "number", "exclusiveMaximum": 2},
              "mode": {"enum": ["fast", "\\"><script>", "off"]},
              "level": {"enum": [1, 2, "2", null]},
              "day": {"type": "string", "format": "date"},
              "at": {"type": "string", "format": "date-time"},
              "banner": {"type": "string", "contentMediaType": "text/plain"},
              "on": {"type": "boolean"},
              "wrong": {"type": "integer"},
              "pool": {"properties": {"max": {"type": "integer"},
                       "min": {"type": "integer", "default": 1, "description": "How few."}}},
              "region": {"enum": ["eu", "us"], "default": "us", "description": "Where it runs."}},
             "required": ["contact"]}
            """;

    private String draft = "";

    @BeforeEach
    void a_draft_under_a_schema() {
        People.clear();
        People.present("ann", Role.EDITOR);
        configuration("ann", "billing", CONTENT);
        schema("ann", "billing", SCHEMA).then().statusCode(200);
        draft = draft("ann", "billing");
    }

    private String page(String query) {
        return as("ann").get("/drafts/" + draft + query).then().extract().asString();
    }

    private String form(String key) {
        return page("?key=" + key + "&edit=/" + key);
    }

    private ValidatableResponse send(Map<String, String> fields) {
        return as("ann")
                .redirects()
                .follow(false)
                .formParams(fields)
                .formParam("stamp", shown("ann", draft).getLong("stamp"))
                .post("/drafts/" + draft + "/changes")
                .then();
    }

    private List<String> keys(String query) {
        return Pattern.compile("<tr data-pointer=\"/([^\"]*)")
                .matcher(as("ann")
                        .queryParam("query", query)
                        .get("/drafts/" + draft)
                        .asString())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Nested
    class Fit_the_schema {
        @Test
        void as_a_number_with_its_bounds_in_words_and_in_the_field() {
            assertThat(form("port"))
                    .contains("type=\"number\" name=\"value\" value=\"8080\" min=\"1\" max=\"65535\" step=\"1\"")
                    .contains("A whole number, at least 1, at most 65535.");
            assertThat(form("ratio")).contains("value=\"1.0\" min=\"\" max=\"2\" step=\"any\"");
        }

        @Test
        void as_a_choice_of_values_of_any_type() {
            assertThat(form("mode")).contains("<option value=\"&quot;fast&quot;\" selected>fast</option>");
            assertThat(form("level"))
                    .contains("<option value=\"2.0\" selected>2</option>")
                    .contains("<option value=\"&quot;2&quot;\">&quot;2&quot;</option>")
                    .contains("<option value=\"null\">null</option>");
        }

        @Test
        void as_dates_as_switches_and_as_many_lines() {
            assertThat(form("day")).contains("type=\"date\" name=\"value\" value=\"2026-03-01\"");
            assertThat(form("at"))
                    .contains("type=\"datetime-local\"")
                    .contains("value=\"2026-12-24T12:00:00.50\"")
                    .contains("name=\"offset\" value=\"+01:00\"");
            assertThat(form("banner")).contains("<textarea class=\"typed\" name=\"value\" rows=\"4\"");
            assertThat(page("?key=on")).contains("role=\"switch\" aria-checked=\"true\"");
        }

        @Test
        void unless_the_value_does_not_then_it_is_JSON_beside_what_is_wrong() {
            assertThat(form("wrong"))
                    .contains("<option value=\"json\" selected>")
                    .contains("&quot;text&quot;</textarea>")
                    .contains("must be a whole number, but is a string");
        }

        @Test
        void and_another_type_is_a_click_away() {
            assertThat(form("port")).contains("edit=%2Fport&amp;deed=raw");
            assertThat(page("?key=port&edit=/port&deed=raw")).contains("<option value=\"number\" selected>");
        }

        @Test
        void and_where_nothing_is_said_the_value() {
            assertThat(form("free")).contains("<option value=\"number\" selected>");
        }
    }

    @Nested
    class Show_what_a_schema_says {
        @Test
        void as_text_whatever_it_holds() {
            var page = page("?edit=/port");
            assertThat(page).doesNotContain("<script>alert").doesNotContain("<b>&amp;</b>");
            assertThat(page)
                    .contains("Port &lt;b&gt;")
                    .contains("Where &lt;script&gt;alert(1)&lt;/script&gt; listens.");
            assertThat(form("mode")).doesNotContain("\"><script>").contains("&quot;&gt;&lt;script&gt;");
        }
    }

    @Nested
    class Keep_what_was_not_changed {
        @Test
        void to_the_character() {
            send(Map.of("deed", "set", "path", "/ratio", "type", "number", "value", "1.0"));
            send(Map.of("deed", "set", "path", "/level", "type", "json", "value", "2.0"));
            send(Map.of(
                    "deed",
                    "set",
                    "path",
                    "/at",
                    "type",
                    "date-time",
                    "value",
                    "2026-12-24T12:00:00.5",
                    "offset",
                    "+01:00",
                    "before",
                    "2026-12-24t12:00:00.50+01:00"));
            assertThat(shown("ann", draft).getInt("changes")).isZero();
        }

        @Test
        void and_the_offset_of_a_moment_that_was() {
            send(Map.of(
                    "deed",
                    "set",
                    "path",
                    "/at",
                    "type",
                    "date-time",
                    "value",
                    "2026-12-24T13:30",
                    "offset",
                    "+01:00",
                    "before",
                    "2026-12-24t12:00:00.50+01:00"));
            assertThat(held("ann", draft)).contains("'at':'2026-12-24T13:30:00+01:00'");
        }

        @Test
        void and_what_was_typed_where_it_is_no_moment() {
            send(Map.of("deed", "set", "path", "/at", "type", "date-time", "value", "", "offset", "+01:00"))
                    .statusCode(422)
                    .body(containsString("Type a date and a time"));
            assertThat(shown("ann", draft).getInt("changes")).isZero();
        }

        @Test
        void and_a_number_out_of_its_bounds_which_is_a_problem_and_no_refusal() {
            send(Map.of("deed", "set", "path", "/port", "type", "number", "value", "70000"))
                    .statusCode(303);
            assertThat(page("?key=port")).contains("must be at most 65535, but is 70000");
        }
    }

    @Nested
    class Offer_what_is_not_there {
        @Test
        void with_its_words_its_default_and_the_field_that_fits() {
            assertThat(page("?key=pool"))
                    .contains("not set:")
                    .contains("title=\"How few. · A whole number. · Default: 1\">min</a>");
            assertThat(page("?key=pool&edit=/pool&deed=add&name=min"))
                    .contains("name=\"name\" value=\"min\"")
                    .contains("type=\"number\" name=\"value\" value=\"1\"");
            assertThat(page("")).contains("<option value=\"region\">Where it runs. · Default: &quot;us&quot;</option>");
            assertThat(page("?deed=add&name=region"))
                    .contains("<details class=\"pop\" open id=\"adder\">")
                    .contains("<option value=\"&quot;us&quot;\" selected>us</option>");
        }

        @Test
        void until_it_is() {
            send(Map.of("deed", "add", "path", "", "name", "region", "type", "json", "value", "\"eu\""));
            send(Map.of("deed", "add", "path", "/pool", "name", "min", "type", "number", "value", "2"));
            assertThat(page("")).doesNotContain("<option value=\"region\">").doesNotContain(">min</a>");
            patch("ann", draft, "[{'op':'remove','path':'/region'}]");
            assertThat(page("")).contains("<option value=\"region\">");
        }

        @Test
        void and_a_switch_that_is_off_is_false() {
            send(Map.of("deed", "add", "path", "", "name", "debug", "type", "switch"))
                    .statusCode(303);
            assertThat(held("ann", draft)).contains("'debug':false");
        }
    }

    @Nested
    class Count_the_problems {
        @Test
        void in_the_header_and_find_them() {
            assertThat(page("")).contains(">2 problems</a>").contains("<code>contact</code> must be there");
            assertThat(keys("@invalid")).containsExactly("wrong");
            patch(
                    "ann",
                    draft,
                    "[{'op':'replace','path':'/port','value':0},{'op':'replace','path':'/free','value':2}]");
            assertThat(page("")).contains(">3 problems</a>");
            assertThat(keys("@invalid")).containsExactly("port", "wrong");
            assertThat(keys("@invalid key:po")).containsExactly("port");
            assertThat(keys("@modified")).containsExactly("port", "free");
            patch(
                    "ann",
                    draft,
                    "[{'op':'replace','path':'/wrong','value':1},{'op':'add','path':'/contact','value':1}]");
            patch("ann", draft, "[{'op':'replace','path':'/port','value':1}]");
            assertThat(page("")).doesNotContain("problem-count");
            assertThat(keys("@invalid")).isEmpty();
        }
    }

    @Nested
    class Move_values {
        @Test
        void to_another_parent_as_one_step_with_a_name() {
            send(Map.of("deed", "move", "path", "/free", "name", "/pool/free")).statusCode(303);
            assertThat(held("ann", draft))
                    .contains("'pool':{'max':10,'free':1}")
                    .doesNotContain("'free':1,");
            assertThat(shown("ann", draft).getString("undo")).isEqualTo("move free to pool.free");
            send(Map.of("deed", "move", "path", "/pool/max", "name", "/list/-")).statusCode(303);
            assertThat(held("ann", draft)).contains("'list':[1,2,10]");
            send(Map.of("deed", "move", "path", "/list/0", "name", "/first")).statusCode(303);
            assertThat(held("ann", draft)).contains("'first':1").contains("'list':[2,10]");
        }

        @Test
        void never_over_what_is_there_nor_into_nothing() {
            send(Map.of("deed", "move", "path", "/free", "name", "/pool/max"))
                    .statusCode(409)
                    .body(containsString("There is already a “max” here."));
            send(Map.of("deed", "move", "path", "/free", "name", "/none/there")).statusCode(409);
            send(Map.of("deed", "move", "path", "/free", "name", "free")).statusCode(422);
            send(Map.of("deed", "move", "path", "/free", "name", "")).statusCode(422);
            assertThat(shown("ann", draft).getInt("changes")).isZero();
        }
    }
}
