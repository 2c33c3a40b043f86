package dev.redraft.draft;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.held;
import static dev.redraft.Walk.live;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.schema;
import static dev.redraft.Walk.shown;
import static dev.redraft.Walk.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class A_way_back {
    private static final String VERSIONS = "/api/configurations/billing/test/versions/";

    /// v2 changes `pool` and removes `old`, v3 changes another part of `pool`, v4 something else.
    @BeforeEach
    void four_versions() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        People.present("vic", Role.VIEWER);
        configuration("ann", "billing", "{\"old\":[1,2],\"pool\":{\"max\":10,\"min\":1},\"name\":\"a\"}");
        write("bob", "billing", "[{'op':'replace','path':'/pool/max','value':20},{'op':'remove','path':'/old'}]");
        write("bob", "billing", "[{'op':'replace','path':'/pool/min','value':2}]");
        write("bob", "billing", "[{'op':'replace','path':'/name','value':'b'}]");
    }

    private static Response rollBack(String who, int version, String body) {
        return way(who, version + "/rollback", body);
    }

    private static Response undo(String who, int version, String body) {
        return way(who, version + "/undo", body);
    }

    private static Response way(String who, String way, String body) {
        return as(who).contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post(VERSIONS + way);
    }

    private static String begun(Response answer) {
        return answer.then()
                .statusCode(201)
                .header("Location", endsWith(answer.path("id")))
                .extract()
                .path("id");
    }

    private static String operations(String draft) {
        return as("ann").get("/api/drafts/" + draft + "/operations").asString().replace('"', '\'');
    }

    private static String at(int version) {
        return as("vic")
                .get("/api/configurations/billing/test/content?version=" + version)
                .asString()
                .replaceAll("\\s", "")
                .replace('"', '\'');
    }

    private static void isRefused(Response answer, int status, String slug) {
        answer.then().statusCode(status).body("type", equalTo("urn:redraft:problem:" + slug));
    }

    @Nested
    class Rolls_back_to_a_version {
        @Test
        void by_one_step_of_the_least_operations_in_a_draft_of_what_is_live() {
            var draft = begun(rollBack("ann", 2, "{}"));
            assertThat(held("ann", draft)).isEqualTo(at(2));
            assertThat(operations(draft))
                    .contains("'label':'roll back to v2','origin':{'kind':'rollback','version':2}")
                    .contains("{'kind':'put','path':['pool','min'],'before':2,'after':1}")
                    .contains("{'kind':'put','path':['name'],'before':'b','after':'a'}")
                    .doesNotContain("'max'");
            assertThat(shown("ann", draft).getInt("base")).isEqualTo(4);
            assertThat(shown("ann", draft).getString("undo")).isEqualTo("roll back to v2");
            command("ann", draft, "commit").then().statusCode(200).body("version", equalTo(5));
            assertThat(live("vic", "billing")).isEqualTo(at(2));
        }

        @Test
        void and_what_comes_back_stands_where_it_stood() {
            var draft = begun(rollBack("ann", 1, "{}"));
            assertThat(held("ann", draft)).isEqualTo("{'old':[1,2],'pool':{'max':10,'min':1},'name':'a'}");
            command("ann", draft, "undo").then().statusCode(200).body("changes", equalTo(0));
            assertThat(held("ann", draft)).isEqualTo(at(4));
            command("ann", draft, "redo").then().statusCode(200).body("changes", equalTo(3));
            command("ann", draft, "commit").then().statusCode(200);
            assertThat(live("vic", "billing")).isEqualTo(at(1));
        }

        @Test
        void to_any_of_many() {
            var random = new Random(4);
            for (var version = 5; version < 25; version++) {
                var key = "k" + random.nextInt(4);
                var patch = random.nextInt(3) == 0
                        ? "[{'op':'add','path':'/%s','value':0},{'op':'remove','path':'/%s'},{'op':'add','path':'/x','value':%d}]"
                                .formatted(key, key, version)
                        : "[{'op':'add','path':'/%s','value':[%d,{'b':1.0}]}]".formatted(key, random.nextInt(3));
                write("bob", "billing", patch).then().statusCode(200);
            }
            int newest = as("vic").get("/api/configurations/billing/test").path("version");
            for (var version = 0; version < newest; version++) {
                var answer = rollBack("ann", version, "{}");
                if (answer.statusCode() == 201) {
                    assertThat(sorted(held("ann", answer.path("id")))).isEqualTo(sorted(at(version)));
                    as("ann").delete("/api/drafts/" + answer.path("id"));
                } else {
                    isRefused(answer, 409, "nothing-to-roll-back");
                    assertThat(sorted(live("vic", "billing"))).isEqualTo(sorted(at(version)));
                }
            }
        }

        /// What is removed and added again stands at the end, and stays there: order is no value.
        private static String sorted(String object) {
            return object.chars().sorted().boxed().toList().toString();
        }

        @Test
        void even_to_one_that_the_schema_refuses_by_now_but_does_not_commit_it() {
            schema("ann", "billing", "{'properties':{'pool':{'properties':{'min':{'minimum':2}}}}}")
                    .then()
                    .statusCode(200);
            var draft = begun(rollBack("ann", 1, "{}"));
            isRefused(command("ann", draft, "commit"), 422, "invalid");
        }

        @Test
        void unless_all_is_as_it_was_there_is_no_such_version_or_it_is_archived() {
            isRefused(rollBack("ann", 4, "{}"), 409, "nothing-to-roll-back");
            isRefused(rollBack("ann", 5, "{}"), 404, "not-found");
            rollBack("ann", 1, "{'in':1}").then().statusCode(400);
            way("ann", "x/rollback", "{}").then().statusCode(400);
            isRefused(rollBack("vic", 1, "{}"), 403, "forbidden");
            as("nobody").post(VERSIONS + "1/rollback").then().statusCode(401);
            assertThat(People.strings("select 1 from revision where state = 'DRAFT'"))
                    .isEmpty();
            as("ann").delete("/api/configurations/billing/test").then().statusCode(200);
            isRefused(rollBack("ann", 1, "{}"), 409, "archived");
        }

        @Test
        void once_for_one_key() {
            var first = as("ann")
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", "back")
                    .post(VERSIONS + "1/rollback");
            var again = as("ann")
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", "back")
                    .post(VERSIONS + "1/rollback");
            assertThat(begun(again)).isEqualTo(begun(first));
        }
    }

    @Nested
    class In_a_draft_that_is_open {
        @Test
        void is_refused_where_another_was_to_be_started() {
            var mine = draft("ann", "billing");
            var refused = rollBack("ann", 1, "{}");
            isRefused(refused, 409, "draft-exists");
            refused.then().body("draft", equalTo(mine));
        }

        @Test
        void is_a_step_that_makes_all_of_it_as_it_was() {
            var mine = draft("ann", "billing");
            patch("ann", mine, "[{'op':'add','path':'/new','value':1},{'op':'replace','path':'/pool/max','value':7}]");
            var before = held("ann", mine);
            rollBack("ann", 2, "{'into':'" + mine + "'}")
                    .then()
                    .statusCode(200)
                    .body("changes", equalTo(2))
                    .body("undo", equalTo("roll back to v2"));
            assertThat(held("ann", mine)).isEqualTo(at(2));
            command("ann", mine, "undo").then().statusCode(200);
            assertThat(held("ann", mine)).isEqualTo(before);
            rollBack("ann", 4, "{'into':'" + mine + "'}").then().statusCode(200).body("changes", equalTo(0));
        }

        @Test
        void asks_for_what_its_ETag_says() {
            var mine = draft("ann", "billing");
            var tag = as("ann").get("/api/drafts/" + mine).header("ETag");
            patch("ann", mine, "[{'op':'add','path':'/new','value':1}]");
            as("ann")
                    .header("If-Match", tag)
                    .contentType(ContentType.JSON)
                    .body("{\"into\":\"" + mine + "\"}")
                    .post(VERSIONS + "1/rollback")
                    .then()
                    .statusCode(412);
        }

        @Test
        void needs_one_that_stands_on_what_is_live_and_is_mine() {
            var mine = draft("ann", "billing");
            write("bob", "billing", "[{'op':'replace','path':'/name','value':'c'}]");
            isRefused(rollBack("ann", 1, "{'into':'" + mine + "'}"), 409, "base-moved");
            isRefused(rollBack("bob", 1, "{'into':'" + mine + "'}"), 404, "not-found");
            configuration("ann", "other", "{\"a\":1}");
            var others = draft("ann", "other");
            isRefused(rollBack("ann", 1, "{'into':'" + others + "'}"), 404, "not-found");
        }
    }

    @Nested
    class Takes_back_what_one_version_changed {
        @Test
        void while_what_came_later_stays() {
            var draft = begun(undo("ann", 2, "{}"));
            assertThat(held("ann", draft)).isEqualTo("{'old':[1,2],'pool':{'max':10,'min':2},'name':'b'}");
            assertThat(operations(draft))
                    .contains("'label':'undo v2','origin':{'kind':'undone-commit','version':2}")
                    .contains("{'kind':'put','path':['pool','max'],'before':20,'after':10}");
            assertThat(shown("ann", draft).getInt("base")).isEqualTo(4);
            command("ann", draft, "commit").then().statusCode(200).body("version", equalTo(5));
        }

        @Test
        void of_the_newest_as_of_any_other() {
            assertThat(held("ann", begun(undo("ann", 4, "{}")))).contains("'name':'a'");
        }

        @Test
        void by_a_draft_to_be_brought_up_to_date_where_it_was_changed_again() {
            write("bob", "billing", "[{'op':'replace','path':'/pool/max','value':30}]");
            var draft = begun(undo("ann", 2, "{}"));
            assertThat(shown("ann", draft).getInt("base")).isEqualTo(2);
            assertThat(shown("ann", draft).getInt("current")).isEqualTo(5);
            assertThat(held("ann", draft)).isEqualTo(at(1));
            command("ann", draft, "rebase")
                    .then()
                    .statusCode(409)
                    .body("conflicts", hasSize(1))
                    .body("conflicts[0].path", equalTo("/pool/max"))
                    .body("conflicts[0].base", equalTo(20))
                    .body("conflicts[0].theirs", equalTo(30))
                    .body("conflicts[0].mine", equalTo(10));
            command("ann", draft, "rebase", "{'resolutions':{'pool':{'paths':{'/pool/max':'mine'}}}}")
                    .then()
                    .statusCode(200)
                    .body("base", equalTo(5));
            assertThat(held("ann", draft)).isEqualTo("{'old':[1,2],'pool':{'max':10,'min':2},'name':'b'}");
            assertThat(operations(draft)).contains("'origin':{'kind':'undone-commit','version':2}");
        }

        @Test
        void unless_nothing_of_it_is_left() {
            write("bob", "billing", "[{'op':'replace','path':'/name','value':'a'}]");
            isRefused(undo("ann", 4, "{}"), 409, "nothing-to-undo");
            isRefused(undo("ann", 0, "{}"), 409, "nothing-to-undo");
            isRefused(undo("ann", 6, "{}"), 404, "not-found");
            isRefused(undo("vic", 4, "{}"), 403, "forbidden");
            assertThat(People.strings("select 1 from revision where state = 'DRAFT'"))
                    .isEmpty();
        }

        @Test
        void as_a_step_of_a_draft_that_did_not_touch_it() {
            var mine = draft("ann", "billing");
            patch("ann", mine, "[{'op':'replace','path':'/pool/max','value':21}]");
            undo("ann", 3, "{'into':'" + mine + "'}").then().statusCode(200);
            assertThat(held("ann", mine)).contains("'max':21,'min':1");
            var refused = undo("ann", 2, "{'into':'" + mine + "'}");
            isRefused(refused, 409, "conflicts");
            refused.then().body("paths", equalTo(List.of("/pool/max")));
        }

        @Test
        void so_that_undoing_the_undo_brings_it_back() {
            command("ann", begun(undo("ann", 2, "{}")), "commit").then().statusCode(200);
            command("ann", begun(undo("ann", 5, "{}")), "commit").then().statusCode(200);
            assertThat(live("vic", "billing")).isEqualTo(at(4));
        }
    }

    @Nested
    class Says_where_it_comes_from {
        private String origins(String draft) {
            return String.join(
                    ", ",
                    People.strings(
                            "select coalesce(origin || ' ' || origin_version, state) from gesture where revision = '"
                                    + draft + "' order by number"));
        }

        @Test
        void through_undo_redo_rebase_and_takeover() {
            var draft = begun(rollBack("ann", 1, "{}"));
            command("ann", draft, "undo");
            command("ann", draft, "redo");
            write("bob", "billing", "[{'op':'add','path':'/pool/new','value':1}]");
            command("ann", draft, "rebase").then().statusCode(200);
            People.present("root", Role.ADMINISTRATOR);
            command("root", draft, "takeover").then().statusCode(200);
            assertThat(origins(draft)).isEqualTo("ROLLBACK 1");
            command("root", draft, "commit").then().statusCode(200);
            assertThat(origins(draft)).isEqualTo("ROLLBACK 1");
        }

        @Test
        void in_both_parts_of_a_partial_commit() {
            var draft = begun(rollBack("ann", 1, "{}"));
            command("ann", draft, "commit", "{'keys':['name']}").then().statusCode(200);
            assertThat(origins(draft)).isEqualTo("ROLLBACK 1");
            assertThat(People.strings(
                            "select origin || ' ' || label from gesture g join revision r on r.id = g.revision"
                                    + " where r.version = 5"))
                    .containsExactly("ROLLBACK set name to \"a\"");
        }

        @Test
        void and_is_joined_by_no_later_edit() {
            var draft = begun(undo("ann", 4, "{}"));
            as("ann")
                    .contentType("application/json-patch+json")
                    .body("[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"z\"}]")
                    .patch("/api/drafts/" + draft + "/content?join=true");
            assertThat(origins(draft)).isEqualTo("UNDONE_COMMIT 4, APPLIED");
        }
    }
}
