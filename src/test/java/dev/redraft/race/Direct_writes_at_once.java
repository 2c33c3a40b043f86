package dev.redraft.race;

import static dev.redraft.People.as;
import static dev.redraft.Walk.content;
import static dev.redraft.Walk.live;
import static dev.redraft.race.Holding.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(120)
class Direct_writes_at_once {
    private static final String COUNT = "[{'op':'increment','path':'/hits','value':1}]";
    private static final int WRITES = 50;

    @BeforeEach
    void there_is_version_1() {
        Scene.begin();
    }

    @Test
    void are_made_one_on_top_of_the_other() throws Exception {
        try (var ann = holding(Point.WRITTEN, () -> Scene.writeDirectly("ann", COUNT))) {
            var bob = ann.meanwhile(() -> Scene.writeDirectly("bob", COUNT));
            assertThat(bob.isWaiting()).isTrue();
            ann.goOn();
            ann.result().then().statusCode(200).body("version", equalTo(2));
            bob.result().then().statusCode(200).body("version", equalTo(3));
        }
        assertThat(live("ann", "billing")).contains("'hits':2");
        Scene.holdsVersionsUpTo(3);
    }

    @Test
    void but_not_on_top_of_what_if_match_does_not_name() throws Exception {
        var tag = as("bob").get(content("billing")).header("ETag");
        try (var ann = holding(Point.WRITTEN, () -> Scene.writeDirectly("ann", COUNT))) {
            var bob = ann.meanwhile(() -> as("bob")
                    .header("If-Match", tag)
                    .contentType("application/json-patch+json")
                    .body(COUNT.replace('\'', '"'))
                    .patch(content("billing")));
            assertThat(bob.isWaiting()).isTrue();
            ann.goOn();
            bob.result().then().statusCode(412);
        }
        Scene.holdsVersionsUpTo(2);
    }

    @Test
    void all_count_and_change_nothing_that_was_committed_before() {
        var before = at(1);
        var left = new AtomicInteger(WRITES);
        Crowd.atOnce(8, number -> {
            while (left.getAndDecrement() > 0) {
                Scene.writeDirectly("ann", COUNT).then().statusCode(200);
                assertThat(at(1)).isEqualTo(before);
            }
            return number;
        });
        assertThat(live("ann", "billing")).contains("'hits':" + WRITES);
        Scene.holdsVersionsUpTo(1 + WRITES);
        assertThat(IntStream.rangeClosed(1, 1 + WRITES))
                .allSatisfy(version -> assertThat(at(version)).contains("\"hits\":" + (version - 1) + "}"));
    }

    private static String at(int version) {
        return as("bob")
                .get(content("billing") + "?version=" + version)
                .asString()
                .replaceAll("\\s", "");
    }
}
