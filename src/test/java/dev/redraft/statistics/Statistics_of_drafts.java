package dev.redraft.statistics;

import static dev.redraft.People.as;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.draft.Upkeep;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lives of drafts around the day on which Berlin set its clocks back, 25 October 2026.
@QuarkusTest
class Statistics_of_drafts {
    private static final String PATH = "/api/statistics/drafts";
    private static final String DAYS = PATH + "?from=2026-10-24&to=2026-10-27";

    private static final List<Life> LIVES = List.of(
            Life.of("ann", "billing", "2026-10-24T21:59:59.999Z")
                    .edited(ofSeconds(30))
                    .undone(ofMinutes(1))
                    .undone(ofMinutes(2))
                    .reviewed(ofMinutes(3))
                    .ended("COMMITTED", ofMinutes(4)),
            Life.of("ann", "billing", "2026-10-24T22:00:00Z")
                    .edited(ofMinutes(1))
                    .ended("COMMITTED", ofHours(26)),
            Life.of("bob", "billing", "2026-10-25T22:59:59Z")
                    .edited(ofSeconds(1))
                    .collided(ofMinutes(5))
                    .reviewed(ofMinutes(10))
                    .ended("COMMITTED", ofMinutes(21)),
            Life.of("bob", "shop", "2026-10-25T23:00:00Z")
                    .edited(ofDays(1))
                    .ended("ABANDONED", ofDays(1).plusHours(1)),
            Life.of("bob", "shop", "2026-10-20T10:00:00Z").ended("CANCELLED", ofDays(5)),
            Life.of("ann", "shop", "2026-10-26T10:00:00Z")
                    .reopened(ofHours(2))
                    .reopened(ofHours(3))
                    .ended("CANCELLED", ofHours(4)),
            Life.of("ann", "shop", "2026-10-27T23:30:00Z").edited(ofMinutes(1)),
            Life.of("bob", "billing", "2026-09-01T00:00:00Z").edited(ofDays(54)).ended("COMMITTED", ofDays(400)),
            Life.of("bob", "billing", "2026-10-26T12:00:00Z").ended("CANCELLED", ofDays(30)));

    @Inject
    Upkeep upkeep;

    @Inject
    EndedDrafts ended;

