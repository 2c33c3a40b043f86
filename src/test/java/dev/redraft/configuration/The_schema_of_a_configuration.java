package dev.redraft.configuration;

import static dev.redraft.People.as;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.live;
import static dev.redraft.Walk.schema;
import static dev.redraft.Walk.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class The_schema_of_a_configuration {
    private static final String PLACE = "/api/configurations/shop/test/schema";
    private static final String STOCK = "{'properties':{'stock':{'type':'integer','minimum':0,'maximum':1000},"
            + "'name':{'type':'string'}},'required':['name']}";

    @BeforeEach
    void there_is_a_shop() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("root", Role.ADMINISTRATOR);
        People.present("vic", Role.VIEWER);
        configuration("ann", "shop", "{\"stock\":10,\"name\":\"shop\",\"other\":1}");
    }

    @Nested
    class Is_given {
        @Test
        void as_it_was_written_and_has_a_number() {
            as("vic").get(PLACE).then().statusCode(404).body("type", equalTo("urn:redraft:problem:no-schema"));
            schema("ann", "shop", STOCK)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"k1\"")
                    .body("number", equalTo(1))
                    .body("problems", hasSize(0));
            var read = as("vic").get(PLACE);
            read.then().statusCode(200).header("ETag", "\"k1\"").header("Schema-Number", "1");
            assertThat(read.asString()).isEqualTo(STOCK.replace('\'', '"'));
            as("vic").header("If-None-Match", "\"k1\"").get(PLACE).then().statusCode(304);
        }

        @Test
        void though_live_entries_do_not_pass_which_it_shows() {
            schema("root", "shop", "{'properties':{'stock':{'maximum':5},'name':{'const':'x'}},'required':['more']}")
                    .then()
                    .statusCode(200)
                    .body("problems.path", equalTo(List.of("/stock", "/name", "/more")))
                    .body("problems[0].key", equalTo("stock"))
                    .body("problems[0].sentence", equalTo("must be at most 5, but is 10"))
                    .body("problems[2].sentence", equalTo("must be there, but is missing"));
        }

        @Test
        void anew_and_taken_away_which_is_recorded_and_counted() {
            schema("ann", "shop", STOCK);
            schema("ann", "shop", STOCK).then().statusCode(200).body("number", equalTo(1));
            schema("ann", "shop", "true").then().statusCode(200).body("number", equalTo(2));
            as("ann").delete(PLACE).then().statusCode(200).body("number", equalTo(3));
            as("ann").get(PLACE).then().statusCode(404);
            as("ann").delete(PLACE).then().statusCode(404);
            schema("ann", "shop", STOCK).then().body("number", equalTo(4));
            assertThat(People.strings(
                            "select action || ' ' || details from audit where action like 'schema%' order by id"))
                    .containsExactly(
                            "schema-changed {\"number\":1}",
                            "schema-changed {\"number\":2}",
                            "schema-removed {\"number\":3}",
                            "schema-changed {\"number\":4}");
        }

        @Test
        void by_editors_alone_and_to_what_is_there_and_in_use() {
            schema("vic", "shop", STOCK).then().statusCode(403);
            as("vic").delete(PLACE).then().statusCode(403);
            schema("ann", "nothing", STOCK).then().statusCode(404);
            as("ann").get("/api/configurations/nothing/test/schema").then().statusCode(404);
            as("ann").delete("/api/configurations/shop/test").then().statusCode(200);
            schema("ann", "shop", STOCK).then().statusCode(409).body("type", equalTo("urn:redraft:problem:archived"));
        }

        @Test
        void only_in_the_state_that_if_match_names() {
            as("ann")
                    .header("If-Match", "*")
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .put(PLACE)
                    .then()
                    .statusCode(412);
            as("ann")
                    .header("If-None-Match", "*")
                    .contentType("application/schema+json")
                    .body("{}")
                    .put(PLACE)
                    .then()
                    .statusCode(200);
            as("ann")
                    .header("If-None-Match", "*")
                    .contentType(ContentType.JSON)
                    .body("true")
                    .put(PLACE)
                    .then()
                    .statusCode(412);
            as("ann")
                    .header("If-Match", "\"k1\"")
                    .contentType(ContentType.JSON)
                    .body("true")
                    .put(PLACE)
                    .then()
                    .statusCode(200);
            as("ann").header("If-Match", "\"k1\"").delete(PLACE).then().statusCode(412);
            as("ann").header("If-Match", "\"k2\"").delete(PLACE).then().statusCode(200);
        }

        @Test
        void unless_it_is_none_or_cannot_be_followed() {
            schema("ann", "shop", "{'properties':{'a':{'type':'strin'}}}")
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:redraft:problem:invalid-schema"))
                    .body("pointer", equalTo("/properties/a/type"));
            schema("ann", "shop", "{'$ref':'http://127.0.0.1:1/x'}")
                    .then()
                    .statusCode(422)
                    .body("detail", containsString("leaves this schema"));
            schema("ann", "shop", "{'properties':{'a':{'pattern':'(?=x)'}}}")
                    .then()
                    .statusCode(422);
            schema("ann", "shop", "{'a'").then().statusCode(400);
            schema("ann", "shop", "[".repeat(100) + "]".repeat(100)).then().statusCode(413);
            as("ann").get(PLACE).then().statusCode(404);
        }
    }

    @Nested
    class Is_held_to_by_direct_writes {
        @BeforeEach
        void it_is_given() {
            schema("ann", "shop", STOCK).then().statusCode(200);
        }

        @Test
        void which_are_told_every_error_by_path() {
            write("ann", "shop", "[{'op':'replace','path':'/stock','value':1001},{'op':'remove','path':'/name'}]")
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:redraft:problem:invalid"))
                    .body("errors.path", equalTo(List.of("/stock", "/name")))
                    .body("errors.key", equalTo(List.of("stock", "name")))
                    .body("errors[0].sentence", equalTo("must be at most 1000, but is 1001"));
            assertThat(live("ann", "shop")).isEqualTo("{'stock':10,'name':'shop','other':1}");
            write("ann", "shop", "[{'op':'replace','path':'/stock','value':1000}]")
                    .then()
                    .statusCode(200);
        }

        @Test
        void which_may_leave_problems_of_others_as_they_are() {
            schema(
                    "ann",
                    "shop",
                    "{'properties':{'name':{'type':'number'},'stock':{'maximum':20}},'required':['new']}");
            write("ann", "shop", "[{'op':'replace','path':'/stock','value':11}]")
                    .then()
                    .statusCode(200);
            write("ann", "shop", "[{'op':'replace','path':'/name','value':'still'}]")
                    .then()
                    .statusCode(422);
            write("ann", "shop", "[{'op':'replace','path':'/name','value':7}]")
                    .then()
                    .statusCode(200);
        }

        @Test
        void also_where_one_entry_may_make_another_fail() {
            schema("ann", "shop", "{'dependentRequired':{'tls':['cert']},'maxProperties':2}")
                    .then()
                    .body("problems.path", equalTo(List.of("")));
            write("ann", "shop", "[{'op':'replace','path':'/stock','value':11}]")
                    .then()
                    .statusCode(200);
            write("ann", "shop", "[{'op':'add','path':'/tls','value':true}]")
                    .then()
                    .statusCode(422)
                    .body("errors.path", equalTo(List.of("/cert")));
            write("ann", "shop", "[{'op':'add','path':'/tls','value':true},{'op':'add','path':'/cert','value':'x'}]")
                    .then()
                    .statusCode(200);
        }

        @Test
        void and_duplicates_that_were_there_stay_but_no_new_one_comes() {
            configuration("ann", "names", "{\"list\":[{\"name\":\"a\"},{\"name\":\"a\"}],\"b\":{\"name\":\"b\"}}");
            schema("ann", "names", "{'properties':{'list':{'x-unique':['name']}}}")
                    .then()
                    .body("problems.path", equalTo(List.of("/list/0", "/list/1")));
            write("ann", "names", "[{'op':'add','path':'/list/0','value':{'name':'c'}}]")
                    .then()
                    .statusCode(200);
            write("ann", "names", "[{'op':'add','path':'/list/-','value':{'name':'c'}}]")
                    .then()
                    .statusCode(422)
                    .body("errors.path", equalTo(List.of("/list/0", "/list/3")));
            write("ann", "names", "[{'op':'add','path':'/list/-','value':{'name':'a'}}]")
                    .then()
                    .statusCode(422);
            write("ann", "names", "[{'op':'remove','path':'/list/1'}]").then().statusCode(200);
            write("ann", "names", "[{'op':'add','path':'/list/-','value':{'name':'a'}}]")
                    .then()
                    .statusCode(422);
        }

        @Test
        void and_an_increment_is_told_what_is_left() {
            write("ann", "shop", "[{'op':'increment','path':'/stock','value':-3}]")
                    .then()
                    .statusCode(200);
            write(
                            "ann",
                            "shop",
                            "[{'op':'test','path':'/name','value':'shop'},"
                                    + "{'op':'increment','path':'/stock','value':-8}]")
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:redraft:problem:out-of-bounds"))
                    .body("path", equalTo("/stock"))
                    .body("value", equalTo(7))
                    .body("operation", equalTo(1))
                    .body("detail", containsString("must be at least 0, but would become -1"));
            as("ann")
                    .contentType("application/json-patch+json")
                    .body("[{\"op\":\"increment\",\"path\":\"/stock\",\"value\":-7}]")
                    .patch("/api/configurations/shop/test/content")
                    .then()
                    .statusCode(200);
            assertThat(live("ann", "shop")).contains("'stock':0");
        }

        @Test
        void of_one_entry_too_by_a_patch_whose_pointers_start_at_its_value() {
            var entry = "/api/configurations/shop/test/entry?key=stock";
            var tag = as("ann").get(entry).header("ETag");
            as("ann")
                    .header("If-Match", tag)
                    .contentType("application/json-patch+json")
                    .body("[{\"op\":\"increment\",\"path\":\"\",\"value\":-10}]")
                    .patch(entry)
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2));
            as("ann")
                    .contentType("application/json-patch+json")
                    .body("[{\"op\":\"increment\",\"path\":\"\",\"value\":-1}]")
                    .patch(entry)
                    .then()
                    .statusCode(409)
                    .body("path", equalTo("/stock"))
                    .body("value", equalTo(0));
            as("ann")
                    .header("If-Match", tag)
                    .contentType("application/json-patch+json")
                    .body("[{\"op\":\"increment\",\"path\":\"\",\"value\":1}]")
                    .patch(entry)
                    .then()
                    .statusCode(412);
            as("ann")
                    .contentType("application/merge-patch+json")
                    .body("{\"a\":1}")
                    .patch("/api/configurations/shop/test/entry?key=new/one")
                    .then()
                    .statusCode(200);
            as("ann")
                    .contentType("application/json-patch+json")
                    .body("[{\"op\":\"move\",\"from\":\"/a\",\"path\":\"/b\"}]")
                    .patch("/api/configurations/shop/test/entry?key=new/one")
                    .then()
                    .statusCode(200);
            assertThat(live("ann", "shop")).isEqualTo("{'stock':0,'name':'shop','other':1,'new/one':{'b':1}}");
        }

        @Test
        void no_more_once_it_is_taken_away() {
            as("ann").delete(PLACE);
            write("ann", "shop", "[{'op':'replace','path':'/stock','value':'many'}]")
                    .then()
                    .statusCode(200);
        }
    }
}
