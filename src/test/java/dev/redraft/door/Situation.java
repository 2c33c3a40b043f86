package dev.redraft.door;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.write;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;

/// What a draft is like that a request is about. Ann edits, Bob too, and Root administers them.
enum Situation {
    /// Ann has a draft of version 1 with three steps, the last of them undone, and another version is live that
    /// Bob made elsewhere.
    BEHIND(4),
    /// The same, on the version that is live.
    UPDATED(5),
    CANCELLED(5);

    private final long stamp;

    Situation(long stamp) {
        this.stamp = stamp;
    }

    long stamp() {
        return stamp;
    }

    /// Makes it so, and gives its id.
    String draft() {
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
        finish(draft);
        return draft;
    }

    private void finish(String draft) {
        switch (this) {
            case BEHIND -> {}
            case UPDATED -> command("ann", draft, "rebase").then().statusCode(200);
            case CANCELLED -> as("ann").delete("/api/drafts/" + draft).then().statusCode(200);
        }
    }
}
