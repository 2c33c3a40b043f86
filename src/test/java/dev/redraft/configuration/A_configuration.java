package dev.redraft.configuration;

import static dev.redraft.People.as;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.content;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class A_configuration {
    private static final String PLACE = "/api/configurations/shop/test";

    @BeforeEach
    void ann_edits_and_vic_looks_on() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("vic", Role.VIEWER);
    }

    @Nested
    class Is_created {
        @Test
        void once_and_is_not_altered_by_doing_it_again() {
            put("{\"title\":\"Shop\"}")
                    .then()
                    .statusCode(201)
                    .body("version", equalTo(0))
                    .body("entries", equalTo(0));
            put("{\"title\":\"Other\"}").then().statusCode(200).body("title", equalTo("Shop"));
        }

        @Test
        void under_a_name_of_the_right_form_alone() {
            as("ann")
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .put("/api/configurations/_shop/test")
                    .then()
                    .statusCode(422)
                    .body("member", equalTo("application"));
        }

        @Test
        void by_editors_alone() {
            as("vic").contentType(ContentType.JSON).body("{}").put(PLACE).then().statusCode(403);
        }
    }

    @Nested
    class Is_described {
        @Test
        void guarded_by_its_own_tag_and_not_by_its_content() {
            put("{}");
            var tag = as("ann").get(PLACE).header("ETag");
            write("{\"a\":1}");
            describe(tag, "{\"title\":\"One\"}").then().statusCode(200).body("title", equalTo("One"));
            describe(tag, "{\"title\":\"Two\"}").then().statusCode(412);
            as("vic").get(PLACE).then().body("title", equalTo("One")).body("version", equalTo(1));
        }

        @Test
        void and_a_member_it_does_not_know_is_named() {
            put("{}");
            describe("*", "{\"titel\":\"x\"}").then().statusCode(400).body("member", equalTo("titel"));
        }

        @Test
        void as_archived_and_brought_back() {
            configuration("ann", "shop", "{\"a\":1}");
            var draft = draft("ann", "shop");
            as("ann").delete(PLACE).then().statusCode(200).body("archived", equalTo(true));
            as("vic").get("/api/configurations").then().body("items", hasSize(0));
            as("vic").get(content("shop")).then().statusCode(200);
            as("ann").post(PLACE + "/drafts").then().statusCode(409);
            dev.redraft.Walk.patch("ann", draft, "[{'op':'remove','path':'/a'}]")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:redraft:problem:archived"));
            write("{\"a\":2}").then().statusCode(409).body("type", equalTo("urn:redraft:problem:archived"));
            describe("*", "{\"archived\":false}").then().statusCode(200);
            write("{\"a\":2}").then().statusCode(200).body("version", equalTo(2));
        }
    }

    @Nested
    class Is_written_directly {
        @Test
        void with_a_version_for_each_change_and_none_for_no_change() {
            configuration("ann", "shop", "{\"a\":1,\"b\":2}");
            write("{\"b\":2,\"a\":1}").then().body("version", equalTo(1));
            write("{\"a\":1.0,\"b\":2}").then().body("version", equalTo(2));
            patch("[{'op':'remove','path':'/a'},{'op':'add','path':'/a','value':1.0}]")
                    .then()
                    .body("version", equalTo(2));
            patch("[{'op':'increment','path':'/b','by':-3}]").then().body("version", equalTo(3));
            assertThat(live("vic", "shop")).isEqualTo("{'a':1.0,'b':-1}");
            as("vic").get(PLACE + "/versions").then().body("items.number", equalTo(List.of(3, 2, 1, 0)));
        }

        @Test
        void only_over_the_version_that_if_match_names() {
            configuration("ann", "shop", "{\"a\":1}");
            var tag = as("ann").accept("application/yaml").get(content("shop")).header("ETag");
            as("ann")
                    .header("If-Match", tag)
                    .contentType(ContentType.JSON)
                    .body("{\"a\":2}")
                    .put(content("shop"))
                    .then()
                    .statusCode(200);
            as("ann")
                    .header("If-Match", tag)
                    .contentType(ContentType.JSON)
                    .body("{\"a\":3}")
                    .put(content("shop"))
                    .then()
                    .statusCode(412);
            assertThat(live("vic", "shop")).isEqualTo("{'a':2}");
        }

        @Test
        void entry_by_entry_guarded_by_the_entry_alone() {
            configuration("ann", "shop", "{\"a/b;c\":1,\"other\":1}");
            var tag = entry("ann", "a/b;c").header("ETag");
            patch("[{'op':'replace','path':'/other','value':2}]");
            assertThat(entry("ann", "a/b;c").header("ETag")).isEqualTo(tag);
            putEntry(tag, "{\"deep\":[1.50]}").then().statusCode(200).body("version", equalTo(3));
            putEntry(tag, "2").then().statusCode(412);
            assertThat(entry("vic", "a/b;c").asString()).isEqualTo("{\"deep\":[1.50]}");
            as("ann").queryParam("key", "a/b;c").delete(PLACE + "/entry").then().statusCode(200);
            entry("vic", "a/b;c").then().statusCode(404);
            as("ann")
                    .queryParam("key", "a/b;c")
                    .delete(PLACE + "/entry")
                    .then()
                    .statusCode(404)
                    .body("key", equalTo("a/b;c"));
            as("ann")
                    .header("If-None-Match", "*")
                    .queryParam("key", "other")
                    .contentType(ContentType.JSON)
                    .body("3")
                    .put(PLACE + "/entry")
                    .then()
                    .statusCode(412);
        }
    }

    @Nested
    class Is_read {
        @Test
        void in_the_format_asked_for_with_a_tag_and_a_digest_of_each() {
            configuration("ann", "shop", "{\"a\":\"x\\u0000\",\"n\":1e2}");
            var json = as("vic").get(content("shop"));
            var yaml = as("vic").accept("application/yaml").get(content("shop"));
            assertThat(yaml.header("ETag")).isNotEqualTo(json.header("ETag"));
            assertThat(yaml.asString()).isEqualTo("a: \"x\\0\"\n\"n\": 1e2\n");
            assertThat(yaml.header("Repr-Digest")).isEqualTo("sha-256=:" + digest(yaml.asByteArray()) + ":");
            as("vic")
                    .header("If-None-Match", yaml.header("ETag"))
                    .accept("application/yaml")
                    .get(content("shop"))
                    .then()
                    .statusCode(304);
            as("vic").accept("image/png").get(content("shop")).then().statusCode(406);
            assertThat(as("vic").accept("text/*").get(content("shop")).contentType())
                    .startsWith("text/x-java-properties");
            for (var odd : List.of("", "application/json, ,", "application/json;x=\"a,b\"")) {
                as("vic")
                        .header("Accept", odd)
                        .get(content("shop"))
                        .then()
                        .statusCode(200)
                        .contentType("application/json");
            }
            assertThat(json.header("Vary")).isEqualTo("Accept, Authorization, Cookie");
        }

        @Test
        void as_it_was_at_a_version_or_a_moment() {
            configuration("ann", "shop", "{\"a\":1}");
            var first = as("vic").get(PLACE + "/versions/1").path("activatedAt").toString();
            write("{\"a\":2}");
            as("vic").get(content("shop") + "?version=1").then().body("a", equalTo(1));
            as("vic").get(content("shop") + "?at=" + first).then().body("a", equalTo(1));
            as("vic").get(content("shop") + "?version=9").then().statusCode(404);
        }

        @Test
        void page_by_page_and_searched_at_any_depth() {
            configuration("ann", "shop", "{\"b.one\":{\"Deep\":[\"Needle\"]},\"a.two\":2,\"b.three\":3}");
            var page = as("vic").get(PLACE + "/entries?limit=2");
            page.then().body("items.key", equalTo(List.of("b.one", "a.two"))).body("items[0].version", equalTo(1));
            write("{\"z\":1}");
            as("vic")
                    .queryParam("after", page.<String>path("next"))
                    .get(PLACE + "/entries")
                    .then()
                    .body("items.key", equalTo(List.of("b.three")));
            write("{\"b.one\":{\"Deep\":[\"Needle\"]}}");
            as("vic").get(PLACE + "/entries?query=nEEdle").then().body("items.key", hasItem("b.one"));
            as("vic").get(PLACE + "/entries?prefix=a.").then().body("items", hasSize(0));
        }
    }

    @Nested
    class Takes_files {
        @Test
        void of_yaml_and_says_what_is_not_kept() {
            put("{}");
            send("application/yaml", "# hello\na:\n  on: yes\n")
                    .then()
                    .statusCode(200)
                    .body("notes", hasItem(containsString("Comments")));
            assertThat(live("vic", "shop")).isEqualTo("{'a':{'on':'yes'}}");
        }

        @Test
        void of_properties_which_take_the_type_of_the_entry_they_fall_on() {
            configuration("ann", "shop", "{\"n\":1,\"b\":true,\"s\":\"1\",\"o\":{\"x\":1}}");
            send("text/x-java-properties", "n=2\nb=false\ns=2\no={\"x\":2}\nnew=3\n")
                    .then()
                    .statusCode(200);
            assertThat(live("vic", "shop")).isEqualTo("{'n':2,'b':false,'s':'2','o':{'x':2},'new':'3'}");
        }

        @Test
        void with_objects_turned_into_dotted_keys_and_back_on_request() {
            put("{}");
            as("ann")
                    .contentType(ContentType.JSON)
                    .body("{\"a\":{\"b\":1,\"c\":[{}]}}")
                    .put(content("shop") + "?flatten=true");
            assertThat(live("vic", "shop")).isEqualTo("{'a.b':1,'a.c':[{}]}");
            as("vic").get(content("shop") + "?nest=true").then().body("a.b", equalTo(1));
        }

        @Test
        void but_refuses_what_is_no_configuration_with_line_and_column() {
            put("{}");
            send("application/json", "[1]").then().statusCode(422).body("detail", containsString("no JSON object"));
            send("application/json", "{\n  \"a\": 1,\n  \"a\": 2\n}")
                    .then()
                    .statusCode(400)
                    .body("line", equalTo(3))
                    .body("column", equalTo(3));
            send("application/yaml", "a: &x 1\nb: *x\n").then().statusCode(400).body("line", equalTo(1));
            send("application/json", "{\"a\":\"" + "x".repeat(1 << 20) + "\"}")
                    .then()
                    .statusCode(413);
            send("text/csv", "a,b").then().statusCode(415);
            as("vic").get(PLACE).then().body("version", equalTo(0));
        }
    }

    private static Response put(String form) {
        return as("ann").contentType(ContentType.JSON).body(form).put(PLACE);
    }

    private static Response describe(String tag, String form) {
        return as("ann")
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body(form)
                .patch(PLACE);
    }

    private static Response write(String json) {
        return send("application/json", json);
    }

    private static Response send(String type, String text) {
        return as("ann")
                .header("Content-Type", type)
                .body(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put(content("shop"));
    }

    private static Response patch(String patch) {
        return as("ann")
                .contentType("application/json-patch+json")
                .body(patch.replace('\'', '"'))
                .patch(content("shop"));
    }

    private static Response entry(String who, String key) {
        return as(who).queryParam("key", key).get(PLACE + "/entry");
    }

    private static Response putEntry(String tag, String json) {
        return as("ann")
                .header("If-Match", tag)
                .queryParam("key", "a/b;c")
                .contentType(ContentType.JSON)
                .body(json)
                .put(PLACE + "/entry");
    }

    private static String digest(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
