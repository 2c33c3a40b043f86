package dev.redraft.packaged;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.held;
import static dev.redraft.Walk.live;
import static dev.redraft.Walk.patch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.redraft.Walk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(400)
class A_killed_RedraftIT {
    private static final String BASE = "{'pool':{'min':1,'max':10},'name':'billing'}";

    private final Path folder;
    private PackagedRedraft redraft;
    private String draft = "";

    A_killed_RedraftIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        redraft = PackagedRedraft.startedIn(folder);
    }

    @BeforeEach
    void there_is_a_draft_with_some_steps() {
        Walk.configuration("admin", "billing", BASE.replace('\'', '"'));
        draft = Walk.draft("admin", "billing");
        edit("[{'op':'replace','path':'/pool/max','value':20}]");
        edit("[{'op':'remove','path':'/name'}]");
        edit("[{'op':'add','path':'/ports','value':[1.0,1e2]}]");
    }

    @AfterEach
    void nothing_is_left_running() throws Exception {
        redraft.clear();
    }

    private void edit(String patch) {
        patch("admin", draft, patch).then().statusCode(200);
    }

    private void isStartedAgain() throws IOException {
        redraft = PackagedRedraft.startedIn(folder);
    }

    private Set<String> streamed() {
        var keys = new HashSet<String>();
        for (var key : as("admin")
                .get("/api/drafts/" + draft + "/content")
                .jsonPath()
                .getMap("$")
                .keySet()) {
            keys.add(String.valueOf(key));
        }
        keys.removeIf(key -> !key.startsWith("window-"));
        return keys;
    }

    @Test
    void has_every_edit_that_it_acknowledged_and_goes_on_as_if_nothing_had_been() throws Exception {
        var edits = new EditStream(draft, 3, 60);
        edits.awaitEnough();
        redraft.kill();
        edits.awaitEnd();

        isStartedAgain();
        assertThat(streamed()).containsAll(edits.acknowledged());
        assertThat(edits.sent()).containsAll(streamed());
        var tip = held("admin", draft);
        var gestures = as("admin")
                .get("/api/drafts/" + draft + "/operations")
                .jsonPath()
                .getList("gesture");
        assertThat(gestures).hasSize(3 + streamed().size());

        command("admin", draft, "undo", "{'to':0}").then().statusCode(200).body("changes", equalTo(0));
        assertThat(held("admin", draft)).isEqualTo(BASE);
        command("admin", draft, "redo", "{'to':%s}".formatted(gestures.getLast()))
                .then()
                .statusCode(200);
        assertThat(held("admin", draft)).isEqualTo(tip);
        command("admin", draft, "commit").then().statusCode(200).body("version", equalTo(2));

        redraft.stop();
        isStartedAgain();
        assertThat(live("admin", "billing")).isEqualTo(tip);
        as("admin").get("/api/configurations/billing/test").then().body("version", equalTo(2));
    }
}
