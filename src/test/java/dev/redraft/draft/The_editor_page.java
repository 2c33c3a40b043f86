package dev.redraft.draft;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.content;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.held;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class The_editor_page {
    private String draft;

    @BeforeEach
    void a_draft_of_ann() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        configuration(
                "ann",
                "billing",
                "{\"server.port\":80,\"server.host\":\"needle\",\"plain\":\"80\",\"gone\":null,\"list\":[1,2,3],"
                        + "\"object\":{\"needle\":true}}");
        draft = draft("ann", "billing");
    }

    @Nested
    class Filters_its_entries {
        @BeforeEach
        void one_of_each_kind() {
            patch(
                    "ann",
                    draft,
                    "[{'op':'replace','path':'/plain','value':'81'},{'op':'add','path':'/fresh','value':1},"
                            + "{'op':'remove','path':'/gone'}]");
        }

        @Test
        void by_what_became_of_them() {
            assertThat(keys("@modified")).containsExactly("plain");
            assertThat(keys("is:added")).containsExactly("fresh");
            assertThat(keys("@removed")).containsExactly("gone");
            assertThat(keys("@added @removed")).containsExactlyInAnyOrder("fresh", "gone");
            assertThat(keys("is:changed")).containsExactlyInAnyOrder("plain", "fresh", "gone");
        }

        @Test
        void by_what_others_changed_too() {
            assertThat(keys("@conflict")).isEmpty();
            as("bob")
                    .contentType("application/json-patch+json")
                    .body("[{\"op\":\"replace\",\"path\":\"/plain\",\"value\":\"82\"},"
                            + "{\"op\":\"replace\",\"path\":\"/list\",\"value\":[]}]")
                    .patch(content("billing"))
                    .then()
                    .statusCode(200);
            assertThat(keys("@conflict")).containsExactly("plain");
        }

        @Test
        void by_key_value_type_and_words_at_once() {
            assertThat(keys("key:SERVER.")).containsExactly("server.port", "server.host");
            assertThat(keys("key:server. type:text")).containsExactly("server.host");
            assertThat(keys("value:80")).containsExactly("server.port");
            assertThat(keys("value:needle")).containsExactly("server.host", "object");
            assertThat(keys("type:list")).containsExactly("list");
            assertThat(keys("80 @modified")).isEmpty();
            assertThat(keys("81 @modified")).containsExactly("plain");
            assertThat(keys("value:server")).isEmpty();
        }

        private List<String> keys(String query) {
            var page =
                    as("ann").queryParam("query", query).get("/drafts/" + draft).asString();
            return Pattern.compile("<th scope=\"row\" class=\"key\">([^<]*)")
                    .matcher(page)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }
    }

    @Nested
    class Says_who_else_edits {
        @Test
        void and_nothing_of_what() {
            page().body(not(containsString("Also editing: bob")));
            patch("bob", draft("bob", "billing"), "[{'op':'add','path':'/secret-key','value':1}]");
            page().body(containsString("Also editing: bob")).body(not(containsString("secret")));
        }

        private ValidatableResponse page() {
            return as("ann").get("/drafts/" + draft).then().statusCode(200);
        }
    }

    @Nested
    class Keeps_discarded_steps_apart {
        @Test
        void and_offers_no_way_to_them() {
            patch("ann", draft, "[{'op':'replace','path':'/plain','value':'first'}]");
            command("ann", draft, "undo");
            patch("ann", draft, "[{'op':'replace','path':'/plain','value':'second'}]");
            var steps = as("ann").get("/drafts/" + draft + "/steps").asString();
            assertThat(steps).contains("second").contains("Discarded").contains("first");
            assertThat(steps.indexOf("second")).isLessThan(steps.indexOf("Discarded"));
            assertThat(steps.indexOf("first")).isGreaterThan(steps.indexOf("Discarded"));
            assertThat(steps.substring(steps.indexOf("Discarded"))).doesNotContain("<form class");
        }
    }

    @Nested
    class Rearranges {
        @Test
        void elements_up_and_down_within_their_list() {
            deed("up", "/list/2", "").statusCode(303);
            assertThat(held("ann", draft)).contains("'list':[1,3,2]");
            deed("down", "/list/0", "").statusCode(303);
            assertThat(held("ann", draft)).contains("'list':[3,1,2]");
            deed("up", "/list/0", "").statusCode(409).body(containsString("It is the first already."));
            deed("down", "/list/2", "").statusCode(409);
            deed("up", "/plain", "").statusCode(409);
            assertThat(held("ann", draft)).contains("'list':[3,1,2]");
        }

        @Test
        void by_duplicates_that_never_overwrite() {
            deed("duplicate", "/list/0", "1").statusCode(303);
            assertThat(held("ann", draft)).contains("'list':[1,1,2,3]");
            deed("duplicate", "/object/needle", "other").statusCode(303);
            assertThat(held("ann", draft)).contains("'object':{'needle':true,'other':true}");
            deed("duplicate", "/object/needle", "other").statusCode(409).body(containsString("already"));
            deed("duplicate", "/plain", "plain.too").statusCode(303);
            assertThat(held("ann", draft)).contains("'plain.too':'80'");
            deed("duplicate", "/plain", "list").statusCode(409);
        }

        @Test
        void by_new_names_at_any_depth() {
            deed("rename", "/object/needle", "thread").statusCode(303);
            assertThat(held("ann", draft)).contains("'object':{'thread':true}");
            deed("rename", "/plain", "list").statusCode(409);
            assertThat(shown("ann", draft).getInt("changes")).isEqualTo(1);
        }

        @Test
        void with_all_that_is_offered_in_one_place() {
            as("ann")
                    .get("/drafts/" + draft + "?key=list&edit=/list/1&deed=more")
                    .then()
                    .body(containsString(">Move up</button>"))
                    .body(containsString(">Move down</button>"))
                    .body(not(containsString(">Rename</button>")));
            as("ann")
                    .get("/drafts/" + draft + "?key=object&edit=/object/needle&deed=more")
                    .then()
                    .body(containsString(">Rename</button>"))
                    .body(containsString("value=\"needle-copy\""));
        }

        private ValidatableResponse deed(String deed, String path, String name) {
            return as("ann")
                    .redirects()
                    .follow(false)
                    .formParam("deed", deed)
                    .formParam("path", path)
                    .formParam("name", name)
                    .formParam("stamp", shown("ann", draft).getLong("stamp"))
                    .post("/drafts/" + draft + "/changes")
                    .then();
        }
    }
}
