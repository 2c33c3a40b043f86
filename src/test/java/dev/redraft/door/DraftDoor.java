package dev.redraft.door;

import static dev.redraft.People.as;
import static dev.redraft.door.Sent.form;
import static dev.redraft.door.Sent.json;
import static dev.redraft.door.Sent.nothing;

import dev.redraft.LongWork;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Each door of the API and each form that changes a draft, with a request that it grants to the owner of
/// [#draft()].
enum DraftDoor implements Door {
    EDIT(
            Kind.API,
            Sent.body(
                    "PATCH /api/drafts/{id}/content",
                    "application/json-patch+json",
                    "[{'op':'increment','path':'/hits','value':1}]")),
    EDIT_THAT_JOINS(
            Kind.API,
            Sent.body(
                    "PATCH /api/drafts/{id}/content?join=true", "application/merge-patch+json", "{'pool':{'max':30}}")),
    REPLACE(Kind.API, Sent.body("PUT /api/drafts/{id}/content", "application/yaml", "pool: {max: 30}\n")),
    REPLACE_LATER(Kind.LATER, Sent.body("PUT /api/drafts/{id}/content", "application/yaml", "pool: {max: 30}\n")),
    UNDO(Kind.API, json("POST /api/drafts/{id}/undo", "{}")),
    UNDO_TO(Kind.API, json("POST /api/drafts/{id}/undo", "{'to':0}")),
    REDO(Kind.API, json("POST /api/drafts/{id}/redo", "{}")),
    REDO_TO(Kind.API, json("POST /api/drafts/{id}/redo", "{'to':3}")),
    STEP_UNDO(Kind.API, nothing("POST /api/drafts/{id}/operations/1/undo")),
    REVERT(Kind.API, json("POST /api/drafts/{id}/revert", "{'keys':['pool']}")),
    REBASE(Kind.API, json("POST /api/drafts/{id}/rebase", "{}")),
    ROLL_BACK(
            Kind.API,
            Situation.UPDATED,
            json("POST /api/configurations/billing/test/versions/1/rollback", "{'into':'{id}'}")),
    UNDO_VERSION(
            Kind.API,
            Situation.UPDATED,
            json("POST /api/configurations/billing/test/versions/2/undo", "{'into':'{id}'}")),
    COMMIT(Kind.API, json("POST /api/drafts/{id}/commit", "{'rebase':true}")),
    PARTIAL_COMMIT(Kind.API, json("POST /api/drafts/{id}/commit", "{'keys':['pool'],'rebase':true}")),
    CANCEL(Kind.API, nothing("DELETE /api/drafts/{id}")),
    REOPEN(Kind.API, Situation.CANCELLED, nothing("POST /api/drafts/{id}/reopen")),
    REVIEW(Kind.LOOK, nothing("POST /api/drafts/{id}/review")),
    TAKE_OVER(Kind.OF_ADMINISTRATORS, nothing("POST /api/drafts/{id}/takeover")),

