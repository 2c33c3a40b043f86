package dev.redraft.door;

import static dev.redraft.People.as;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/// Each door of the API that changes a configuration, with a request that it grants to every editor after
/// [#begin()].
enum ConfigurationDoor {
    WRITE((ask, path) ->
            ask.contentType("application/merge-patch+json").body("{\"hits\":1}").patch(path + "/content")),
    REPLACE((ask, path) -> ask.contentType("application/yaml")
            .body("hits: 2\n".getBytes(StandardCharsets.UTF_8))
            .put(path + "/content")),
    SET_ENTRY((ask, path) -> json(ask, "3").put(path + "/entry?key=hits")),
    PATCH_ENTRY((ask, path) -> ask.contentType("application/json-patch+json")
            .body("[{\"op\":\"increment\",\"path\":\"\",\"value\":1}]")
            .patch(path + "/entry?key=hits")),
    REMOVE_ENTRY((ask, path) -> ask.delete(path + "/entry?key=hits")),
    DESCRIBE((ask, path) -> json(ask, "{\"title\":\"Bills\"}").patch(path)),
    ARCHIVE((ask, path) -> ask.delete(path)),
    SET_SCHEMA((ask, path) ->
            json(ask, "{\"properties\":{\"hits\":{\"minimum\":0}}}").put(path + "/schema")),
    REMOVE_SCHEMA((ask, path) -> ask.delete(path + "/schema"));

    private interface Asking {
        Response of(RequestSpecification ask, String path);
    }

    private final Asking asking;

    ConfigurationDoor(Asking asking) {
        this.asking = asking;
    }

    private static RequestSpecification json(RequestSpecification ask, String body) {
        return ask.contentType(ContentType.JSON).body(body);
    }

    /// Ann and Bob edit `billing`, which has a schema, and Vic looks on.
    static void begin() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        People.present("vic", Role.VIEWER);
        Walk.configuration("ann", "billing", "{\"hits\":0,\"name\":\"billing\"}");
        Walk.schema("ann", "billing", "{'type':'object'}").then().statusCode(200);
    }

    /// Whether what is archived can be called otherwise, or archived once more.
    boolean isAboutNameAlone() {
        return this == DESCRIBE || this == ARCHIVE;
    }

    /// Sends it what it grants, with a header besides.
    Response ask(String who, String application, String header, String value) {
        return asking.of(as(who).header(header, value), "/api/configurations/" + application + "/test");
    }
}
