package dev.redraft.audit;

import static dev.redraft.People.as;
import static dev.redraft.People.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class The_audit_record {
    @BeforeEach
    void root_is_the_administrator() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("root", Role.ADMINISTRATOR);
    }

    /// A record of noon on that day of May 2026.
    private static void recorded(int day, String actor, String action, String subject) {
        People.sql("insert into audit (at, actor, action, subject) values ('2026-05-%02d 12:00Z', '%s', '%s', '%s')"
                .formatted(day, actor, action, subject.replace("'", "''")));
    }

    private static ValidatableResponse asked(String query) {
        return as("root")
                .urlEncodingEnabled(false)
                .get("/api/audit?" + query)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/audit", "/audit/records.csv", "/api/audit"})
    void is_for_administrators_alone(String address) {
        as("root").get(address).then().statusCode(200);
        as("ann").get(address).then().statusCode(403);
        People.present("vic", Role.VIEWER);
        as("vic").get(address).then().statusCode(403);
    }

    @Test
    void tells_everything_about_a_deed() {
        Walk.configuration("ann", "billing", "{\"a\":1}");
        var draft = Walk.draft("ann", "billing");
        Walk.patch("ann", draft, "[{'op':'replace','path':'/a','value':2}]");
        Walk.command("ann", draft, "commit").then().statusCode(200);
        asked("limit=1")
                .body("items[0].actor", equalTo("ann"))
                .body("items[0].action", equalTo("draft-committed"))
                .body("items[0].subject", equalTo("billing/test"))
                .body("items[0].draft", equalTo(draft))
                .body("items[0].configuration", matchesPattern("[0-9a-f-]{36}"))
                .body("items[0].details", equalTo(java.util.Map.of("version", 2)))
                .body("items[0].at", startsWith("20"))
                .body("items[0].address", equalTo("127.0.0.1"));
    }

    @Nested
    class Is_searched {
        @BeforeEach
        void a_few_days_in_may() {
            recorded(1, "ann", "signed-in", "ann");
            recorded(2, "ann", "draft-started", "billing/test");
            recorded(3, "bob", "draft-started", "billing/production");
            recorded(4, "bob", "draft-committed", "billing/production");
            recorded(4, "ann", "draft-cancelled", "billing/test");
            recorded(5, "(redraft)", "drafts-looked-through", "drafts");
        }

        @ParameterizedTest
        @CsvSource({
            "actor=ann, draft-cancelled draft-started signed-in",
            "action=draft-started, draft-started draft-started",
            "subject=billing/production, draft-committed draft-started",
            "actor=bob&action=draft-started, draft-started",
            "actor=bob&subject=billing/test, ''",
            "from=2026-05-04, drafts-looked-through draft-cancelled draft-committed",
            "to=2026-05-02, draft-started signed-in",
            "from=2026-05-02&to=2026-05-02, draft-started",
            "from=2026-05-04T12:00:00Z&to=2026-05-05T12:00:00Z, draft-cancelled draft-committed",
            "from=2026-05-04T14:00:00%2B02:00&to=2026-05-05T12:00:00Z, draft-cancelled draft-committed",
            "subject=nothing, ''",
            "actor=%20&action=&subject=&to=2026-05-01, signed-in"
        })
        void by_who_what_to_what_and_when(String query, String found) {
            asked(query).body("items.action.join(' ')", equalTo(found));
        }

        @Test
        void by_an_application_for_all_its_environments() {
            Walk.configuration("ann", "billing", "{}");
            People.sql("insert into configuration (id, application, environment, created, created_by)"
                    + " values (gen_random_uuid(), 'billing', 'production', now(), 'ann')");
            asked("subject=billing&to=2026-05-31")
                    .body(
                            "items.action",
                            contains("draft-cancelled", "draft-committed", "draft-started", "draft-started"));
        }

        @ParameterizedTest
        @CsvSource({
            "from=yesterday, from",
            "to=2026-13-01, to",
            "after=x, after",
            "after=99999999999999999999-1, after",
            "limit=0, limit"
        })
        void and_says_what_it_does_not_understand(String query, String parameter) {
            as("root")
                    .get("/api/audit?" + query)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:redraft:problem:malformed-parameter"))
                    .body("parameter", equalTo(parameter));
        }

        @Test
        void and_offers_each_deed_that_ever_was() {
            page("/audit?action=draft-started")
                    .body(allOf(
                            containsString("<option value=\"draft-started\" selected>draft started</option>"),
                            containsString("<option value=\"signed-in\">signed in</option>")));
        }
    }

    @Nested
    class Comes_in_pages {
        @Test
        void that_neither_miss_nor_repeat_one_though_all_are_of_one_moment() {
            for (var number = 0; number < 25; number++) {
                recorded(6, "ann", "deed-" + number, "x");
            }
            var seen = new ArrayList<String>();
            var next = "";
            do {
                var page = asked("to=2026-05-31&limit=10" + next).extract().jsonPath();
                seen.addAll(page.getList("items.action"));
                next = page.getString("next") == null ? "" : "&after=" + page.getString("next");
            } while (!next.isEmpty());
            assertThat(seen)
                    .hasSize(25)
                    .doesNotHaveDuplicates()
                    .startsWith("deed-24")
                    .endsWith("deed-0");
        }

        @Test
        void with_a_way_on_that_keeps_the_search() {
            People.sql("insert into audit (at, actor, action, subject)"
                    + " select '2026-05-01 12:00Z', 'ann', 'deed', 'x' from generate_series(1, 101)");
            page("/audit?actor=ann&to=2026-05-31")
                    .body(matchesPattern("(?s).*href=\"/audit\\?actor=ann&amp;to=2026-05-31&amp;after=\\d+-\\d+\".*"));
        }
    }

    @Nested
    class Leads_to_what_is_there_still {
        @Test
        void to_the_version_that_was_committed_and_to_drafts_and_users() {
            Walk.configuration("ann", "billing", "{\"a\":1}");
            var draft = Walk.draft("ann", "billing");
            People.cookie("ann", People.PASSWORD);
            page("/audit")
                    .body(allOf(
                            containsString("href=\"/configurations/billing/test?version=1\""),
                            containsString("href=\"/drafts/" + draft + "\""),
                            containsString("href=\"/users/ann\"")));
        }

        @Test
        void and_to_nothing_that_was_purged() {
            Walk.configuration("ann", "billing", "{}");
            var draft = Walk.draft("ann", "billing");
            as("ann").delete("/api/drafts/" + draft);
            People.sql("update revision set state = 'PURGED' where id = '" + draft + "'");
            page("/audit").body(not(containsString("/drafts/" + draft)));
        }
    }

    @Nested
    class With_hostile_text_in_it {
        private static final String SCRIPT = "<script>alert(1)</script>";

        @BeforeEach
        void somebody_tried() {
            recorded(1, "=cmd|calc", "@deed", "\"><img src=x onerror=alert(1)>" + SCRIPT + "\u202e");
            People.sql("insert into audit (at, actor, action, subject, details, address) values"
                    + " ('2026-05-02Z', 'ann', '+deed', '-x', '{\"a\":\"" + SCRIPT + "\"}', '=1')");
        }

        @Test
        void shows_it_and_runs_none_of_it() {
            page("/audit?subject=" + "%22%3E%3Cimg%20src=x%3E")
                    .body(not(containsString("<img src=x")))
                    .body(not(containsString("<script>")));
            page("/audit")
                    .body(not(containsString("<script>alert")))
                    .body(not(containsString("<img src=x")))
                    .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt;"))
                    .body(containsString("⟨U+202E⟩"));
        }

        @Test
        void gives_a_spreadsheet_nothing_to_run() {
            for (var cell : csv("to=2026-05-31").split("(?<=\"),(?=\")|\r\n", -1)) {
                assertThat(cell).doesNotMatch("\"?[=+@\\-\\t\\r].*");
            }
            assertThat(csv("to=2026-05-31")).contains("\"'=cmd|calc\",\"'@deed\"", "\"'+deed\",\"'-x\"", "\"'=1\"");
        }
    }

    @Nested
    class As_a_file {
        @Test
        void has_a_row_for_each_record_that_is_found() {
            recorded(1, "ann", "signed-in", "ann");
            recorded(2, "bob", "signed-in", "bob");
            as("root")
                    .get("/audit/records.csv?actor=bob")
                    .then()
                    .statusCode(200)
                    .contentType("text/csv;charset=UTF-8")
                    .header("Content-Disposition", equalTo("attachment; filename=\"redraft-audit.csv\""));
            assertThat(csv("actor=bob").split("\r\n"))
                    .hasSize(2)
                    .satisfies(rows -> assertThat(rows[0])
                            .isEqualTo("\"id\",\"at\",\"actor\",\"action\",\"subject\",\"configuration\",\"draft\","
                                    + "\"details\",\"address\""))
                    .satisfies(
                            rows -> assertThat(rows[1])
                                    .matches(
                                            "\"\\d+\",\"2026-05-02T12:00:00Z\",\"bob\",\"signed-in\",\"bob\",\"\",\"\",\"\",\"\""));
        }

        @Test
        void is_as_long_as_it_takes() {
            People.sql("insert into audit (at, actor, action, subject) select '2026-05-01Z'::timestamptz"
                    + " - (n % 7) * interval '1 hour', 'ann', 'deed', n::text from generate_series(1, 2500) n");
            var subjects = List.of(csv("to=2026-05-31").split("\r\n")).stream()
                    .skip(1)
                    .map(row -> row.split(",", -1)[4])
                    .toList();
            assertThat(subjects).hasSize(2500).doesNotHaveDuplicates();
        }
    }

    @Test
    void has_no_facts_and_no_address_where_there_were_none() {
        recorded(1, "(redraft)", "drafts-looked-through", "drafts");
        asked("to=2026-05-31")
                .body("items", hasSize(1))
                .body("items[0].details", anEmptyMap())
                .body("items[0].address", nullValue())
                .body("items[0].draft", nullValue());
    }

    private static String csv(String query) {
        return as("root").get("/audit/records.csv?" + query).asString();
    }

    private static ValidatableResponse page(String address) {
        return signedIn("root").urlEncodingEnabled(false).get(address).then().statusCode(200);
    }
}
