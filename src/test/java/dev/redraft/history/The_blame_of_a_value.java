package dev.redraft.history;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class The_blame_of_a_value {
    private static final String BLAME = "/api/configurations/billing/test/blame";

    @BeforeEach
    void billing() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        People.present("vic", Role.VIEWER);
        configuration(
                "ann", "billing", "{\"hosts\":[{\"name\":\"a\",\"port\":1},{\"name\":\"b\",\"port\":1}],\"x\":0}");
    }

    private static Response blame(String path) {
        return as("vic").queryParam("path", path).get(BLAME);
    }

    private static int version(String path) {
        return blame(path).then().statusCode(200).extract().path("version");
    }

    private static void committed(String who, String patches, String message) {
        var draft = draft(who, "billing");
        patch(who, draft, patches).then().statusCode(200);
        command(who, draft, "commit", "{'message':'" + message + "'}").then().statusCode(200);
    }

    @Test
    void is_its_version_its_draft_its_step_and_its_operation_without_any_value() {
        var draft = draft("bob", "billing");
        patch("bob", draft, "[{'op':'replace','path':'/x','value':7}]");
        patch("bob", draft, "[{'op':'replace','path':'/hosts/1/port','value':8080}]");
        command("bob", draft, "commit", "{'message':'Because'}").then().statusCode(200);
        blame("/hosts/1/port")
                .then()
                .statusCode(200)
                .body("path", equalTo("/hosts/1/port"))
                .body("version", equalTo(2))
                .body("author", equalTo("bob"))
                .body("message", equalTo("Because"))
                .body("draft", equalTo(draft))
                .body("gesture.number", equalTo(2))
                .body("gesture.label", equalTo("set hosts[1].port to 8080"))
                .body("gesture.author", equalTo("bob"))
                .body("operation", equalTo(java.util.Map.of("kind", "put", "path", "/hosts/1/port")));
        blame("/hosts/0/port")
                .then()
                .body("version", equalTo(1))
                .body("author", equalTo("ann"))
                .body("containsKey('draft')", equalTo(false));
    }

    @Test
    void follows_it_through_insertions_removals_and_renames() {
        committed("bob", "[{'op':'replace','path':'/hosts/1/port','value':2}]", "");
        write("ann", "billing", "[{'op':'add','path':'/hosts/0','value':{'name':'new','port':9}}]");
        write("ann", "billing", "[{'op':'move','from':'/hosts','path':'/servers'}]");
        write("ann", "billing", "[{'op':'remove','path':'/servers/1'}]");
        assertThat(version("/servers/1/port")).isEqualTo(2);
        assertThat(version("/servers/1/name")).isEqualTo(1);
        assertThat(version("/servers/0/port")).isEqualTo(3);
        assertThat(version("/servers")).isEqualTo(5);
        blame("/servers/1/port").then().body("operation.path", equalTo("/hosts/1/port"));
        as("vic")
                .queryParam("path", "/hosts/2/port")
                .queryParam("version", 3)
                .get(BLAME)
                .then()
                .body("version", equalTo(2));
    }

    @Test
    void follows_it_through_entries_that_came_and_went_within_one_draft() {
        committed(
                "bob",
                "[{'op':'add','path':'/tmp','value':{'deep':1}},{'op':'replace','path':'/tmp/deep','value':2},"
                        + "{'op':'move','from':'/tmp','path':'/hosts/0/more'}]",
                "");
        assertThat(version("/hosts/0/more/deep")).isEqualTo(2);
        blame("/hosts/0/more/deep").then().body("operation.path", equalTo("/tmp/deep"));
        assertThat(version("/hosts/0/name")).isEqualTo(1);
    }

    @Test
    void is_no_replacement_that_left_it_as_it_was() {
        write("ann", "billing", "[{'op':'replace','path':'/hosts/0','value':{'name':'z','port':1}}]");
        assertThat(version("/hosts/0/name")).isEqualTo(2);
        assertThat(version("/hosts/0/port")).isEqualTo(1);
        write("ann", "billing", "[{'op':'replace','path':'','value':{'hosts':[{'name':'z','port':1}],'x':0}}]");
        assertThat(version("/hosts/0/name")).isEqualTo(2);
        assertThat(version("/hosts")).isEqualTo(3);
    }

    @Test
    void goes_back_over_as_many_versions_as_there_are() {
        for (var i = 0; i < 90; i++) {
            write("ann", "billing", "[{'op':'increment','path':'/hosts/0/port','by':1}]");
        }
        assertThat(version("/hosts/0/port")).isEqualTo(91);
        assertThat(version("/hosts/0/name")).isEqualTo(1);
        assertThat(version("/x")).isEqualTo(1);
    }

    @Test
    void is_whose_draft_was_rebased_or_committed_in_part() {
        var draft = draft("bob", "billing");
        patch(
                "bob",
                draft,
                "[{'op':'replace','path':'/hosts/1/port','value':2},{'op':'replace','path':'/x','value':2}]");
        write("ann", "billing", "[{'op':'add','path':'/hosts/0','value':{'name':'new','port':9}}]");
        command("bob", draft, "rebase").then().statusCode(200);
        command("bob", draft, "commit", "{'keys':['hosts']}").then().statusCode(200);
        blame("/hosts/2/port").then().body("version", equalTo(3)).body("author", equalTo("bob"));
        assertThat(version("/hosts/0/port")).isEqualTo(2);
        assertThat(version("/x")).isEqualTo(1);
        command("bob", draft, "commit").then().statusCode(200);
        assertThat(version("/x")).isEqualTo(4);
    }

    @Test
    void is_told_of_what_is_there_and_of_nothing_else() {
        blame("/nothing").then().statusCode(404).body("path", equalTo("/nothing"));
        blame("/hosts/9").then().statusCode(404);
        blame("/hosts/01").then().statusCode(404);
        blame("/hosts/name").then().statusCode(404);
        blame("").then().statusCode(400).body("parameter", equalTo("path"));
        blame("hosts").then().statusCode(400);
        blame("/~2").then().statusCode(400);
        as("vic").get(BLAME + "?path=/x&version=9").then().statusCode(404);
        as("nobody").get(BLAME + "?path=/x").then().statusCode(401);
    }

    @Nested
    class Is_shown_to_people {
        private String page(String path) {
            return as("vic")
                    .queryParam("path", path)
                    .get("/configurations/billing/test/history/blame")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
        }

        @Test
        void for_a_value_and_what_is_in_it() {
            write("bob", "billing", "[{'op':'replace','path':'/hosts/1/port','value':2}]");
            assertThat(page("/hosts/1"))
                    .contains("hosts[1].port")
                    .contains("versions/2\">v2</a> · bob")
                    .contains("versions/1\">v1</a> · ann")
                    .contains("set hosts[1].port to 2");
        }

        @Test
        void in_the_live_view_when_it_is_opened() {
            var live = as("vic").get("/configurations/billing/test").asString();
            assertThat(live)
                    .contains("/configurations/billing/test/history/blame?path=%2Fhosts%2F1&amp;version=1")
                    .contains("toggle from:closest details once");
            var mark = live.replaceAll("(?s).*id=\"(set-[^\"]*)\".*", "$1");
            assertThat(page("/hosts")).contains("id=\"" + mark + "\" hx-swap-oob=\"true\"");
            as("ann").get("/drafts/" + draft("ann", "billing")).then().body(not(containsString("history/blame")));
        }

        @Test
        void without_any_markup_that_somebody_wrote() {
            write("ann", "billing", "[{'op':'add','path':'/<td>','value':{'<b>':'<i>'}}]");
            assertThat(page("/<td>"))
                    .contains("&lt;b&gt;")
                    .contains("&lt;i&gt;")
                    .doesNotContain("<i>");
        }
    }
}
