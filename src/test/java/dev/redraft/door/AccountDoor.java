package dev.redraft.door;

import static dev.redraft.People.as;
import static dev.redraft.door.Sent.form;
import static dev.redraft.door.Sent.json;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.restassured.response.Response;

/// Each door of the API and each form that makes something of its own or changes an account, with a request
/// that it grants to an administrator after [#begin()]. Its id is the name of an account.
enum AccountDoor implements Door {
    SAVE(Kind.OF_ADMINISTRATORS, json("PUT /api/users/{id}", "{'role':'viewer'}")),
    MAKE(Kind.OF_ADMINISTRATORS, json("PUT /api/users/zoe", "{'role':'viewer','password':'correct horse'}")),
    CHANGE_OWN_PASSWORD(
            Kind.OF_SECRETS, json("PUT /api/me/password", "{'current':'correct horse','password':'another horse'}")),

    FORM_OF_A_NEW_USER(
            Kind.OF_ADMINISTRATORS, form("POST /users", "name", "zoe", "role", "viewer", "password", "correct horse")),
    FORM_OF_A_USER(Kind.OF_ADMINISTRATORS, form("POST /users/{id}", "role", "viewer", "stamp", "0")),
    FORM_OF_A_PASSWORD(
            Kind.OF_SECRETS,
            form(
                    "POST /password",
                    "current",
                    "correct horse",
                    "password",
                    "another horse",
                    "repeated",
                    "another horse")),
    FORM_OF_A_SIGN_IN(Kind.OF_SECRETS, form("POST /sign-in", "name", "ann", "password", "correct horse")),
    FORM_OF_A_SIGN_OUT(Kind.OF_SECRETS, form("POST /sign-out")),
    FORM_OF_A_NEW_CONFIGURATION(
            Kind.OF_EDITORS, form("POST /configurations", "application", "fresh", "environment", "test"));

    private enum Kind {
        OF_ADMINISTRATORS,
        OF_EDITORS,
        /// It keeps no answer, for what it is sent is to be kept nowhere; it does no harm twice.
        OF_SECRETS
    }

    private final Kind kind;
    private final Sent sent;

    AccountDoor(Kind kind, Sent sent) {
        this.kind = kind;
        this.sent = sent;
    }

    @Override
    public Sent sent() {
        return sent;
    }

    boolean keepsItsAnswer() {
        return kind != Kind.OF_SECRETS;
    }

    boolean isForAdministrators() {
        return kind == Kind.OF_ADMINISTRATORS;
    }

    boolean isOfApi() {
        return sent.path().startsWith("/api/");
    }

    /// Ann edits, and Root and Rita administer.
    static void begin() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("root", Role.ADMINISTRATOR);
        People.present("rita", Role.ADMINISTRATOR);
    }

    /// Sends it what it grants, with a header besides.
    Response ask(String who, String header, String value) {
        return ask(sent, who, header, value);
    }

    /// Sends it something else.
    Response ask(Sent other, String who, String header, String value) {
        var ask = as(who).header(header, value).redirects().follow(false);
        return other.by(isOfApi() ? ask : ask.accept("text/html"), "ann");
    }
}
