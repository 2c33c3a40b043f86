package dev.redraft.race;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.live;
import static dev.redraft.race.Holding.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import dev.redraft.People;
import dev.redraft.Walk;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(120)
class A_schema_meets_a_commit {
    private static final String WIDE = "{'properties':{'pool':{'properties':{'max':{'maximum':100}}}}}";
    private static final String NARROW = "{'properties':{'pool':{'properties':{'max':{'maximum':15}}}}}";
    private static final String DIRECTLY = "[{'op':'replace','path':'/pool/max','value':20}]";

    private String draft = "";

    @BeforeEach
    void ann_has_a_draft_that_a_wide_schema_lets_pass_and_a_narrow_one_does_not() {
        Scene.begin();
        Walk.schema("bob", "billing", WIDE).then().statusCode(200);
        draft = Scene.draftOf("ann", 20);
    }

    private Response commit() {
        return command("ann", draft, "commit");
    }

    private static Response narrow() {
        return Walk.schema("bob", "billing", NARROW);
    }

    @Nested
    class That_came_first {
        @Test
        void holds_the_commit_to_the_new_schema_though_it_was_validated_against_the_old() throws Exception {
            try (var schema = holding(Point.SCHEMA_CHANGED, () -> narrow())) {
                // It finds that it was not validated yet, validates against what it sees, and waits.
                var commit = schema.meanwhile(() -> commit());
                assertThat(commit.isWaiting()).isTrue();
                schema.goOn();
                schema.result().then().statusCode(200).body("problems.size()", equalTo(0));
                commit.result().then().statusCode(422).body("errors.path", equalTo(List.of("/pool/max")));
            }
            assertThat(live("bob", "billing")).contains("'max':10");
            Scene.holdsVersionsUpTo(1);
        }

        @Test
        void holds_a_direct_write_to_the_new_schema() throws Exception {
            try (var schema = holding(Point.SCHEMA_CHANGED, () -> narrow())) {
                var write = schema.meanwhile(() -> Scene.writeDirectly("ann", DIRECTLY));
                assertThat(write.isWaiting()).isTrue();
                schema.goOn();
                schema.result().then().statusCode(200);
                write.result().then().statusCode(422);
            }
            Scene.holdsVersionsUpTo(1);
        }
    }

    @Nested
    class That_came_second {
        @Test
        void is_told_what_the_commit_published() throws Exception {
            try (var commit = holding(Point.COMMITTED, () -> commit())) {
                var schema = commit.meanwhile(() -> narrow());
                assertThat(schema.isWaiting()).isTrue();
                commit.goOn();
                commit.result().then().statusCode(200).body("version", equalTo(2));
                schema.result().then().statusCode(200).body("problems.path", equalTo(List.of("/pool/max")));
            }
            Scene.holdsVersionsUpTo(2);
        }

        @Test
        void is_told_what_a_direct_write_published() throws Exception {
            try (var write = holding(Point.WRITTEN, () -> Scene.writeDirectly("ann", DIRECTLY))) {
                var schema = write.meanwhile(() -> narrow());
                assertThat(schema.isWaiting()).isTrue();
                write.goOn();
                write.result().then().statusCode(200);
                schema.result().then().statusCode(200).body("problems.path", equalTo(List.of("/pool/max")));
            }
        }
    }

    @Test
    void again_and_again_and_nothing_is_published_that_the_schema_of_its_time_refuses() {
        // Narrow and wide by turns, while others set the pool: each version has to pass the schema it was made under.
        Crowd.atOnce(4, number -> {
            for (var round = 0; round < 15; round++) {
                if (number == 0) {
                    Walk.schema("bob", "billing", round % 2 == 0 ? NARROW : WIDE)
                            .then()
                            .statusCode(200);
                } else {
                    setAndCommit(number == 1 ? "ann" : "bob", 14 + (round + number) % 3);
                }
            }
            return number;
        });
        assertThat(People.strings("""
                        select r.version || ': ' || (e.value -> 'max') from revision r
                        join entry e on e.revision = r.id and e.key = 'pool'
                        join lateral (
                            select schema from configuration_schema s
                            where s.configuration = r.configuration and s.at < r.ended
                            order by number desc limit 1) as ruling on true
                        where r.version > 1
                            and cast(e.value ->> 'max' as integer)
                                > cast(ruling.schema #>> '{properties,pool,properties,max,maximum}' as integer)
                        """)).as("versions that their schema refuses").isEmpty();
    }

    private static void setAndCommit(String who, int max) {
        if (max % 2 == 0) {
            var patch = "[{'op':'replace','path':'/pool/max','value':" + max + "}]";
            Scene.writeDirectly(who, patch).then().statusCode(oneOf(200, 422));
        } else {
            var mine = Walk.draft(who, "billing");
            Scene.setMax(who, mine, max);
            command(who, mine, "commit").then().statusCode(oneOf(200, 409, 422));
            as(who).delete("/api/drafts/" + mine);
        }
    }
}
