package dev.redraft.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.Past;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.draft.Upkeep;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// As instances of Redraft do whose clocks strike together.
@QuarkusTest
@Timeout(120)
class Several_runs_at_once {
    private static final int DRAFTS = 60;

    @Inject
    Upkeep upkeep;

    private final List<String> drafts = new ArrayList<>();

    @BeforeEach
    void many_drafts_were_left_alone() {
        Scene.begin();
        for (var number = 0; number < DRAFTS; number++) {
            Walk.configuration("ann", "app-" + number, "{\"max\":10}");
            var draft = Walk.draft("ann", "app-" + number);
            Walk.patch("ann", draft, "[{'op':'replace','path':'/max','value':20}]");
            Past.push(draft, "8 days");
            drafts.add(draft);
        }
    }

    private static int sum(List<Upkeep.Done> runs, ToIntFunction<Upkeep.Done> number) {
        return runs.stream().mapToInt(number).sum();
    }

    @Test
    void give_up_each_draft_once() {
        var runs = Crowd.atOnce(4, _ -> upkeep.run());
        assertThat(sum(runs, Upkeep.Done::abandoned)).isEqualTo(DRAFTS);
        assertThat(People.strings("select draft from draft_event where kind = 'ABANDONED'"))
                .containsExactlyInAnyOrderElementsOf(drafts);
        assertThat(People.strings("select draft from draft_summary where outcome = 'ABANDONED'"))
                .containsExactlyInAnyOrderElementsOf(drafts);
        assertThat(People.strings("select distinct stamp from revision where state = 'ABANDONED'"))
                .containsExactly("2");
    }

    @Test
    void purge_each_draft_once() {
        upkeep.run();
        drafts.forEach(draft -> Past.push(draft, "31 days"));
        var runs = Crowd.atOnce(4, _ -> upkeep.run());
        assertThat(sum(runs, Upkeep.Done::purged)).isEqualTo(DRAFTS);
        // Of each: an operation, a gesture, an entry, and its own row.
        assertThat(sum(runs, Upkeep.Done::rows)).isEqualTo(4 * DRAFTS);
        assertThat(People.strings("select draft from audit where action = 'draft-purged'"))
                .containsExactlyInAnyOrderElementsOf(drafts);
        assertThat(People.strings("select id from revision where state not in ('ACTIVE', 'RETIRED')"))
                .isEmpty();
    }
}
