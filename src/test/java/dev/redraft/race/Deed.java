package dev.redraft.race;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.write;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.function.Function;

/// What people do to one draft of Ann's and to its configuration, each through its door. Ann does what only its
/// owner may do, in one of two windows.
enum Deed {
    START(Point.STARTED, draft -> as("ann").post(Scene.DRAFTS)),
    EDIT(Point.EDITED, draft -> patch("ann", draft, "[{'op':'increment','path':'/hits','value':1}]")),
    JOIN(
            Point.EDITED,
            draft -> as("ann")
                    .contentType("application/merge-patch+json")
                    .body("{\"pool\":{\"max\":30}}")
                    .patch("/api/drafts/" + draft + "/content?join=true")),
    UNDO(Point.UNDONE, draft -> command("ann", draft, "undo")),
    REDO(Point.REDONE, draft -> command("ann", draft, "redo")),
    TAKE_BACK(Point.UNDONE, draft -> command("ann", draft, "operations/1/undo")),
    REVERT(Point.REVERTED, draft -> command("ann", draft, "revert", "{'keys':['pool']}")),
    REVIEW(Point.REVIEWED, draft -> command("ann", draft, "review")),
    REBASE(Point.REBASED, draft -> command("ann", draft, "rebase")),
    COMMIT(Point.COMMITTED, draft -> command("ann", draft, "commit", "{'rebase':true}")),
    COMMIT_PART(Point.PARTLY_COMMITTED, draft -> command("ann", draft, "commit", "{'keys':['pool'],'rebase':true}")),
    CANCEL(Point.CANCELLED, draft -> Scene.cancel("ann", draft)),
    REOPEN(Point.REOPENED, draft -> command("ann", draft, "reopen")),
    TAKE_OVER(Point.TAKEN_OVER, draft -> command("root", draft, "takeover")),
    WRITE(Point.WRITTEN, draft -> write("bob", "billing", "[{'op':'increment','path':'/writes','value':1}]")),
    SCHEMA(Point.SCHEMA_CHANGED, draft -> Walk.schema("bob", "billing", "{'type':'object'}")),
    ARCHIVE(Point.ARCHIVED, draft -> as("bob").delete(Deed.BILLING)),
    DEMOTE(
            Point.DEMOTED,
            draft -> as("root")
                    .contentType(ContentType.JSON)
                    .body("{\"role\":\"viewer\"}")
                    .put("/api/users/ann"));

    private static final String BILLING = "/api/configurations/billing/test";

    private final Point point;
    private final Function<String, Response> door;

    Deed(Point point, Function<String, Response> door) {
        this.point = point;
        this.door = door;
    }

    /// Where its transaction has done everything but end.
    Point point() {
        return point;
    }

    Response of(String draft) {
        return door.apply(draft);
    }

    /// A draft of Ann's that this can be done to: of version 1, with three steps of which the last is undone,
    /// while version 2 is live.
    String draft() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        People.present("root", Role.ADMINISTRATOR);
        Walk.configuration(
                "ann", "billing", "{\"pool\":{\"min\":1,\"max\":10},\"hits\":0,\"writes\":0,\"name\":\"a\"}");
        var draft = Walk.draft("ann", "billing");
        patch("ann", draft, "[{'op':'replace','path':'/name','value':'b'}]");
        Scene.setMax("ann", draft, 20);
        Scene.setMax("ann", draft, 21);
        UNDO.of(draft).then().statusCode(200);
        WRITE.of(draft).then().statusCode(200);
        if (this == START || this == REOPEN) {
            CANCEL.of(draft).then().statusCode(200);
        }
        return draft;
    }
}
