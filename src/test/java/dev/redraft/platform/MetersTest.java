package dev.redraft.platform;

import static dev.redraft.People.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import dev.redraft.Past;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.draft.Upkeep;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MetersTest {
    @Inject
    Meters meters;

    @Inject
    Upkeep upkeep;

    @BeforeEach
    void ann_root_and_a_configuration() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("root", Role.ADMINISTRATOR);
        Walk.configuration("ann", "billing", "{\"max\":10}");
    }

    private static double number(String meter) {
        return Arrays.stream(as("root").get("/q/metrics").asString().split("\n"))
                .filter(line -> line.startsWith(meter + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(meter.length() + 1)))
                .sum();
    }

    private static double events(String event) {
        return number("redraft_draft_events_total{event=\"" + event + "\"}");
    }

    @Nested
    class Are_shown {
        @Test
        void to_administrators_alone() {
            given().get("/q/metrics").then().statusCode(401).contentType("application/problem+json");
            as("ann").get("/q/metrics").then().statusCode(403).contentType("application/problem+json");
            as("root").get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory_used_bytes"));
        }

        @Test
        void without_any_name_of_ours() {
            given().get("/api/configurations/billing/test/content").then().statusCode(401);
            as("ann").get("/api/configurations/nothing/test/content").then().statusCode(404);
            as("ann").get("/api/configurations/billing/test/content").then().statusCode(200);
            as("root")
                    .get("/q/metrics")
                    .then()
                    .body(not(containsString("billing")))
                    .body(not(containsString("nothing/test")))
                    .body(not(containsString("\"ann\"")))
                    .body(containsString("/api/configurations/{application}/{environment}/content"));
        }
    }

    @Nested
    class Count {
        @Test
        void commits_and_conflicts() {
            var committed = events("committed");
            var moved = events("base-moved");
            var draft = Walk.draft("ann", "billing");
            Walk.patch("ann", draft, "[{'op':'replace','path':'/max','value':20}]");
            Walk.write("root", "billing", "[{'op':'replace','path':'/max','value':30}]");
            Walk.command("ann", draft, "commit").then().statusCode(409);
            assertThat(events("base-moved")).isEqualTo(moved + 1);
            assertThat(events("committed")).isEqualTo(committed);
            var rootsDraft = Walk.draft("root", "billing");
            Walk.patch("root", rootsDraft, "[{'op':'replace','path':'/max','value':40}]");
            Walk.command("root", rootsDraft, "commit").then().statusCode(200);
            assertThat(events("committed")).isEqualTo(committed + 1);
        }

        @Test
        void what_the_audit_record_holds() {
            var written = "redraft_deeds_total{deed=\"content-written\"}";
            var before = number(written);
            Walk.write("root", "billing", "[{'op':'replace','path':'/max','value':30}]");
            assertThat(number(written)).isEqualTo(before + 1);
        }

        @Test
        void drafts_that_were_given_up_and_purged_and_how_long_that_took() {
            var abandoned = number("redraft_drafts_abandoned_total");
            var purged = number("redraft_drafts_purged_total");
            var runs = number("redraft_upkeep_seconds_count");
            var draft = Walk.draft("ann", "billing");
            Past.push(draft, "2 days");
            upkeep.run();
            Past.push(draft, "31 days");
            upkeep.run();
            assertThat(number("redraft_drafts_abandoned_total")).isEqualTo(abandoned + 1);
            assertThat(number("redraft_drafts_purged_total")).isEqualTo(purged + 1);
            assertThat(number("redraft_upkeep_seconds_count")).isEqualTo(runs + 2);
        }

        @Test
        void nothing_of_a_transaction_that_was_rolled_back() {
            QuarkusTransaction.begin();
            meters.countOnceCommitted("redraft.probe", "kind", "lost");
            QuarkusTransaction.rollback();
            QuarkusTransaction.requiringNew().run(() -> meters.countOnceCommitted("redraft.probe", "kind", "kept"));
            assertThat(number("redraft_probe_total{kind=\"lost\"}")).isZero();
            assertThat(number("redraft_probe_total{kind=\"kept\"}")).isOne();
        }
    }
}
