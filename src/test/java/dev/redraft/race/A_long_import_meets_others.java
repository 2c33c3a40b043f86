package dev.redraft.race;

import static dev.redraft.LongWork.ended;
import static dev.redraft.LongWork.id;
import static dev.redraft.LongWork.put;
import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.held;
import static dev.redraft.Walk.patch;
import static dev.redraft.race.Holding.holding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.redraft.LongWork;
import dev.redraft.People;
import dev.redraft.TestDatabase;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(120)
class A_long_import_meets_others {
    private static final String FILE = "{'pool':{'min':1,'max':30},'name':'invoices','hits':0,'new':1}";

    private String draft = "";

    @BeforeEach
    void ann_has_a_draft_of_version_1() {
        Scene.begin();
        People.present("root", Role.ADMINISTRATOR);
        draft = Walk.draft("ann", "billing");
    }

    private JsonPath imported() {
        return ended("ann", id(put("ann", draft, FILE)));
    }

    private static String job() {
        return People.strings("select id from job").getFirst();
    }

    @Test
    void what_somebody_changed_meanwhile_stays_and_is_named() throws Exception {
        JsonPath job;
        try (var held = holding(Point.IMPORT_COMPUTED, this::imported)) {
            patch(
                            "ann",
                            draft,
                            "[{'op':'replace','path':'/name','value':'mine'},{'op':'replace','path':'/hits','value':7}]")
                    .then()
                    .statusCode(200);
            patch("ann", draft, "[{'op':'add','path':'/other','value':true}]")
                    .then()
                    .statusCode(200);
            held.goOn();
            job = held.result();
        }
        assertThat(job.getString("state")).isEqualTo("DONE");
        assertThat(job.getList("result.left")).isEqualTo(List.of("hits", "name", "other"));
        assertThat(job.getMap("result")).containsEntry("changed", 1).containsEntry("added", 1);
        assertThat(held("ann", draft))
                .isEqualTo("{'pool':{'min':1,'max':30},'name':'mine','hits':7,'new':1,'other':true}");
        command("ann", draft, "undo").then().statusCode(200);
        assertThat(held("ann", draft)).isEqualTo("{'pool':{'min':1,'max':10},'name':'mine','hits':7,'other':true}");
    }

    @Test
    void what_somebody_made_the_same_meanwhile_is_nothing_to_tell() throws Exception {
        try (var held = holding(Point.IMPORT_COMPUTED, this::imported)) {
            patch("ann", draft, "[{'op':'replace','path':'/name','value':'invoices'}]");
            held.goOn();
            assertThat(held.result().getList("result.left")).isNull();
        }
        assertThat(held("ann", draft)).isEqualTo(FILE);
    }

    @Test
    void no_transaction_is_open_and_nothing_is_locked_while_it_computes() throws Exception {
        try (var held = holding(Point.IMPORT_COMPUTED, this::imported)) {
            assertThat(People.strings("""
                            select relation::regclass from pg_locks
                            where relation in ('revision'::regclass, 'entry'::regclass, 'configuration'::regclass)
                                and pid <> pg_backend_pid()
                            """)).isEmpty();
            assertThat(People.strings("""
                            select query from pg_stat_activity
                            where backend_type = 'client backend' and xact_start is not null and pid <> pg_backend_pid()
                            """))
                    .as("that which tells how far it is, and no other")
                    .singleElement()
                    .asString()
                    .startsWith("update job set done");
            held.goOn();
            assertThat(held.result().getString("state")).isEqualTo("DONE");
        }
    }

    @Test
    void a_stop_at_the_last_moment_leaves_the_draft_as_it_was() throws Exception {
        var before = Scene.all("ann", draft);
        try (var held = holding(Point.EDITED, this::imported)) {
            LongWork.command("ann", job(), "stop").then().statusCode(200).body("state", equalTo("STOPPED"));
            LongWork.command("ann", job(), "stop").then().statusCode(200).body("state", equalTo("STOPPED"));
            held.goOn();
            assertThat(held.result().getString("state")).isEqualTo("STOPPED");
        }
        Scene.setMax("ann", draft, 10).then().statusCode(200);
        assertThat(Scene.all("ann", draft)).isEqualTo(before);
    }

    @Test
    void a_stop_that_comes_while_it_computes_is_noticed() throws Exception {
        try (var held = holding(Point.IMPORT_COMPUTED, this::imported)) {
            var stop = held.meanwhile(() -> LongWork.command("ann", job(), "stop"));
            assertThat(stop.isWaiting()).isTrue();
            held.goOn();
            // Where the stop has to run again, it may come when all is done.
            var isDone = TestDatabase.isSerializable()
                    && held.result().getString("state").equals("DONE");
            var end = isDone ? "DONE" : "STOPPED";
            stop.result().then().statusCode(200).body("state", equalTo(end));
            assertThat(held.result().getString("state")).isEqualTo(end);
            assertThat(Walk.shown("ann", draft).getInt("stamp")).isEqualTo(isDone ? 1 : 0);
        }
    }

    @Test
    void the_same_file_at_once_is_one_job_and_another_one_has_to_wait() throws Exception {
        try (var held = holding(Point.IMPORT_COMPUTED, this::imported)) {
            assertThat(id(put("ann", draft, FILE))).isEqualTo(job());
            put("ann", draft, "{}")
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("import-running"))
                    .body("job", equalTo(job()));
            held.goOn();
            assertThat(held.result().getString("state")).isEqualTo("DONE");
        }
        assertThat(People.strings("select number from gesture where revision = '" + draft + "'"))
                .hasSize(1);
    }

    @Test
    void a_lost_connection_leaves_the_draft_as_it_was_and_it_starts_again_once() throws Exception {
        try (var held = holding(Point.EDITED, this::imported)) {
            held.hangUp();
            held.goOn();
            assertThat(held.result().getString("state")).isEqualTo("FAILED");
        }
        assertThat(Walk.shown("ann", draft).getInt("stamp")).isZero();
        var answers = Crowd.atOnce(4, _ -> LongWork.command("ann", job(), "start"));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isIn(200, 409));
        assertThat(ended("ann", job()).getString("state")).isEqualTo("DONE");
        assertThat(People.strings("select number from gesture where revision = '" + draft + "'"))
                .hasSize(1);
    }

    @Test
    void whoever_took_the_draft_over_does_not_wait_for_it() throws Exception {
        try (var held = holding(Point.IMPORT_COMPUTED, this::imported)) {
            command("root", draft, "takeover").then().statusCode(200);
            held.goOn();
            var job = held.result();
            assertThat(job.getString("state")).isEqualTo("FAILED");
            assertThat(job.getString("problem.detail")).contains("no draft of yours");
        }
        assertThat(ended("root", id(put("root", draft, FILE))).getString("state"))
                .isEqualTo("DONE");
        as("ann").get("/api/drafts/" + draft).then().statusCode(404);
    }
}
