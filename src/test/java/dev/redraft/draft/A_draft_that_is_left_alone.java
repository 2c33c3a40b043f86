package dev.redraft.draft;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.redraft.Past;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class A_draft_that_is_left_alone {
    @Inject
    Upkeep upkeep;

    private String draft = "";

    @BeforeEach
    void ann_has_a_draft_with_two_steps_one_of_them_undone() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("root", Role.ADMINISTRATOR);
        Walk.configuration("ann", "billing", "{\"max\":10}");
        draft = Walk.draft("ann", "billing");
        set(20).then().statusCode(200);
        set(30).then().statusCode(200);
        command("ann", draft, "undo").then().statusCode(200);
    }

    private Response set(int max) {
        return Walk.patch("ann", draft, "[{'op':'replace','path':'/max','value':" + max + "}]");
    }

    private Response shown() {
        return as("ann").get("/api/drafts/" + draft);
    }

    private String state() {
        return shown().then().statusCode(200).extract().path("state");
    }

    private static List<String> audited(String action) {
        return People.strings(
                "select actor || ' ' || subject || coalesce(' ' || details, '') from audit where action = '" + action
                        + "'");
    }

    @Nested
    class Is_given_up {
        @Test
        void after_seven_days_and_not_before() {
            Past.push(draft, "6 days 23 hours 59 minutes");
            assertThat(upkeep.run().abandoned()).isZero();
            Past.push(draft, "2 minutes");
            assertThat(upkeep.run().abandoned()).isOne();
            assertThat(state()).isEqualTo("ABANDONED");
            assertThat(upkeep.run().abandoned()).isZero();
        }

        @Test
        void with_its_event_its_summary_its_record_and_a_higher_stamp() {
            Past.push(draft, "8 days");
            upkeep.run();
            shown().then().body("stamp", equalTo(4)).body("endedAt", notNullValue());
            assertThat(People.strings("select e.actor || ' ' || e.owner || ' ' || e.stamp || ' ' || (at = ended)"
                            + " from draft_event e join revision r on r.id = e.draft where kind = 'ABANDONED'"))
                    .containsExactly("(redraft) ann 4 true");
            assertThat(People.strings(
                            "select outcome || changes || gestures from draft_summary where draft = '" + draft + "'"))
                    .containsExactly("ABANDONED12");
            assertThat(audited("draft-abandoned")).containsExactly("(redraft) billing/test {\"owner\":\"ann\"}");
        }

        @Test
        void after_a_day_if_it_was_never_edited() {
            var untouched = Walk.draft("root", "billing");
            Past.push(untouched, "23 hours 59 minutes");
            Past.push(draft, "23 hours 59 minutes");
            assertThat(upkeep.run().abandoned()).isZero();
            Past.push(untouched, "2 minutes");
            Past.push(draft, "2 minutes");
            assertThat(upkeep.run().abandoned()).isOne();
            assertThat(state()).isEqualTo("DRAFT");
        }

        @ParameterizedTest
        @ValueSource(strings = {"undo", "redo", "review"})
        void not_by_whom_something_was_done(String step) {
            Past.push(draft, "8 days");
            command("ann", draft, step).then().statusCode(200);
            assertThat(upkeep.run().abandoned()).isZero();
        }

        @Test
        void not_when_somebody_tried_to_commit_it() {
            Walk.write("ann", "billing", "[{'op':'replace','path':'/max','value':50}]");
            Past.push(draft, "8 days");
            command("ann", draft, "commit").then().statusCode(409);
            assertThat(upkeep.run().abandoned()).isZero();
        }

        @Test
        void but_has_its_full_time_again_when_it_was_taken_over() {
            Past.push(draft, "8 days");
            command("root", draft, "takeover").then().statusCode(200);
            assertThat(upkeep.run().abandoned()).isZero();
            Past.push(draft, "8 days");
            assertThat(upkeep.run().abandoned()).isOne();
        }

        @Test
        void together_with_all_others_however_many() {
            for (var number = 0; number < 23; number++) {
                Walk.configuration("ann", "other-" + number, "{}");
                Past.push(Walk.draft("ann", "other-" + number), "2 days");
            }
            assertThat(upkeep.run().abandoned()).isEqualTo(23);
        }
    }

    @Nested
    class Once_it_is_given_up {
        @BeforeEach
        void it_is() {
            Past.push(draft, "8 days");
            upkeep.run();
        }

        @Test
        void refuses_edits_and_commits_and_says_what_it_is() {
            set(40).then()
                    .statusCode(409)
                    .body("type", equalTo("urn:redraft:problem:draft-not-open"))
                    .body("state", equalTo("ABANDONED"));
            command("ann", draft, "commit").then().statusCode(409).body("state", equalTo("ABANDONED"));
        }

        @Test
        void leaves_room_for_another() {
            assertThat(Walk.draft("ann", "billing")).isNotEqualTo(draft);
        }

        @Test
        void is_listed_with_the_date_when_it_is_purged() {
            var ended = Instant.parse(shown().path("endedAt"));
            assertThat(Instant.parse(shown().path("purgeAt"))).isEqualTo(ended.plus(Duration.ofDays(30)));
            as("ann").get("/api/drafts?state=ABANDONED").then().body("items", hasSize(1));
            as("ann").get("/drafts").then().body(containsString("abandoned")).body(containsString("/reopened"));
        }

        @Test
        void is_reopened_with_all_its_steps_and_all_its_time() {
            command("ann", draft, "reopen").then().statusCode(200).body("state", equalTo("DRAFT"));
            command("ann", draft, "redo").then().statusCode(200);
            assertThat(Walk.held("ann", draft)).isEqualTo("{'max':30}");
            assertThat(upkeep.run().abandoned()).isZero();
            assertThat(People.strings("select draft from draft_summary where draft = '" + draft + "'"))
                    .isEmpty();
        }
    }

    @Nested
    class Warns_its_owner {
        @Test
        void a_day_before_and_not_earlier() {
            Past.push(draft, "5 days 23 hours 59 minutes");
            page().body(not(containsString("is given up")));
            Past.push(draft, "2 minutes");
            page().body(containsString("This draft is given up unless you edit it before"));
            as("ann").get("/drafts").then().body(containsString("given up unless edited before"));
        }

        @Test
        void no_longer_when_it_was_edited() {
            Past.push(draft, "6 days 12 hours");
            set(40).then().statusCode(200);
            page().body(not(containsString("is given up")));
        }

        @Test
        void for_a_quarter_of_the_time_of_one_without_edits() {
            draft = Walk.draft("root", "billing");
            Past.push(draft, "17 hours 59 minutes");
            as("root").get("/drafts/" + draft).then().body(not(containsString("is given up")));
            Past.push(draft, "2 minutes");
            as("root").get("/drafts/" + draft).then().body(containsString("is given up"));
        }

        @Test
        void without_a_change_of_what_the_tag_of_the_draft_stands_for() {
            Past.push(draft, "6 days 12 hours");
            var before = shown().asString();
            command("ann", draft, "review").then().statusCode(200);
            assertThat(shown().asString()).isEqualTo(before);
            page().body(not(containsString("is given up")));
        }

        private io.restassured.response.ValidatableResponse page() {
            return as("ann").get("/drafts/" + draft).then().statusCode(200);
        }
    }

    @Nested
    class A_run {
        @Test
        void that_did_something_says_how_much() {
            Past.push(draft, "8 days");
            upkeep.run();
            assertThat(audited("drafts-abandoned")).containsExactly("(redraft) drafts {\"drafts\":1}");
            assertThat(audited("drafts-looked-through")).isEmpty();
        }

        @Test
        void with_nothing_to_do_says_that_it_was() {
            upkeep.run();
            assertThat(audited("drafts-looked-through")).containsExactly("(redraft) drafts");
            assertThat(audited("drafts-abandoned")).isEmpty();
        }
    }
}
