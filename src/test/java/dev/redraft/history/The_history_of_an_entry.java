package dev.redraft.history;

import static dev.redraft.People.as;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class The_history_of_an_entry {
    private static final String HOSTILE = "</a>;/%2F..?&\"'";

    /// v2 and v3 change `pool`, v4 something else, v5 removes it, v6 adds it again.
    @BeforeEach
    void six_versions() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("vic", Role.VIEWER);
        configuration("ann", "billing", "{\"pool\":{\"max\":10,\"hosts\":[\"a\"]},\"other\":1}");
        write("ann", "billing", "[{'op':'replace','path':'/pool/max','value':20}]");
        write("ann", "billing", "[{'op':'add','path':'/pool/hosts/-','value':'b'}]");
        write("ann", "billing", "[{'op':'replace','path':'/other','value':2}]");
        write("ann", "billing", "[{'op':'remove','path':'/pool'}]");
        write("ann", "billing", "[{'op':'add','path':'/pool','value':{'max':20}}]");
    }

    private static Response versions(String key) {
        return as("vic").queryParam("key", key).get("/api/configurations/billing/test/entry/versions");
    }

    private static Response page(String key) {
        return as("vic").queryParam("key", key).get("/configurations/billing/test/history/entry");
    }

    @Nested
    class By_programs {
        @Test
        void is_what_each_version_made_of_it_newest_first() {
            assertThat(versions("pool").jsonPath().getList("items.version")).isEqualTo(List.of(6, 5, 3, 2, 1));
            assertThat(versions("pool").jsonPath().getList("items.kind"))
                    .isEqualTo(List.of("added", "removed", "modified", "modified", "added"));
            versions("pool")
                    .then()
                    .body("next", equalTo(null))
                    .body("items[0].containsKey('before')", equalTo(false))
                    .body("items[1].containsKey('after')", equalTo(false))
                    .body("items[1].before.hosts", equalTo(List.of("a", "b")))
                    .body("items[3].before.max", equalTo(10))
                    .body("items[3].after.max", equalTo(20))
                    .body("items[3].author", equalTo("ann"))
                    .body("items[3].message", equalTo(""))
                    .body("items[3].at", containsString("T"));
        }

        @Test
        void goes_on_page_by_page() {
            var first = as("vic").get("/api/configurations/billing/test/entry/versions?key=pool&limit=2");
            first.then().body("items.version", equalTo(List.of(6, 5))).body("next", equalTo("5"));
            as("vic")
                    .get("/api/configurations/billing/test/entry/versions?key=pool&limit=2&after=5")
                    .then()
                    .body("items.version", equalTo(List.of(3, 2)))
                    .body("items[1].before.max", equalTo(10))
                    .body("next", equalTo("2"));
            as("vic")
                    .get("/api/configurations/billing/test/entry/versions?key=pool&limit=2&after=2")
                    .then()
                    .body("items.version", equalTo(List.of(1)))
                    .body("next", equalTo(null));
        }

        @Test
        void can_be_narrowed_to_a_value_within() {
            as("vic")
                    .get("/api/configurations/billing/test/entry/versions?key=pool&path=/hosts/1")
                    .then()
                    .body("items.version", equalTo(List.of(5, 3)))
                    .body("items[1].after", equalTo("b"));
            as("vic")
                    .get("/api/configurations/billing/test/entry/versions?key=pool&path=/max")
                    .then()
                    .body("items.version", equalTo(List.of(6, 5, 2, 1)))
                    .body("items[2].before", equalTo(10));
            as("vic")
                    .get("/api/configurations/billing/test/entry/versions?key=pool&path=/nowhere/else")
                    .then()
                    .body("items", hasSize(0));
        }

        @Test
        void is_told_whatever_the_key_holds() {
            write("ann", "billing", "[{'op':'add','path':'/a~1b;c','value':null}]")
                    .then()
                    .statusCode(200);
            versions("a/b;c")
                    .then()
                    .body("items.version", equalTo(List.of(7)))
                    .body("items[0].containsKey('after')", equalTo(true));
        }

        @Test
        void is_refused_for_what_never_was() {
            versions("never").then().statusCode(404).body("key", equalTo("never"));
            versions("nul\0").then().statusCode(400);
            as("vic")
                    .get("/api/configurations/none/test/entry/versions?key=pool")
                    .then()
                    .statusCode(404)
                    .body("detail", containsString("no configuration"));
            as("vic")
                    .get("/api/configurations/billing/test/entry/versions")
                    .then()
                    .statusCode(400)
                    .body("parameter", equalTo("key"));
            as("vic")
                    .get("/api/configurations/billing/test/entry/versions?key=pool&path=max")
                    .then()
                    .statusCode(400)
                    .body("parameter", equalTo("path"));
            as("nobody")
                    .get("/api/configurations/billing/test/entry/versions?key=pool")
                    .then()
                    .statusCode(401);
        }
    }

    @Nested
    class By_people {
        @Test
        void is_read_place_by_place() {
            page("pool")
                    .then()
                    .statusCode(200)
                    .body(containsString("pool.hosts[1]"))
                    .body(containsString("versions/3\">v3</a>"))
                    .body(not(containsString("versions/4\"")));
            as("vic")
                    .get("/configurations/billing/test/history/entry?key=pool&path=/max")
                    .then()
                    .body(containsString("of <b class=\"key\">/max</b> in it"))
                    .body(not(containsString("versions/3\"")));
        }

        @Test
        void is_one_click_away_from_the_live_view_and_the_editor() {
            as("vic")
                    .get("/configurations/billing/test")
                    .then()
                    .body(containsString("/configurations/billing/test/history/entry?key=pool\""));
            var mine = draft("ann", "billing");
            as("ann")
                    .get("/drafts/" + mine + "?key=pool&edit=/pool&deed=more")
                    .then()
                    .body(containsString("/configurations/billing/test/history/entry?key=pool\""));
        }

        @Test
        void shows_no_markup_that_somebody_wrote() {
            as("ann")
                    .contentType("application/json")
                    .queryParam("key", HOSTILE)
                    .queryParam("message", "<script>")
                    .body("\"<b>\"")
                    .put("/api/configurations/billing/test/entry")
                    .then()
                    .statusCode(200);
            page(HOSTILE)
                    .then()
                    .statusCode(200)
                    .body(containsString("&lt;/a&gt;"))
                    .body(containsString("&lt;script&gt;"))
                    .body(not(containsString("<script>")))
                    .body(not(containsString("\"<b>\"")));
        }
    }
}
