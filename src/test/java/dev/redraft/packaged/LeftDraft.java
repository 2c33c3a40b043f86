package dev.redraft.packaged;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.content;
import static dev.redraft.Walk.held;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.Walk;

/// A draft as a server left it that was killed somewhere in it.
///
/// @param id the open draft of its owner, which may be a fresh one
record LeftDraft(String owner, String application, String id) {
    /// Undoing everything yields the base, and doing again what had been done yields what was found.
    void leadsToItsBaseAndBack() {
        var tip = held(owner, id);
        var applied = as(owner)
                .get("/api/drafts/" + id + "/operations")
                .jsonPath()
                .getList("findAll { it.state == 'APPLIED' }.gesture");
        if (!applied.isEmpty()) {
            command(owner, id, "undo", "{'to':0}").then().statusCode(200);
        }
        assertThat(held(owner, id)).isEqualTo(base());
        if (!applied.isEmpty()) {
            command(owner, id, "redo", "{'to':%s}".formatted(applied.getLast()))
                    .then()
                    .statusCode(200);
        }
        assertThat(held(owner, id)).isEqualTo(tip);
    }

    private String base() {
        var version = Walk.shown(owner, id).getInt("base");
        var answer = as(owner).get(content(application) + "?version=" + version);
        return answer.asString().replaceAll("\\s", "").replace('"', '\'');
    }

    /// Unless it was committed meanwhile.
    void isCancelled() {
        if (Walk.shown(owner, id).getString("state").equals("DRAFT")) {
            as(owner).delete("/api/drafts/" + id).then().statusCode(200);
        }
    }
}
