package dev.redraft.cost;

import static dev.redraft.People.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(300)
class A_search_of_the_audit_record {
    private static final int RECORDS = Integer.getInteger("redraft.audit.records", 200_000);

    private static final List<String> SEARCHES = List.of(
            "limit=100",
            "actor=user-7",
            "actor=nobody",
            "action=deed-3",
            "action=deed-3&actor=user-7",
            "subject=app-17/test",
            "subject=nothing",
            "from=2020-01-10&to=2020-01-11",
            "to=2020-01-02&actor=user-7");

    @BeforeEach
    void there_are_many_records() {
        People.clear();
        People.present("root", Role.ADMINISTRATOR);
        People.sql("""
                insert into audit (at, actor, action, subject)
                select timestamptz '2020-01-01Z' + n * interval '20 seconds', 'user-' || mod(n, 50), 'deed-' || mod(n / 50, 20),
                    'app-' || mod(n / 1000, 200) || '/test' from generate_series(1, %d) n;
                analyze audit
                """.formatted(RECORDS));
    }

    @AfterEach
    void nobody_else_pays_for_it() {
        People.clear();
    }

    @Test
    void costs_what_a_page_holds_however_many_there_are() throws SQLException {
        for (var search : SEARCHES) {
            try (var read = new ReadRows("audit")) {
                var began = System.nanoTime();
                as("root").get("/audit?" + search).then().statusCode(200);
                as("root").get("/api/audit?" + search).then().statusCode(200);
                var took = (System.nanoTime() - began) / 1_000_000;
                assertThat(read.scans()).as(search).isZero();
                assertThat(read.rows()).as("%s, %d ms", search, took).isLessThan(10_000);
            }
        }
    }
}