    @BeforeEach
    void some_lives() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        People.present("val", Role.VIEWER);
        People.present("root", Role.ADMINISTRATOR);
        Walk.configuration("ann", "billing", "{\"max\":10}");
        Walk.configuration("ann", "shop", "{\"max\":10}");
        LIVES.forEach(Life::write);
    }

    private static JsonPath told(String who, String path) {
        return as(who).get(path).then().statusCode(200).extract().jsonPath();
    }

    /// The rows as `Counted` tells them.
    private static List<String> rows(JsonPath told) {
        List<Map<String, @Nullable Object>> items = told.getList("items");
        return items.stream()
                .map(row -> "%s%s%s %s %s %s %s %s %s %s %s %s %s %s %s"
                        .formatted(
                                row.getOrDefault("owner", ""),
                                row.getOrDefault("application", ""),
                                row.getOrDefault("day", ""),
                                row.get("started"),
                                row.get("edited"),
                                row.get("reviewed"),
                                row.get("committed"),
                                row.get("cancelled"),
                                row.get("abandoned"),
                                row.get("reopened"),
                                row.get("open"),
                                row.get("undos"),
                                row.get("conflicts"),
                                seconds(row.get("medianSecondsToCommit")),
                                seconds(row.get("p90SecondsToCommit"))))
                .sorted()
                .toList();
    }

    private static String seconds(@Nullable Object number) {
        return number instanceof Number seconds ? "%.3f".formatted(seconds.doubleValue()) : "null";
    }

    @Nested
    class Every_number {
        @ParameterizedTest
        @CsvSource({
            "UTC, 2026-10-24, 2026-10-27",
            "Europe/Berlin, 2026-10-24, 2026-10-27",
            "Europe/Berlin, 2026-10-25, 2026-10-25",
            "Pacific/Kiritimati, 2026-10-26, 2026-10-28",
            "America/St_Johns, 2026-09-01, 2026-10-26",
            "UTC, 2020-01-01, 2020-01-02"
        })
        void is_what_counting_by_hand_comes_to(String zone, String from, String to) {
            var there = ZoneId.of(zone);
            var counted = new Counted(LIVES, LocalDate.parse(from), LocalDate.parse(to), there);
            var path = PATH + "?zone=" + zone + "&from=" + from + "&to=" + to + "&by=";
            Function<Instant, String> day =
                    moment -> moment.atZone(there).toLocalDate().toString();
            Function<Instant, String> any = moment -> "";
            assertThat(rows(told("root", path + "day"))).isEqualTo(counted.rows(life -> "", day));
            assertThat(rows(told("root", path + "owner"))).isEqualTo(counted.rows(Life::owner, any));
            assertThat(rows(told("root", path + "configuration"))).isEqualTo(counted.rows(Life::application, any));
            assertThat(rows(told("root", path + "day,owner,configuration")))
                    .isEqualTo(counted.rows(life -> life.owner() + life.application(), day));
        }

        @Test
        void of_drafts_that_were_started_together_adds_up() {
            as("val")
                    .get(DAYS)
                    .then()
                    .statusCode(200)
                    .body("from", equalTo("2026-10-24"))
                    .body("to", equalTo("2026-10-27"))
                    .body("zone", equalTo("UTC"))
                    .body("items", hasSize(1))
                    .body("drafts.started", equalTo(7))
                    .body("drafts.edited", equalTo(5))
                    .body("drafts.reviewed", equalTo(2))
                    .body("drafts.committed", equalTo(3))
                    .body("drafts.cancelled", equalTo(2))
                    .body("drafts.abandoned", equalTo(1))
                    .body("drafts.open", equalTo(1))
                    .body("drafts.reopened", equalTo(1))
                    .body("drafts.withUndo", equalTo(1))
                    .body("drafts.withConflict", equalTo(1))
                    .body("drafts.edits", equalTo(5))
                    .body("drafts.undos", equalTo(2));
        }

        @Test
        void leaves_pauses_of_more_than_ten_minutes_out_of_the_active_time() {
            // 26 hours with a pause, then 4 minutes and 21 minutes, of which the last 11 are a pause.
            as("val")
                    .get(DAYS)
                    .then()
                    .body("items[0].committed", equalTo(3))
                    .body("items[0].medianActiveSeconds", equalTo(240.0f))
                    .body("items[0].p90ActiveSeconds", equalTo(528.0f));
        }

        @Test
        void stays_when_drafts_are_purged() {
            // Somebody is at the open one, so that it is not given up.
            People.sql(
                    "insert into draft_event (draft, configuration, owner, kind, actor, at, stamp)"
                            + " select id, configuration, owner, 'EDITED', owner, now(), 1 from revision where state = 'DRAFT'");
            var before = numbers();
            // The draft alone grows old, not what is kept of it.
            People.sql("update revision set started = started - interval '9 years', ended = ended - interval '9 years'"
                    + " where state in ('CANCELLED', 'ABANDONED')");
            assertThat(upkeep.run().purged()).isEqualTo(LIVES.size() - 1);
            assertThat(People.strings("select id from revision where state in ('CANCELLED', 'ABANDONED', 'PURGED')"))
                    .isEmpty();
            // Nothing is told from memory.
            ended.forget();
            assertThat(numbers()).isEqualTo(before);
        }

        private static List<String> numbers() {
            return Stream.of(
                            DAYS,
                            DAYS + "&by=day,owner,configuration",
                            DAYS + "&by=owner&format=csv",
                            "/statistics?from=2026-09-01&to=2026-10-27&zone=Europe/Berlin")
                    .map(path -> as("root")
                            .get(path)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .toList();
        }
    }

    @Nested
    class The_drafts_behind_a_number {
        private static final String LIST = "/statistics/drafts?from=2026-10-24&to=2026-10-27&what=";

        private static String list(String who, String query) {
            return as(who).get(LIST + query).then().statusCode(200).extract().asString();
        }

        private static int lines(String who, String query) {
            return list(who, query).split("class=\"draft-line", -1).length - 1;
        }

        @ParameterizedTest
        @CsvSource({
            "started, 7",
            "edited, 5",
            "reviewed, 2",
            "committed, 3",
            "cancelled, 2",
            "abandoned, 1",
            "open, 1",
            "reopened, 1",
            "undone, 1",
            "collided, 1",
            "committed&of=end, 3",
            "cancelled&of=end, 2",
            "started&configuration=shop/test, 3",
            "started&owner=bob, 3",
            "started&hour=23, 0",
            "started&hour=10, 1",
            "abandoned&step=edit, 1",
            "cancelled&step=reopen, 1"
        })
        void are_as_many_as_it_says(String query, int number) {
            assertThat(lines("root", query)).isEqualTo(number);
        }

        @Test
        void are_shown_to_their_owners_alone_and_to_administrators() {
            assertThat(list("ann", "started"))
                    .contains("7 drafts", "3 of them are other people’s")
                    .doesNotContain("bob");
            assertThat(lines("ann", "started")).isEqualTo(4);
            assertThat(list("val", "started")).contains("7 of them are other people’s", "none that you may see");
            as("ann").get(LIST + "started&owner=bob").then().statusCode(403);
        }

        @Test
        void are_there_with_what_is_kept_of_them_when_they_are_purged() {
            assertThat(list("root", "started")).contains("7 drafts").doesNotContain("purged");
            People.sql("update revision set started = started - interval '9 years', ended = ended - interval '9 years'"
                    + " where state = 'ABANDONED' or state = 'CANCELLED' and owner = 'ann'");
            upkeep.run();
            var page = list("root", "started");
            assertThat(page).contains("4 of them were purged").contains("7 drafts");
            assertThat(page.split("href=\"/drafts/", -1)).hasSize(1 + 3);
        }

        @ParameterizedTest
        @ValueSource(strings = {"nothing", "started&hour=168", "started&step=x", "started&zone=x", "started&after=x"})
        void are_asked_for_in_words_that_exist(String query) {
            as("root").get(LIST + query).then().statusCode(400);
        }
    }

    @Nested
    class A_period {
        @Test
        void is_the_last_thirty_days_unless_it_is_said() {
            var told = told("ann", PATH);
            var today = LocalDate.now(ZoneId.of("UTC"));
            assertThat(LocalDate.parse(told.getString("to"))).isBetween(today.minusDays(1), today);
            assertThat(LocalDate.parse(told.getString("from")))
                    .isEqualTo(LocalDate.parse(told.getString("to")).minusDays(29));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "from=yesterday",
                    "to=2026-02-30",
                    "from=2026-1-1",
                    "from=%2B12026-01-01",
                    "zone=Mars/Olympus",
                    "zone=%00",
                    "from=2026-10-25&to=2026-10-24",
                    "from=0001-01-01&to=9999-01-01",
                    "by=colour",
                    "by=day,,owner",
                    "configuration=billing",
                    "format=xml",
                    "limit=none"
                })
        void that_cannot_be_read_is_refused_with_a_sentence(String query) {
            as("root")
                    .get(PATH + "?" + query)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:redraft:problem:malformed-parameter"))
                    .body("detail", startsWith(query.startsWith("from=2026-10-25") ? "The period ends on" : ""));
        }

        @Test
        void may_be_of_a_zone_without_a_name() {
            assertThat(told("ann", DAYS + "&zone=+02:00").getString("zone")).isEqualTo("+02:00");
        }
    }

    @Nested
    class A_list {
        @Test
        void comes_page_by_page() {
            var whole = rows(told("root", DAYS + "&by=day,owner,configuration"));
            var first = told("root", DAYS + "&by=day,owner,configuration&limit=3");
            var second = told("root", DAYS + "&by=day,owner,configuration&limit=1000&after=" + first.getString("next"));
            assertThat(first.getList("items")).hasSize(3);
            assertThat(second.getString("next")).isNull();
            assertThat(whole).hasSize(3 + second.getList("items").size());
        }

        @Test
        void is_of_one_configuration_on_request() {
            assertThat(told("ann", DAYS + "&configuration=shop/test").getInt("drafts.started"))
                    .isEqualTo(3);
            assertThat(told("ann", DAYS + "&configuration=no/where").getInt("drafts.started"))
                    .isZero();
        }
    }

    @Nested
    class Somebody_who_is_no_administrator {
        @Test
        void sees_the_numbers_of_all_together_and_of_ones_own_drafts() {
            assertThat(told("ann", DAYS + "&by=day,configuration").getList("items"))
                    .isNotEmpty();
            assertThat(told("ann", DAYS + "&owner=ann").getInt("drafts.started"))
                    .isEqualTo(4);
            assertThat(told("ann", DAYS + "&owner=ann&by=owner").getList("items.owner"))
                    .containsOnly("ann");
        }

        @ParameterizedTest
        @ValueSource(strings = {"by=owner", "by=day,owner", "owner=bob", "owner=nobody", "owner=bob&by=owner"})
        void sees_no_numbers_of_somebody_else(String query) {
            as("ann").get(DAYS + "&" + query).then().statusCode(403).body("items", nullValue());
            as("val").get(DAYS + "&" + query).then().statusCode(403);
            as("root").get(DAYS + "&" + query).then().statusCode(200);
        }

        @Test
        void and_who_has_no_account_sees_none() {
            io.restassured.RestAssured.get(DAYS).then().statusCode(401);
        }
    }

    @Nested
    class As_CSV {
        @Test
        void there_is_a_line_for_each_row_below_the_names() {
            var lines = as("root")
                    .accept("text/csv")
                    .get(DAYS + "&by=owner")
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("text/csv"))
                    .header("Content-Disposition", equalTo("attachment; filename=\"drafts-2026-10-24-2026-10-27.csv\""))
                    .extract()
                    .asString()
                    .split("\r\n");
            assertThat(lines).hasSize(3);
            assertThat(lines[0])
                    .startsWith("\"owner\",\"started\",\"edited\"")
                    .endsWith("\"medianActiveSeconds\",\"p90ActiveSeconds\"");
            assertThat(lines[1].replace("\"", ""))
                    .isEqualTo("ann,4,3,1,2,1,0,2,1,2,0,46920.000,84264.000,150.000,222.000");
        }

        @Test
        void there_are_names_even_where_nothing_happened() {
            assertThat(as("root")
                            .get(PATH + "?from=2020-01-01&to=2020-01-01&by=day&format=csv")
                            .asString())
                    .startsWith("\"day\",\"started\",")
                    .endsWith("\"p90ActiveSeconds\"\r\n");
        }
    }
}
