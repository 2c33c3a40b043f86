package dev.redraft.door;

import static dev.redraft.People.as;
import static dev.redraft.door.Sent.form;
import static dev.redraft.door.Sent.json;
import static dev.redraft.door.Sent.nothing;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.restassured.response.Response;
import java.util.Set;

/// Each door of the API and each form that changes a configuration or starts something of it, with a request
/// that it grants to every editor after [#begin()]. Its id is the application.
enum ConfigurationDoor implements Door {
    OBTAIN(Kind.CONDITIONAL, json("PUT " + Place.API, "{}")),
    WRITE(Kind.CONDITIONAL, Sent.body("PATCH " + Place.API + "/content", "application/merge-patch+json", "{'hits':1}")),
    REPLACE(Kind.CONDITIONAL, Sent.body("PUT " + Place.API + "/content", "application/yaml", "hits: 2\n")),
    SET_ENTRY(Kind.CONDITIONAL, json("PUT " + Place.API + "/entry?key=hits", "3")),
    PATCH_ENTRY(
            Kind.CONDITIONAL,
            Sent.body(
                    "PATCH " + Place.API + "/entry?key=hits",
                    "application/json-patch+json",
                    "[{'op':'increment','path':'','value':1}]")),
    REMOVE_ENTRY(Kind.CONDITIONAL, nothing("DELETE " + Place.API + "/entry?key=hits")),
    DESCRIBE(Kind.CONDITIONAL, json("PATCH " + Place.API, "{'title':'Bills'}")),
    ARCHIVE(Kind.CONDITIONAL, nothing("DELETE " + Place.API)),
    SET_SCHEMA(Kind.CONDITIONAL, json("PUT " + Place.API + "/schema", "{'properties':{'hits':{'minimum':0}}}")),
    REMOVE_SCHEMA(Kind.CONDITIONAL, nothing("DELETE " + Place.API + "/schema")),
    START(Kind.API, nothing("POST " + Place.API + "/drafts")),
    ROLL_BACK(Kind.API, json("POST " + Place.API + "/versions/1/rollback", "{}")),
    UNDO_VERSION(Kind.API, json("POST " + Place.API + "/versions/2/undo", "{}")),

    FORM_OF_A_DESCRIPTION(
            Kind.FORM, form("POST " + Place.PAGE + "/about", "title", "Bills", "description", "", "edition", "0")),
    FORM_OF_AN_ARCHIVING(Kind.FORM, form("POST " + Place.PAGE + "/about/archived", "edition", "0")),
    FORM_OF_A_RETURN(Kind.FORM, form("POST " + Place.PAGE + "/about/brought-back", "edition", "0")),
    FORM_OF_A_START(Kind.FORM, form("POST /drafts", "application", "{id}", "environment", "test")),
    FORM_OF_A_ROLLBACK(Kind.FORM, form("POST " + Place.PAGE + "/versions/1/rollback", "live", "2")),
    FORM_OF_AN_UNDONE_VERSION(Kind.FORM, form("POST " + Place.PAGE + "/versions/2/undo", "live", "2")),
    FORM_OF_A_SAMPLE(Kind.FORM, nothing("POST /configurations/sample"));

    private enum Kind {
        /// Of the API, and it heeds If-Match.
        CONDITIONAL,
        API,
        FORM
    }

    private static final class Place {
        static final String API = "/api/configurations/{id}/test";
        static final String PAGE = "/configurations/{id}/test";

        private Place() {}
    }

    private final Kind kind;
    private final Sent sent;

    ConfigurationDoor(Kind kind, Sent sent) {
        this.kind = kind;
        this.sent = sent;
    }

    @Override
    public Sent sent() {
        return sent;
    }

    /// Ann and Bob edit `billing`, which has a schema and two versions with something in them, and Vic looks
    /// on.
    static void begin() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        People.present("vic", Role.VIEWER);
        Walk.configuration("ann", "billing", "{\"hits\":0,\"name\":\"billing\"}");
        Walk.write("ann", "billing", "[{'op':'replace','path':'/name','value':'bills'}]");
        Walk.schema("ann", "billing", "{'type':'object'}").then().statusCode(200);
    }

    boolean isOfApi() {
        return kind != Kind.FORM;
    }

    boolean isConditional() {
        return kind == Kind.CONDITIONAL;
    }

    /// Whether it asks for nothing to be there.
    boolean isMaking() {
        return this == OBTAIN || this == FORM_OF_A_SAMPLE;
    }

    /// Whether what is archived can be looked up, called otherwise, or archived once more.
    boolean isAboutNameAlone() {
        return Set.of(OBTAIN, DESCRIBE, ARCHIVE).contains(this);
    }

    /// Sends it what it grants, with a header besides.
    Response ask(String who, String application, String header, String value) {
        return ask(sent, who, application, header, value);
    }

    /// Sends it something else.
    Response ask(Sent other, String who, String application, String header, String value) {
        var ask = as(who).header(header, value).redirects().follow(false);
        return other.by(isOfApi() ? ask : ask.accept("text/html"), application);
    }
}
