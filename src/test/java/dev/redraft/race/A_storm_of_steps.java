package dev.redraft.race;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Nobody is held here: people do what they like at once, each as a seed decides. It finds what nobody thought of.
@QuarkusTest
@Timeout(300)
class A_storm_of_steps {
    private static final int WINDOWS = 8;
    private static final int STEPS = 60;
    private static final List<String> PEOPLE = List.of("ann", "bob", "carol");

    @BeforeEach
    void there_is_version_1() {
        Scene.begin();
        People.present("carol", Role.EDITOR);
    }

    private static Response step(Random random) {
        var who = PEOPLE.get(random.nextInt(PEOPLE.size()));
        var draft = someDraft(who, random);
        return switch (random.nextInt(16)) {
            case 0, 1 -> command(who, draft, "undo");
            case 2 -> command(who, draft, "redo");
            case 3 -> command(who, draft, "undo", "{'to':0}");
            case 4 -> command(who, draft, "review");
            case 5 -> Scene.cancel(who, draft);
            case 6 -> command(who, draft, "reopen");
            case 7, 8, 9 -> command(who, draft, "commit");
            case 10 -> Scene.writeDirectly(who, "[{'op':'increment','path':'/hits','value':1}]");
            case 11 -> as(who).get("/api/drafts/" + draft + "/content");
            case 12 -> Scene.setMax(who, draft, random.nextInt(3) + 10);
            case 13 -> Walk.patch(who, draft, "[{'op':'remove','path':'/name'}]");
            case 14 -> Walk.patch(who, draft, "[{'op':'add','path':'/name','value':'billing'}]");
            default -> Scene.incrementHits(who, draft);
        };
    }

    /// The open one, or an older one now and then.
    private static String someDraft(String who, Random random) {
        if (random.nextInt(4) > 0) {
            return Walk.draft(who, "billing");
        }
        List<String> older = as(who).get("/api/drafts?limit=5").jsonPath().getList("items.id");
        return older.isEmpty() ? Walk.draft(who, "billing") : older.get(random.nextInt(older.size()));
    }

    @Test
    void breaks_nothing() {
        Crowd.atOnce(WINDOWS, window -> {
            var random = new Random(window);
            for (var number = 0; number < STEPS; number++) {
                var answer = step(random);
                assertThat(answer.statusCode())
                        .as("window %d, step %d: %s", window, number, answer.asString())
                        .isIn(200, 409);
            }
            return window;
        });
        var newest = People.strings("select max(version) from revision").getFirst();
        Scene.holdsVersionsUpTo(Integer.parseInt(newest));
        assertThat(Integer.parseInt(newest)).isGreaterThan(10);
        assertThat(People.strings("""
                select id || ' ' || state from revision r where version is null and changes <>
                    (select count(*) from entry where revision = r.id)
                """)).as("drafts that count wrongly").isEmpty();
        assertThat(People.strings("""
                select revision || ' ' || undone.number from gesture undone where state = 'UNDONE' and exists (
                    select 1 from gesture later where later.revision = undone.revision and later.state = 'APPLIED'
                        and later.number > undone.number)
                """)).as("undone below applied").isEmpty();
        assertThat(People.strings("""
                select r.version from revision r where version is not null and entries <> (
                    select count(*) from entry e where e.configuration = r.configuration and e.since <= r.version
                        and (e.until is null or e.until > r.version))
                """)).as("versions that count wrongly").isEmpty();
    }
}
