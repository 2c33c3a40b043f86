package dev.redraft.packaged;

import static dev.redraft.LongWork.ended;
import static dev.redraft.LongWork.id;
import static dev.redraft.LongWork.put;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.LongWork;
import dev.redraft.Walk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A long import whose server is killed half way: the draft is as it was, and one click begins again.
@Timeout(400)
class A_killed_importIT {
    private static final int MANY = 50_000;

    private final Path folder;
    private PackagedRedraft redraft;

    A_killed_importIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        redraft = PackagedRedraft.startedIn(folder);
    }

    @AfterEach
    void nothing_is_left_running() throws Exception {
        redraft.clear();
    }

    @Test
    void is_interrupted_with_the_draft_untouched_and_starts_again() throws Exception {
        Walk.configuration("admin", "billing", "{\"old\":1}");
        var draft = Walk.draft("admin", "billing");
        var job = id(put("admin", draft, file()));
        redraft.kill();

        redraft = PackagedRedraft.startedIn(folder);
        var found = LongWork.shown("admin", job);
        assertThat(found.getString("state")).isEqualTo("INTERRUPTED");
        assertThat(Walk.held("admin", draft)).isEqualTo("{'old':1}");
        LongWork.command("admin", job, "start").then().statusCode(200);
        assertThat(ended("admin", job).getString("state")).isEqualTo("DONE");
        assertThat(Walk.shown("admin", draft).getInt("changes")).isEqualTo(MANY + 1);
    }

    private static String file() {
        return IntStream.range(0, MANY)
                .mapToObj(number -> "'key.%d':'%d'".formatted(number, number))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
