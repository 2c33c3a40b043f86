package dev.redraft.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.configuration.Edit;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.JsonReader;
import dev.redraft.draft.Commits.Outcome.BaseMoved;
import dev.redraft.draft.Commits.Outcome.Collided;
import dev.redraft.draft.Commits.Outcome.Committed;
import dev.redraft.draft.Commits.Outcome.NothingToCommit;
import dev.redraft.operation.Document;
import dev.redraft.operation.Nasty;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What holds for every draft whatever is done to it, tried on many in the real database: the seed in a message
/// brings the case back.
@QuarkusTest
class Laws_of_drafts {
    private static final int LIVES = 30;
    private static final int STEPS = 12;

    @BeforeEach
    void there_is_a_configuration() {
        People.clear();
        People.present("ann", Role.EDITOR);
        Walk.configuration("ann", "billing", "{\"a\":{\"1\":1,\"x=y\":[1.0,1e1]},\"0\":0,\"~\":null}");
    }

    private static void live(Consumer<Life> look) {
        for (var seed = 0L; seed < LIVES; seed++) {
            var life = Life.on(seed);
            for (var step = 0; step < STEPS; step++) {
                life.step();
            }
            about(seed, life, look);
            life.end();
        }
    }

    private static void about(long seed, Life life, Consumer<Life> look) {
        try {
            look.accept(life);
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("seed " + seed, broken);
        }
    }

    @Test
    void undoing_everything_yields_the_base_and_redoing_everything_the_tip() {
        live(life -> {
            assertThat(life.text()).isEqualTo(life.expected());
            life.goTo(life.states().getLast());
            assertThat(life.text()).isEqualTo(life.states().getLast().text());
            life.goTo(life.states().getFirst());
            assertThat(life.text()).isEqualTo(Life.version(life.shown().base()));
            assertThat(life.shown().changes()).isZero();
            assertThat(life.ownRows()).isZero();
            life.goTo(life.states().getLast());
            assertThat(life.text()).isEqualTo(life.states().getLast().text());
        });
    }

    @Test
    void every_step_can_be_gone_to_from_every_other() {
        live(life -> {
            for (var from : life.states()) {
                for (var to : life.states()) {
                    life.goTo(from);
                    life.goTo(to);
                    assertThat(life.text()).as("%s to %s", from, to).isEqualTo(to.text());
                }
            }
        });
    }

    @Test
    void replaying_the_applied_gestures_on_the_base_yields_the_draft() {
        live(life -> {
            var document = Document.of((JsonObject) JsonReader.stored(life.base()));
            life.applied().forEach(gesture -> gesture.operations().forEach(document::apply));
            assertThat(document.toObject()).isEqualTo(life.content());
        });
    }

    @Test
    void what_is_counted_is_what_is_there_after_each_step() {
        for (var seed = 0L; seed < LIVES; seed++) {
            var life = Life.on(seed);
            for (var step = 0; step < STEPS; step++) {
                life.step();
                about(seed, life, Laws_of_drafts::is_counted_rightly);
            }
            life.end();
        }
    }

    private static void is_counted_rightly(Life life) {
        assertThat(life.text()).isEqualTo(life.expected());
        assertThat(life.number("entries")).isEqualTo(life.content().members().size());
        assertThat(life.shown().changes()).isEqualTo(life.ownRows()).isEqualTo(life.changes());
        if (life.content().equals(JsonReader.stored(life.base()))) {
            assertThat(life.shown().changes()).as("changes of %s", life.text()).isZero();
            assertThat(life.text()).as("order").isEqualTo(life.base());
        }
    }

    @Test
    void a_commit_makes_live_what_the_draft_held_and_changes_no_older_version() {
        var versions = new HashMap<Integer, String>();
        live(life -> {
            versions.put(life.shown().base(), life.base());
            var held = life.text();
            var entries = life.number("entries");
            switch (life.commit()) {
                case Committed(var version) -> {
                    assertThat(version).isEqualTo(life.shown().base() + 1);
                    versions.put(version, held);
                    assertThat(Life.version(version)).isEqualTo(held);
                    assertThat(life.number("entries")).isEqualTo(entries);
                }
                case NothingToCommit() -> assertThat(held).isEqualTo(life.base());
                case BaseMoved moved -> throw new AssertionError(moved);
                case Collided collided -> throw new AssertionError(collided);
            }
        });
        assertThat(versions).hasSizeGreaterThan(LIVES / 2);
        versions.forEach((version, text) ->
                assertThat(Life.version(version)).as("version %d", version).isEqualTo(text));
    }

    @Test
    void what_others_commit_meanwhile_changes_nothing_in_a_draft() {
        live(life -> {
            var before = Life.newest();
            var others = new Nasty(life.gesturesSoFar()).document();
            var after = Life.write(new Edit.Whole(now -> others));
            assertThat(life.text()).isEqualTo(life.expected());
            is_counted_rightly(life);
            life.goTo(life.states().getFirst());
            assertThat(life.text()).isEqualTo(Life.version(before));
            life.goTo(life.states().getLast());
            assertThat(life.text()).isEqualTo(life.states().getLast().text());
            if (life.changes() > 0 && after > before) {
                assertThat(life.commit()).isInstanceOf(BaseMoved.class);
            }
            assertThat(JsonReader.stored(Life.version(after))).isEqualTo(others);
        });
    }

    @Test
    void after_a_rebase_undoing_everything_yields_the_new_base_and_redoing_everything_what_was_merged() {
        live(life -> {
            var others = new Nasty(life.gesturesSoFar() + 7).document();
            Life.write(new Edit.Merge(others));
            life.rebase();
            assertThat(life.shown().base()).isEqualTo(Life.newest());
            var merged = life.content();
            is_counted_like_what_is_there(life);
            var applied = life.applied().size();
            life.undoAll();
            assertThat(life.content()).isEqualTo(JsonReader.stored(Life.version(Life.newest())));
            assertThat(life.shown().changes()).isZero();
            is_counted_like_what_is_there(life);
            life.redo(applied);
            assertThat(life.content()).isEqualTo(merged);
            is_counted_like_what_is_there(life);
            if (life.commit() instanceof Committed(var version)) {
                assertThat(JsonReader.stored(Life.version(version))).isEqualTo(merged);
            }
        });
    }

    private static void is_counted_like_what_is_there(Life life) {
        assertThat(life.number("entries")).isEqualTo(life.content().members().size());
        assertThat(life.shown().changes()).isEqualTo(life.ownRows()).isEqualTo(life.changes());
    }
}
