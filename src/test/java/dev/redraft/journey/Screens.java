package dev.redraft.journey;

import static dev.redraft.People.as;
import static org.hamcrest.Matchers.lessThan;

import com.microsoft.playwright.Page;
import dev.redraft.People;
import dev.redraft.TestDatabase;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import dev.redraft.scale.Year;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.net.URL;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A picture of every screen, in light and in dark, on a phone, a desk and a wall: to look at, not to judge. It
/// runs on demand: `./mvnw -B test -Dtest=Screens -Dunasked=none`.
@Tag("pictures")
@QuarkusTest
class Screens {
    private static final Path PICTURES = Path.of("target", "screens");
    private static final List<Integer> WIDTHS = List.of(360, 1280, 2560);

    private static final String CONTENT = """
            {"server": {"host": "billing.example.org", "port": 8080, "tls": true}, "pool": {"min": 2, "max": 10},
             "mode": "fast", "retries": 3, "enabled": true, "launch": "2026-03-01",
             "freeze": "2026-12-24T12:00:00+01:00", "banner": "Scheduled maintenance\\non Sunday.",
             "owner": "", "fallback": null, "plans": ["small", "middle", "large"],
             "limits": {"requests": 100, "burst": 20}, "currency": "EUR", "rounding": 0.01}
            """;

    private static final String SCHEMA = """
            {"properties": {
              "server": {"title": "Server", "description": "Where the service listens.", "properties": {
                "host": {"type": "string"}, "tls": {"type": "boolean"},
                "port": {"type": "integer", "minimum": 1, "maximum": 65535, "description": "TCP port."},
                "timeout": {"type": "integer", "default": 30, "description": "Seconds until a call is given up."},
                "backlog": {"type": "integer", "default": 128}}},
              "pool": {"title": "Connection pool", "additionalProperties": {"type": "integer", "minimum": 0}},
              "mode": {"enum": ["fast", "safe", "off"], "description": "How requests are handled."},
              "retries": {"type": "integer", "minimum": 0, "maximum": 5, "description": "Before a payment fails."},
              "enabled": {"type": "boolean", "description": "Whether bills are sent at all."},
              "launch": {"type": "string", "format": "date"},
              "freeze": {"type": "string", "format": "date-time", "description": "No commits behind it."},
              "banner": {"type": "string", "contentMediaType": "text/plain", "description": "Shown to customers."}}}
            """;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    URL start;

    private String draft = "";

    @BeforeEach
    void some_configurations_and_drafts() {
        People.clear();
        People.present("ann", Role.ADMINISTRATOR);
        People.present("bob", Role.EDITOR);
        for (var name : List.of("billing", "checkout", "mailer", "search")) {
            Walk.configuration("bob", name, CONTENT);
        }
        send("billing/production", "", "{}");
        send("billing/production", "/content", CONTENT);
        send("billing/production", "/schema", SCHEMA);
        commit("bob", "[{'op':'replace','path':'/mode','value':'safe'}]", "Safe mode while the new ledger warms up");
        commit(
                "ann",
                "[{'op':'replace','path':'/pool/max','value':12},{'op':'replace','path':'/mode','value':'fast'}]",
                "Back to fast, with a larger pool");
        Walk.draft("bob", "checkout");
        draft = as("ann").post("/api/configurations/billing/production/drafts").path("id");
        Walk.patch("ann", draft, "[{'op':'replace','path':'/pool/max','value':20}]");
        Walk.patch("ann", draft, "[{'op':'remove','path':'/fallback'}]");
        Walk.patch("ann", draft, "[{'op':'add','path':'/region','value':'eu'}]");
        Walk.patch("ann", draft, "[{'op':'replace','path':'/retries','value':7}]");
        Walk.patch("ann", draft, "[{'op':'replace','path':'/server/port','value':9090}]");
        Walk.patch("ann", draft, "[{'op':'replace','path':'/banner','value':'All is well.'}]");
        Walk.command("ann", draft, "undo").then().statusCode(200);
    }

    private static void commit(String who, String patch, String message) {
        String id =
                as(who).post("/api/configurations/billing/production/drafts").path("id");
        Walk.patch(who, id, patch);
        Walk.command(who, id, "commit", "{'message':'" + message + "'}").then().statusCode(200);
    }

    private static void send(String configuration, String resource, String body) {
        as("bob")
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/configurations/" + configuration + resource)
                .then()
                .statusCode(lessThan(300));
    }

    private Map<String, String> screens() {
        var screens = new LinkedHashMap<String, String>();
        screens.put("01-configurations", "");
        screens.put("02-live", "configurations/billing/test");
        screens.put("03-resume", "configurations/billing/production");
        screens.put("04-editor", "drafts/" + draft);
        screens.put("04-number", "drafts/" + draft + "?edit=/retries");
        screens.put("04-moment", "drafts/" + draft + "?edit=/freeze");
        screens.put("04-tree", "drafts/" + draft + "?open=/server");
        screens.put("04-text", "drafts/" + draft + "/text");
        screens.put("05-steps", "drafts/" + draft + "/steps");
        screens.put("06-review", "drafts/" + draft + "/review");
        screens.put("08-history", "configurations/billing/production/history");
        screens.put("08-compare", "configurations/billing/production/history/compare?from=1&to=3");
        screens.put("08-entry", "configurations/billing/production/history/entry?key=pool");
        screens.put("08-roll-back", "configurations/billing/production/versions/1/rollback");
        screens.put("09-drafts", "drafts");
        screens.put("10-import", "drafts/" + draft + "/import");
        screens.put("12-audit", "audit");
        screens.put("12-users", "users");
        screens.put("07-update", "drafts/" + draft + "/update");
        return screens;
    }

    @Test
    void are_pictured() throws SQLException {
        try (var browser = Browser.start()) {
            var ann = browser.windowOf("ann");
            screens().forEach((name, path) -> {
                if (name.startsWith("07")) {
                    somebodyElseCommits();
                }
                ann.navigate(start + path);
                Browser.awaken(ann);
                WIDTHS.forEach(width -> picture(ann, name, width));
            });
            try (var connection = TestDatabase.connect()) {
                Year.tenth(Instant.now()).write(connection, "ann");
            }
            ann.navigate(start + "statistics");
            Browser.awaken(ann);
            WIDTHS.forEach(width -> picture(ann, "11-statistics", width));
        }
    }

    private static void somebodyElseCommits() {
        as("bob")
                .contentType("application/json-patch+json")
                .body("""
                        [{"op": "replace", "path": "/pool/max", "value": 40},
                         {"op": "replace", "path": "/mode", "value": "safe"}]
                        """)
                .patch("/api/configurations/billing/production/content")
                .then()
                .statusCode(200);
    }

    private static void picture(Page page, String name, int width) {
        page.setViewportSize(width, width < 500 ? 780 : width * 5 / 8);
        for (var theme : List.of("light", "dark")) {
            page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme);
            page.evaluate("() => document.getAnimations().forEach(animation => animation.finish())");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve("%s-%d-%s.png".formatted(name, width, theme))));
        }
    }
}
