package dev.redraft.outage;

import static dev.redraft.People.as;
import static dev.redraft.Walk.content;
import static io.restassured.RestAssured.given;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.restassured.response.Response;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// One door of each kind, reading and writing, that needs the database.
///
/// @param draft of Ann
/// @param cookie with which she is signed in
record Doors(String draft, String cookie) {
    private static final String PATCH = "[{'op':'replace','path':'/max','value':30}]";

    /// Those of an Ann who has a draft and signed in.
    static Doors ofAnn() {
        People.clear();
        People.present("ann", Role.ADMINISTRATOR);
        Walk.configuration("ann", "billing", "{\"max\":10}");
        return new Doors(Walk.draft("ann", "billing"), People.cookie("ann", People.PASSWORD));
    }

    Stream<Supplier<Response>> ofPrograms() {
        var path = "/api/drafts/" + draft;
        return Stream.of(
                () -> as("ann").get("/api/configurations"),
                () -> as("ann").get(content("billing")),
                () -> as("ann").get(path),
                () -> as("ann").get(path + "/changes"),
                () -> Walk.patch("ann", draft, PATCH),
                () -> Walk.write("ann", "billing", PATCH),
                () -> as("ann").post(path + "/undo"),
                () -> as("ann").post(path + "/rebase"),
                () -> as("ann").post(path + "/commit"),
                () -> as("ann").delete(path),
                () -> as("ann").post("/api/configurations/billing/test/drafts"),
                () -> as("ann").get("/api/configurations/billing/test/versions"),
                () -> as("ann").get("/api/users"));
    }

    Stream<Supplier<Response>> ofPeople() {
        var path = "/drafts/" + draft;
        return Stream.of(
                () -> People.browser(cookie).get("/"),
                () -> People.browser(cookie).get("/drafts"),
                () -> People.browser(cookie).get(path),
                () -> People.browser(cookie).get(path + "/review"),
                () -> People.browser(cookie).get("/users"),
                () -> People.browser(cookie).formParam("csrf", "?").post(path + "/steps/undone"),
                () -> given().accept("text/html")
                        .formParam("name", "ann")
                        .formParam("password", People.PASSWORD)
                        .post("/sign-in"));
    }

    Stream<Supplier<Response>> all() {
        return Stream.concat(ofPrograms(), ofPeople());
    }
}
