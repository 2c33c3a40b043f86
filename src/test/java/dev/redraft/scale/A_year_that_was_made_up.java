package dev.redraft.scale;

import static dev.redraft.People.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.TestDatabase;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class A_year_that_was_made_up {
    private static final Year YEAR = Year.tenth(Instant.parse("2026-11-21T00:00:00Z"));
    private static final String NUMBERS = "/api/statistics/drafts?from=2025-11-01&to=2026-11-30&limit=1000";

    private static boolean isWritten;

    /// Once for all: that takes longer than all the rest.
    @BeforeEach
    void is_written() throws SQLException {
        if (!isWritten) {
            People.clear();
            People.present("root", Role.ADMINISTRATOR);
            try (var connection = TestDatabase.connect()) {
                YEAR.write(connection, "root");
            }
            isWritten = true;
        }
    }

    @AfterAll
    static void nobody_else_has_to_live_with_it() {
        People.clear();
        isWritten = false;
    }

    private static List<String> found(String query) {
        return People.strings(query);
    }

    @Test
    void has_as_much_as_was_asked_for() {
        assertThat(found("select count(*) from configuration")).containsExactly("20");
        assertThat(found("select count(*) from revision where version > 0")).containsExactly("500");
        assertThat(found("select count(*) from draft_event where kind = 'STARTED'"))
                .containsExactly("2000");
        assertThat(found("select distinct outcome from draft_summary order by 1"))
                .containsExactly("ABANDONED", "CANCELLED", "COMMITTED");
        assertThat(found("select state from revision where state = 'DRAFT'")).isNotEmpty();
    }

    @Test
    void has_versions_without_a_gap_of_which_one_is_live() {
        assertThat(found("""
                select version from (
                    select version, state, ended, retired, row_number() over chain - 1 as place, lead(ended) over chain as next
                    from revision where version is not null
                    window chain as (partition by configuration order by version)) as one
                where version <> place or (next is null) <> (state = 'ACTIVE') or retired is distinct from next
                    or next <= ended""")).isEmpty();
    }

    @Test
    void counts_the_entries_of_each_version_and_the_changes_of_each_draft_rightly() {
        assertThat(found("""
                select version from revision r where version is not null and entries <> (
                    select count(*) from entry e where e.configuration = r.configuration and e.since <= r.version
                        and (e.until is null or e.until > r.version))""")).isEmpty();
        assertThat(found("""
                select id from revision r where version is distinct from 0 and changes <> (
                    select count(*) from entry where revision = r.id)""")).isEmpty();
    }

    @Test
    void has_steps_for_all_that_was_changed() {
        assertThat(found("""
                select id from revision r where gestures <> (select count(*) from gesture where revision = r.id)
                union all
                select revision from gesture g where not exists (
                    select 1 from operation where revision = g.revision and gesture = g.number)""")).isEmpty();
    }

    @Test
    void has_drafts_that_can_be_opened_read_and_committed() {
        var draft = found("select id from revision where state = 'DRAFT' and changes > 0 order by id limit 1")
                .getFirst();
        var owner =
                found("select owner from revision where id = '" + draft + "'").getFirst();
        as(owner).get("/api/drafts/" + draft + "/changes").then().statusCode(200);
        as(owner).get("/api/drafts/" + draft + "/operations").then().statusCode(200);
        as(owner).get("/api/drafts/" + draft + "/content").then().statusCode(200);
    }

    @Test
    void keeps_every_number_when_its_drafts_are_purged() {
        var before = numbers();
        People.sql("delete from revision where state in ('CANCELLED', 'ABANDONED')");
        isWritten = false;
        assertThat(numbers()).isEqualTo(before);
        assertThat(before).contains("\"started\":2000");
    }

    private static String numbers() {
        return Stream.of("", "&by=day", "&by=owner,configuration", "&by=configuration,day&format=csv")
                .map(by -> as("root")
                        .get(NUMBERS + by)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .collect(Collectors.joining("\n"));
    }
}
