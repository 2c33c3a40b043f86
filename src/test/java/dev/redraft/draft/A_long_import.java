package dev.redraft.draft;

import static dev.redraft.LongWork.ended;
import static dev.redraft.LongWork.id;
import static dev.redraft.LongWork.put;
import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.configuration;
import static dev.redraft.Walk.draft;
import static dev.redraft.Walk.held;
import static dev.redraft.Walk.patch;
import static dev.redraft.Walk.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.redraft.LongWork;
import dev.redraft.People;
import dev.redraft.background.JobRuns;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
class A_long_import {
    private static final String BASE = "{'name':'billing','pool':{'max':10},'old':1}";
    private static final String FILE = "{'name':'billing','pool':{'max':20},'new':2}";

    @Inject
    JobRuns runs;

    private String draft = "";

    @BeforeEach
    void a_draft_of_ann() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        People.present("root", Role.ADMINISTRATOR);
        configuration("ann", "billing", BASE.replace('\'', '"'));
        draft = draft("ann", "billing");
    }

    @Nested
    class That_nobody_waits_for {
        @Test
        void is_accepted_with_the_address_of_its_job() {
            var accepted = put("ann", draft, FILE);
            accepted.then()
                    .statusCode(202)
                    .header("Preference-Applied", "respond-async")
                    .header("Location", endsWith("/api/jobs/" + id(accepted)))
                    .body("kind", equalTo("IMPORT"))
                    .body("draft", equalTo(draft));
            var job = ended("ann", id(accepted));
            assertThat(job.getString("state")).isEqualTo("DONE");
            assertThat(job.getInt("done")).isEqualTo(3).isEqualTo(job.getInt("total"));
            assertThat(job.getMap("result"))
                    .containsEntry("changed", 1)
                    .containsEntry("added", 1)
                    .containsEntry("removed", 1)
                    .containsEntry("stamp", shown("ann", draft).getInt("stamp"));
            assertThat(held("ann", draft)).isEqualTo(FILE);
        }

        @Test
        void is_one_step_that_undo_takes_back() {
            ended("ann", id(put("ann", draft, FILE)));
            command("ann", draft, "undo").then().statusCode(200).body("changes", equalTo(0));
            assertThat(held("ann", draft)).isEqualTo(BASE);
        }

        @Test
        void that_changes_nothing_makes_no_step() {
            var job = ended("ann", id(put("ann", draft, BASE)));
            assertThat(job.getString("state")).isEqualTo("DONE");
            assertThat(shown("ann", draft).getString("undo")).isNull();
        }

        @Test
        void is_recorded_without_a_value() {
            ended("ann", id(put("ann", draft, FILE)));
            assertThat(People.strings("select actor || ' ' || details from audit where action = 'draft-imported'"))
                    .singleElement()
                    .asString()
                    .startsWith("ann {")
                    .contains("\"changed\":1");
        }

        @Test
        void fails_with_the_line_of_what_cannot_be_read() {
            var job = ended("ann", id(put("ann", draft, "{'a':\n1,}")));
            assertThat(job.getString("state")).isEqualTo("FAILED");
            assertThat(job.getString("problem.type")).isEqualTo("urn:redraft:problem:malformed-document");
            assertThat(job.getString("problem.detail")).contains("Line 2");
            assertThat(held("ann", draft)).isEqualTo(BASE);
        }

        @Test
        void begins_only_where_If_Match_says() {
            patch("ann", draft, "[{'op':'remove','path':'/old'}]");
            as("ann")
                    .header("Prefer", "respond-async")
                    .header("If-Match", "\"s0\"")
                    .contentType("application/json")
                    .body("{}")
                    .put("/api/drafts/" + draft + "/content")
                    .then()
                    .statusCode(412);
        }

        @Test
        void is_accepted_once_however_often_the_same_key_asks() {
            var first = keyed();
            assertThat(keyed()).isEqualTo(first);
            ended("ann", first);
            assertThat(keyed()).isEqualTo(first);
            assertThat(People.strings("select id from job")).hasSize(1);
        }

        private String keyed() {
            return as("ann")
                    .header("Prefer", "respond-async")
                    .header("Idempotency-Key", "one")
                    .contentType("application/json")
                    .body(FILE.replace('\'', '"'))
                    .put("/api/drafts/" + draft + "/content")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");
        }

        @Test
        void is_refused_where_too_many_are_not_finished() {
            People.sql("""
                    insert into job (id, kind, configuration, owner, name, instance)
                    select gen_random_uuid(), 'EXPORT', id, 'ann', '', 'elsewhere' from configuration, generate_series(1, 10)
                    """);
            put("ann", draft, FILE).then().statusCode(429).body("type", endsWith("too-many-jobs"));
        }
    }

    @Nested
    class Belongs_to_whoever_asked_for_it {
        private String job = "";

        @BeforeEach
        void that_is_done() {
            job = id(put("ann", draft, FILE));
            ended("ann", job);
        }

        @Test
        void and_nobody_else_knows_of_it() {
            for (var command : List.of("stop", "start")) {
                LongWork.command("bob", job, command).then().statusCode(404);
            }
            as("bob").get("/api/jobs/" + job).then().statusCode(404);
            as("bob").get("/api/jobs/" + job + "/output").then().statusCode(404);
            as("bob").get("/api/jobs").then().body("items", hasSize(0));
            put("bob", draft, FILE).then().statusCode(404);
        }

        @Test
        void but_an_administrator_who_sees_that_it_is_there() {
            as("root")
                    .get("/api/jobs/" + job)
                    .then()
                    .statusCode(200)
                    .body("owner", equalTo("ann"))
                    .body("result", nullValue());
            LongWork.command("root", job, "stop").then().statusCode(404);
            as("root").get("/api/jobs?state=done").then().body("items.id", equalTo(List.of(job)));
        }

        @Test
        void who_is_not_told_what_is_the_same_already() {
            var tag = as("ann").get("/api/jobs/" + job).header("ETag");
            as("ann")
                    .header("If-None-Match", tag)
                    .get("/api/jobs/" + job)
                    .then()
                    .statusCode(304);
        }

        @Test
        void and_is_found_by_its_state() {
            as("ann").get("/api/jobs?state=DONE").then().body("items.id", equalTo(List.of(job)));
            as("ann").get("/api/jobs?state=running").then().body("items", hasSize(0));
            as("ann").get("/api/jobs?state=over").then().statusCode(400);
            as("ann").get("/api/jobs/nonsense").then().statusCode(404);
        }

        @Test
        void and_stays_done_whatever_is_asked_of_it() {
            LongWork.command("ann", job, "stop").then().statusCode(200).body("state", equalTo("DONE"));
            LongWork.command("ann", job, "start")
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("job-done"))
                    .body("detail", containsString("nothing to start again"));
        }
    }

    @Nested
    class Whose_server_is_gone {
        private String job = "";

        @BeforeEach
        void with_the_import_half_way() {
            job = UUID.randomUUID().toString();
            People.sql("""
                    insert into job (id, kind, configuration, draft, owner, state, name, way, format, keys, started, instance,
                        heartbeat)
                    select '%s', 'IMPORT', configuration, id, owner, 'RUNNING', 'new.json', 'REPLACE', 'json', 'AS_THEY_ARE',
                        now(), 'gone', now() - interval '20 seconds' from revision where id = '%s';
                    insert into job_file values ('%s', 'INPUT', 0, convert_to('%s', 'UTF8'))
                    """.formatted(job, draft, job, FILE.replace('\'', '"')));
        }

        @Test
        void is_interrupted_and_the_draft_is_as_it_was() {
            runs.interruptSilent(Duration.ofSeconds(30));
            assertThat(LongWork.shown("ann", job).getString("state")).isEqualTo("RUNNING");
            runs.interruptSilent(Duration.ofSeconds(15));
            assertThat(LongWork.shown("ann", job).getString("state")).isEqualTo("INTERRUPTED");
            assertThat(held("ann", draft)).isEqualTo(BASE);
        }

        @Test
        void is_known_at_once_to_the_next_life_of_that_server() {
            runs.interruptOf("elsewhere");
            assertThat(LongWork.shown("ann", job).getString("state")).isEqualTo("RUNNING");
            runs.interruptOf("gone");
            assertThat(LongWork.shown("ann", job).getString("state")).isEqualTo("INTERRUPTED");
        }

        @Test
        void starts_again_without_the_file_being_sent_again() {
            runs.interruptSilent(Duration.ofSeconds(15));
            LongWork.command("ann", job, "start").then().statusCode(200);
            assertThat(ended("ann", job).getString("state")).isEqualTo("DONE");
            assertThat(held("ann", draft)).isEqualTo(FILE);
        }

        @Test
        void is_forgotten_with_its_file_when_it_was_kept_long_enough() {
            runs.interruptSilent(Duration.ofSeconds(15));
            assertThat(runs.purge(Duration.ofHours(1), 10)).isZero();
            assertThat(runs.purge(Duration.ZERO, 10)).isEqualTo(1);
            assertThat(People.strings("select side from job_file")).isEmpty();
        }
    }

    @Nested
    class Into_a_draft_that_goes_away {
        @Test
        void does_not_start_again_when_the_draft_is_somebody_elses() {
            var job = id(put("ann", draft, "{'a':\n1,}"));
            ended("ann", job);
            command("root", draft, "takeover").then().statusCode(200);
            LongWork.command("ann", job, "start").then().statusCode(200);
            var ended = ended("ann", job);
            assertThat(ended.getString("state")).isEqualTo("FAILED");
        }
    }
}
