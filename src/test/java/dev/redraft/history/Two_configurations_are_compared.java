package dev.redraft.history;

import static dev.redraft.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class Two_configurations_are_compared {
    @BeforeEach
    void billing_in_two_environments() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("vic", Role.VIEWER);
        create("test", "{\"b\":1,\"same\":{\"x\":1,\"y\":2},\"list\":[1,2],\"a\":true,\"text\":1}");
        create("production", "{\"c\":null,\"same\":{\"y\":2,\"x\":1},\"list\":[1,3],\"text\":1.0}");
    }

    private static void create(String environment, String content) {
        var address = "/api/configurations/billing/" + environment;
        as("ann").contentType(ContentType.JSON).body("{}").put(address).then().statusCode(201);
        put(environment, content);
    }

    private static void put(String environment, String content) {
        as("ann")
                .contentType(ContentType.JSON)
                .body(content)
                .put("/api/configurations/billing/" + environment + "/content")
                .then()
                .statusCode(200);
    }

    private static Response compared(String query) {
        return as("vic").get("/api/configurations/billing/test/compare?with=production" + query);
    }

    @Nested
    class By_programs {
        @Test
        void entry_by_entry_in_the_order_of_keys() {
            compared("")
                    .then()
                    .statusCode(200)
                    .body("items.key", equalTo(List.of("a", "b", "c", "list", "text")))
                    .body("items.kind", equalTo(List.of("removed", "removed", "added", "modified", "modified")))
                    .body("items[2].containsKey('after')", equalTo(true))
                    .body("items[2].containsKey('before')", equalTo(false))
                    .body("items[3].paths[0].path", equalTo("/list/1"))
                    .body("next", equalTo(null));
        }

        @Test
        void page_by_page() {
            compared("&limit=2")
                    .then()
                    .body("items.key", equalTo(List.of("a", "b")))
                    .body("next", equalTo("b"));
            compared("&limit=2&after=b").then().body("items.key", equalTo(List.of("c", "list")));
            compared("&limit=2&after=list")
                    .then()
                    .body("items.key", equalTo(List.of("text")))
                    .body("next", equalTo(null));
            compared("&limit=0").then().statusCode(400);
        }

        @Test
        void at_any_of_their_versions() {
            put("production", "{\"b\":1}");
            compared("&from=1&to=1").then().body("items.key", equalTo(List.of("a", "b", "c", "list", "text")));
            compared("&to=2").then().body("items.key", equalTo(List.of("a", "list", "same", "text")));
            compared("&from=0&to=2").then().body("items.key", equalTo(List.of("b")));
            compared("&from=0&to=0").then().body("items", equalTo(List.of()));
        }

        @Test
        void only_if_both_are_there() {
            compared("&to=9").then().statusCode(404);
            compared("&from=x").then().statusCode(400).body("parameter", equalTo("from"));
            as("vic")
                    .get("/api/configurations/billing/test/compare?with=nowhere")
                    .then()
                    .statusCode(404);
            as("nobody")
                    .get("/api/configurations/billing/test/compare?with=production")
                    .then()
                    .statusCode(401);
        }
    }

    @Nested
    class By_people {
        @Test
        void whoever_chooses_another_environment() {
            as("vic")
                    .get("/configurations/billing/test/history/compare?from=1&to=1&with=production")
                    .then()
                    .statusCode(200)
                    .body(containsString("test v1 → production v1"))
                    .body(containsString("2 changed, 1 added, 2 removed"))
                    .body(containsString("<option value=\"production\" selected>"))
                    .body(containsString("<option value=\"test\">"))
                    .body(not(containsString("same</h2>")));
        }

        @Test
        void what_is_live_where_no_version_is_chosen() {
            as("vic")
                    .get("/configurations/billing/test/history/compare?from=&to=&with=production")
                    .then()
                    .statusCode(200)
                    .body(containsString("test v1 → production v1"));
            var same = as("vic").get("/configurations/billing/test/history/compare?from=0&to=&with=test");
            same.then().statusCode(200);
            assertThat(same.asString()).contains("v0 → v1").contains("5 added");
        }
    }
}
