package dev.redraft.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody presses keys and buttons faster than the server answers: all of them count, in their order.
@QuarkusTest
class Keys_pressed_quickly_in_the_browser extends Journey {
    private static final int STEPS = 6;
    private static final int PRESSES = 40;
    private static final int LONGEST_PAUSE_MILLIS = 200;

    private Page ann;
    private String draft = "";

    @BeforeEach
    void a_draft_of_some_steps() {
        People.clear();
        People.present("ann", Role.EDITOR);
        draft = Walk.draftOf("ann", "billing", "{\"flag\":true,\"max\":0,\"name\":\"billing\"}");
        for (var max = 1; max <= STEPS; max++) {
            Walk.patch("ann", draft, "[{'op':'replace','path':'/max','value':" + max + "}]")
                    .then()
                    .statusCode(200);
        }
        ann = opened("ann", "drafts/" + draft);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void undo_and_redo_as_often_as_asked_for(long seed) {
        var random = new Random(seed);
        var expected = new ArrayList<String>();
        var at = STEPS;
        for (var press = 0; press < PRESSES; press++) {
            var isUndo = at == STEPS || (at > 0 && random.nextBoolean());
            at += isUndo ? -1 : 1;
            expected.add(isUndo ? "UNDONE" : "REDONE");
            ann.keyboard().press(isUndo ? "Control+z" : "Control+y");
            ann.waitForTimeout(random.nextInt(LONGEST_PAUSE_MILLIS + 1));
        }
        assertThat(ann.locator("[data-pointer='/max'] a.edit")).hasText(Integer.toString(at));
        settled();
        assertThat(steps()).as("seed " + seed).isEqualTo(expected);
    }

    @Test
    void a_second_click_on_what_the_first_one_replaces_counts_too() {
        ann.locator("#undone").dblclick();
        assertThat(ann.locator("[data-pointer='/max'] a.edit")).hasText(Integer.toString(STEPS - 2));
        var flag = ann.locator("button.switch");
        ann.keyboard().press("Control+z");
        flag.click();
        assertThat(flag).hasText("false");
        assertThat(ann.locator("#undone")).containsText("flag");
        settled();
        assertThat(steps()).isEqualTo(List.of("UNDONE", "UNDONE", "UNDONE", "EDITED"));
    }

    private void settled() {
        assertThat(ann.locator(".htmx-request")).hasCount(0);
    }

    private List<String> steps() {
        var all = People.strings("select kind from draft_event where draft = '" + draft + "' order by id");
        return all.subList(STEPS + 1, all.size());
    }
}
