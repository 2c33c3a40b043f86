package dev.redraft.door;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.write;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Each door of the API and each form that changes a draft, with a request that it grants to the owner of
/// [#draft()].
enum DraftDoor {
    EDIT(
            Kind.API,
            (ask, draft) -> ask.contentType("application/json-patch+json")
                    .body("[{\"op\":\"increment\",\"path\":\"/hits\",\"value\":1}]")
                    .patch(draft + "/content")),
    EDIT_THAT_JOINS(
            Kind.API,
            (ask, draft) -> ask.contentType("application/merge-patch+json")
                    .body("{\"pool\":{\"max\":30}}")
                    .patch(draft + "/content?join=true")),
    REPLACE(
            Kind.API,
            (ask, draft) -> ask.contentType("application/yaml")
                    .body("pool: {max: 30}\n".getBytes(StandardCharsets.UTF_8))
                    .put(draft + "/content")),
    UNDO(Kind.API, (ask, draft) -> json(ask, "{}").post(draft + "/undo")),
    UNDO_TO(Kind.API, (ask, draft) -> json(ask, "{\"to\":0}").post(draft + "/undo")),
    REDO(Kind.API, (ask, draft) -> json(ask, "{}").post(draft + "/redo")),
    REDO_TO(Kind.API, (ask, draft) -> json(ask, "{\"to\":3}").post(draft + "/redo")),
    STEP_UNDO(Kind.API, (ask, draft) -> json(ask, "{}").post(draft + "/operations/1/undo")),
    REVERT(Kind.API, (ask, draft) -> json(ask, "{\"keys\":[\"pool\"]}").post(draft + "/revert")),
    REBASE(Kind.API, (ask, draft) -> json(ask, "{}").post(draft + "/rebase")),
    COMMIT(Kind.API, (ask, draft) -> json(ask, "{\"rebase\":true}").post(draft + "/commit")),
    PARTIAL_COMMIT(
            Kind.API,
            (ask, draft) -> json(ask, "{\"keys\":[\"pool\"],\"rebase\":true}").post(draft + "/commit")),
    CANCEL(Kind.API, (ask, draft) -> ask.delete(draft)),
    REVIEW(Kind.LOOK, (ask, draft) -> json(ask, "{}").post(draft + "/review")),
    TAKE_OVER(Kind.OF_ADMINISTRATORS, (ask, draft) -> json(ask, "{}").post(draft + "/takeover")),

    FORM_OF_A_CHANGE(
            Kind.FORM,
            (ask, draft) -> ask.formParam("deed", "add")
                    .formParam("path", "")
                    .formParam("name", "new")
                    .formParam("type", "number")
                    .formParam("value", "1")
                    .post(draft + "/changes")),
    FORM_OF_A_REVERT(Kind.FORM, (ask, draft) -> ask.formParam("key", "pool").post(draft + "/changes/reverted")),
    FORM_OF_AN_UNDO(Kind.FORM, (ask, draft) -> ask.post(draft + "/steps/undone")),
    FORM_OF_A_REDO(Kind.FORM, (ask, draft) -> ask.post(draft + "/steps/redone")),
    FORM_OF_A_STEP_UNDO(Kind.FORM, (ask, draft) -> ask.formParam("number", 1).post(draft + "/steps/taken-back")),
    FORM_OF_AN_IMPORT(
            Kind.FORM,
            (ask, draft) -> ask.formParam("name", "new.json")
                    .formParam("way", "merge")
                    .formParam(
                            "content",
                            Base64.getEncoder().encodeToString("{\"new\":1}".getBytes(StandardCharsets.UTF_8)))
                    .post(draft + "/import/done")),
    FORM_OF_AN_UPDATE(Kind.FORM, (ask, draft) -> ask.formParam("live", 2).post(draft + "/update")),
    FORM_OF_A_COMMIT(Kind.FORM, (ask, draft) -> ask.formParam("moved", "update").post(draft + "/review/committed")),
    FORM_OF_A_PARTIAL_COMMIT(
            Kind.FORM,
            (ask, draft) -> ask.formParam("moved", "update")
                    .formParam("keys", "pool")
                    .formParam("choosing", 2)
                    .post(draft + "/review/committed")),
    FORM_OF_A_CANCEL(Kind.FORM, (ask, draft) -> ask.post(draft + "/cancelled"));

    /// The stamp of [#draft()].
    static final long STAMP = 4;

    private enum Kind {
        API,
        /// It changes nothing that anybody sees, and so keeps no answer.
        LOOK,
        OF_ADMINISTRATORS,
        FORM
    }

    private interface Asking {
        Response of(RequestSpecification ask, String draft);
    }

    private final Kind kind;
    private final Asking asking;

    DraftDoor(Kind kind, Asking asking) {
        this.kind = kind;
        this.asking = asking;
    }

    boolean isOfApi() {
        return kind != Kind.FORM;
    }

    boolean isForAdministrators() {
        return kind == Kind.OF_ADMINISTRATORS;
    }

    boolean keepsItsAnswer() {
        return kind != Kind.LOOK;
    }

    /// Whether it answers what became of the draft where that is a version.
    boolean asksWhatItBecame() {
        return this == COMMIT || this == PARTIAL_COMMIT;
    }

    private static RequestSpecification json(RequestSpecification ask, String body) {
        return ask.contentType(ContentType.JSON).body(body);
    }

    /// Ann edits, Bob too, and Root administers them: she has a draft of version 1 with three steps, the last
    /// of them undone, and another version is live that Bob made elsewhere.
    static String draft() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        People.present("root", Role.ADMINISTRATOR);
        Walk.configuration("ann", "billing", "{\"pool\":{\"min\":1,\"max\":10},\"hits\":0,\"name\":\"billing\"}");
        var draft = Walk.draft("ann", "billing");
        patch("ann", draft, "[{'op':'replace','path':'/name','value':'new'}]");
        patch("ann", draft, "[{'op':'replace','path':'/pool/max','value':20}]");
        patch("ann", draft, "[{'op':'replace','path':'/pool/max','value':21}]");
        command("ann", draft, "undo").then().statusCode(200);
        write("bob", "billing", "[{'op':'replace','path':'/pool/min','value':2}]")
                .then()
                .statusCode(200);
        return draft;
    }

    /// Sends it what it grants, with a header besides.
    Response ask(String who, String draft, String header, String value) {
        return switch (kind) {
            case API, LOOK, OF_ADMINISTRATORS -> asking.of(as(who).header(header, value), "/api/drafts/" + draft);
            case FORM ->
                asking.of(
                        as(who).header(header, value).redirects().follow(false).formParam("stamp", STAMP),
                        "/drafts/" + draft);
        };
    }
}