    FORM_OF_A_CHANGE(
            Kind.FORM,
            form(
                    "POST /drafts/{id}/changes",
                    "deed",
                    "add",
                    "path",
                    "",
                    "name",
                    "new",
                    "type",
                    "number",
                    "value",
                    "1")),
    FORM_OF_A_REVERT(Kind.FORM, form("POST /drafts/{id}/changes/reverted", "key", "pool")),
    FORM_OF_AN_UNDO(Kind.FORM, form("POST /drafts/{id}/steps/undone")),
    FORM_OF_A_REDO(Kind.FORM, form("POST /drafts/{id}/steps/redone")),
    FORM_OF_A_STEP_UNDO(Kind.FORM, form("POST /drafts/{id}/steps/taken-back", "number", "1")),
    FORM_OF_A_TEXT(Kind.FORM, form("POST /drafts/{id}/text", "format", "yaml", "text", "pool: {max: 30}\n")),
    FORM_OF_A_REHEARSAL(Kind.FORM_OF_A_LOOK, form("POST /drafts/{id}/import", "way", "merge")),
    FORM_OF_AN_IMPORT(
            Kind.FORM,
            form(
                    "POST /drafts/{id}/import/done",
                    "name",
                    "new.json",
                    "way",
                    "merge",
                    "content",
                    base64("{\"new\":1}"))),
    FORM_OF_AN_UPDATE(Kind.FORM, form("POST /drafts/{id}/update", "live", "2")),
    FORM_OF_A_ROLLBACK(
            Kind.FORM,
            Situation.UPDATED,
            form("POST /configurations/billing/test/versions/1/rollback", "live", "2", "into", "{id}")),
    FORM_OF_AN_UNDONE_VERSION(
            Kind.FORM,
            Situation.UPDATED,
            form("POST /configurations/billing/test/versions/2/undo", "live", "2", "into", "{id}")),
    FORM_OF_A_REVIEW(Kind.FORM_OF_A_LOOK, form("POST /drafts/{id}/review")),
    FORM_OF_A_COMMIT(Kind.FORM, form("POST /drafts/{id}/review/committed", "moved", "update")),
    FORM_OF_A_PARTIAL_COMMIT(
            Kind.FORM, form("POST /drafts/{id}/review/committed", "moved", "update", "keys", "pool", "choosing", "2")),
    FORM_OF_A_CANCEL(Kind.FORM, form("POST /drafts/{id}/cancelled")),
    FORM_OF_A_REPLACEMENT(Kind.FORM, form("POST /drafts/{id}/replaced")),
    FORM_OF_A_REOPENING(Kind.FORM, Situation.CANCELLED, form("POST /drafts/{id}/reopened")),
    FORM_OF_A_TAKEOVER(Kind.FORM_OF_ADMINISTRATORS, form("POST /drafts/{id}/taken-over"));

    private enum Kind {
        API,
        /// It answers where to ask what came of it.
        LATER,
        /// It changes nothing that anybody sees, and so keeps no answer.
        LOOK,
        OF_ADMINISTRATORS,
        FORM,
        FORM_OF_A_LOOK,
        FORM_OF_ADMINISTRATORS;

        boolean isForm() {
            return this == FORM || this == FORM_OF_A_LOOK || this == FORM_OF_ADMINISTRATORS;
        }
    }

    private final Kind kind;
    private final Situation situation;
    private final Sent sent;

    DraftDoor(Kind kind, Sent sent) {
        this(kind, Situation.BEHIND, sent);
    }

    DraftDoor(Kind kind, Situation situation, Sent sent) {
        this.kind = kind;
        this.situation = situation;
        this.sent = sent;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Sent sent() {
        return sent;
    }

    boolean isOfApi() {
        return !kind.isForm();
    }

    /// Whether a body that cannot be read is declined at once.
    boolean readsAtOnce() {
        return sent.hasBody() && kind != Kind.LATER;
    }

    boolean isOfOpenDraft() {
        return situation != Situation.CANCELLED;
    }

    boolean isForAdministrators() {
        return kind == Kind.OF_ADMINISTRATORS || kind == Kind.FORM_OF_ADMINISTRATORS;
    }

    boolean keepsItsAnswer() {
        return kind != Kind.LOOK && kind != Kind.FORM_OF_A_LOOK;
    }

    /// Whether it answers what became of the draft where that is a version.
    boolean asksWhatItBecame() {
        return this == COMMIT || this == PARTIAL_COMMIT;
    }

    /// The stamp of [#draft()].
    long stamp() {
        return situation.stamp();
    }

    String draft() {
        return situation.draft();
    }

    /// Sends it what it grants, with a header besides.
    Response ask(String who, String draft, String header, String value) {
        return ask(sent, who, draft, header, value);
    }

    /// Sends it something else, and waits for the end of what comes later.
    Response ask(Sent other, String who, String draft, String header, String value) {
        var ask = as(who).header(header, value).redirects().follow(false);
        if (kind.isForm()) {
            ask.accept("text/html").formParam("stamp", stamp());
        }
        if (kind == Kind.LATER) {
            ask.header("Prefer", "respond-async");
        }
        var answer = other.by(ask, draft);
        if (answer.statusCode() == 202) {
            LongWork.ended(who, answer.path("id"));
        }
        return answer;
    }
}
