package dev.redraft.race;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.content;
import static dev.redraft.Walk.live;
import static dev.redraft.race.Holding.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(120)
class Two_admins_commit_at_once {
    @BeforeEach
    void there_is_version_1() {
        Scene.begin();
    }

    @Test
    void the_second_waits_for_the_first_and_is_told_that_the_base_moved() throws Exception {
        var anns = Scene.draftOf("ann", 20);
        var bobs = Scene.draftOf("bob", 30);
        var untouched = Scene.all("bob", bobs);
        try (var ann = holding(Point.COMMITTED, () -> command("ann", anns, "commit"))) {
            var bob = ann.meanwhile(() -> command("bob", bobs, "commit"));
            assertThat(bob.isWaiting()).isTrue();
            ann.goOn();
            ann.result().then().statusCode(200).body("version", equalTo(2));
            bob.result()
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:redraft:problem:base-moved"))
                    .body("base", equalTo(1))
                    .body("current", equalTo(2))
                    .body("overlapping", equalTo(List.of("/pool/max")));
        }
        assertThat(Scene.all("bob", bobs)).isEqualTo(untouched);
        assertThat(live("bob", "billing")).contains("'max':20");
        Scene.holdsVersionsUpTo(2);
    }

    @Test
    void the_same_draft_becomes_one_version_and_both_are_told_which() throws Exception {
        var draft = Scene.draftOf("ann", 20);
        try (var first = holding(Point.COMMITTED, () -> command("ann", draft, "commit"))) {
            var second = first.meanwhile(() -> command("ann", draft, "commit"));
            assertThat(second.isWaiting()).isTrue();
            first.goOn();
            first.result().then().statusCode(200).body("version", equalTo(2));
            second.result().then().statusCode(200).body("version", equalTo(2));
        }
        Scene.holdsVersionsUpTo(2);
    }

    @Test
    void one_of_many_wins_and_all_others_are_told() {
        var drafts = new ArrayList<String>();
        for (var number = 0; number < 8; number++) {
            People.present("admin-" + number, Role.EDITOR);
            drafts.add(Scene.draftOf("admin-" + number, 20 + number));
        }
        var answers = Crowd.atOnce(drafts.size(), number -> command("admin-" + number, drafts.get(number), "commit"));
        assertThat(answers.stream().map(Response::statusCode).sorted())
                .containsExactly(200, 409, 409, 409, 409, 409, 409, 409);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .allSatisfy(
                        answer -> assertThat(answer.<Integer>path("current")).isEqualTo(2));
        Scene.holdsVersionsUpTo(2);
    }

    @Test
    void a_version_is_later_than_the_one_before_although_the_clock_was_set_back() {
        var draft = Scene.draftOf("ann", 20);
        People.sql("update revision set ended = now() + interval '1 hour' where version = 1; "
                + "update revision set retired = now() + interval '1 hour' where version = 0");
        command("ann", draft, "commit").then().statusCode(200);
        Scene.writeDirectly("bob", "[{'op':'remove','path':'/name'}]").then().statusCode(200);
        Scene.holdsVersionsUpTo(3);
    }

    @Test
    void whoever_reads_meanwhile_waits_for_nobody_and_sees_what_was_live() throws Exception {
        var draft = Scene.draftOf("ann", 20);
        var before = live("bob", "billing");
        try (var ann = holding(Point.COMMITTED, () -> command("ann", draft, "commit"))) {
            assertThat(live("bob", "billing")).isEqualTo(before);
            ann.goOn();
            ann.result().then().statusCode(200);
        }
        assertThat(live("bob", "billing")).contains("'max':20");
        assertThat(as("bob").get(content("billing") + "?version=1").asString().replaceAll("\\s", ""))
                .isEqualTo(before.replace('\'', '"'));
    }
}
