package dev.redraft;

import static dev.redraft.People.as;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/// The usual steps by HTTP, each of which has to succeed: what a test needs on its way to what it is about.
public final class Walk {
    private Walk() {}

    /// A configuration `<application>/test` that holds this JSON as version 1.
    public static void configuration(String who, String application, String json) {
        as(who).contentType(ContentType.JSON)
                .body("{}")
                .put("/api/configurations/" + application + "/test")
                .then()
                .statusCode(201);
        as(who).contentType(ContentType.JSON)
                .body(json)
                .put(content(application))
                .then()
                .statusCode(200);
    }

    /// A draft of such a configuration, and its id.
    public static String draftOf(String who, String application, String json) {
        configuration(who, application, json);
        return draft(who, application);
    }

    /// The address of its committed content.
    public static String content(String application) {
        return "/api/configurations/" + application + "/test/content";
    }

    /// The committed content as text without white space.
    public static String live(String who, String application) {
        return compact(as(who).get(content(application)));
    }

    /// Starts or resumes a draft, and gives its id.
    public static String draft(String who, String application) {
        var answer = as(who).post("/api/configurations/" + application + "/test/drafts");
        return answer.then().extract().path("id");
    }

    /// Sends a JSON Patch, with single quotes for double ones.
    public static Response patch(String who, String draft, String patch) {
        return as(who).contentType("application/json-patch+json")
                .body(patch.replace('\'', '"'))
                .patch("/api/drafts/" + draft + "/content");
    }

    /// Sends a command to a draft: undo, redo, commit …
    public static Response command(String who, String draft, String command) {
        return command(who, draft, command, "{}");
    }

    public static Response command(String who, String draft, String command, String body) {
        return as(who).contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post("/api/drafts/" + draft + "/" + command);
    }

    /// Gives the configuration a schema, with single quotes for double ones.
    public static Response schema(String who, String application, String schema) {
        return as(who).contentType(ContentType.JSON)
                .body(schema.replace('\'', '"'))
                .put("/api/configurations/" + application + "/test/schema");
    }

    /// Sends a JSON Patch of the committed content, with single quotes for double ones.
    public static Response write(String who, String application, String patch) {
        return as(who).contentType("application/json-patch+json")
                .body(patch.replace('\'', '"'))
                .patch(content(application));
    }

    /// Commits a JSON Patch of the committed content at once, and says why.
    public static void commit(String who, String application, String patch, String message) {
        as(who).contentType("application/json-patch+json")
                .queryParam("message", message)
                .body(patch.replace('\'', '"'))
                .patch(content(application))
                .then()
                .statusCode(200);
    }

    /// What the draft holds, as text without white space and with single quotes.
    public static String held(String who, String draft) {
        return compact(as(who).get("/api/drafts/" + draft + "/content"));
    }

    public static JsonPath shown(String who, String draft) {
        return as(who).get("/api/drafts/" + draft)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String compact(Response answer) {
        return answer.then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("\\s", "")
                .replace('"', '\'');
    }
}
