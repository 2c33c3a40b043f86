package dev.redraft.cost;

import static dev.redraft.People.as;

import dev.redraft.People;
import dev.redraft.Walk;
import io.restassured.response.Response;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A configuration of fifty entries and so many versions, each of which changed one of them: written as commits
/// leave it, but by the database alone.
final class LongHistory {
    private static final int ENTRIES = 50;

    private final String application;
    private final int versions;

    LongHistory(int versions) {
        this.application = "of-" + versions;
        this.versions = versions;
    }

    void write() {
        var document = IntStream.range(0, ENTRIES)
                .mapToObj("\"k%1$d\":{\"n\":0,\"name\":\"pool %1$d\"}"::formatted)
                .collect(Collectors.joining(",", "{", "}"));
        Walk.configuration("ann", application, document);
        People.sql("""
            create temporary table made on commit drop as
            select c.id as configuration, v as version, gen_random_uuid() as id, v %% %3$d as key,
                first.ended + make_interval(secs => v) as ended, %2$d as newest
            from configuration c
            join revision first on first.configuration = c.id and first.version = 1
            cross join generate_series(2, %2$d) as v
            where c.application = '%1$s';
            update revision r set state = 'RETIRED', retired = m.ended
            from made m where m.version = 2 and r.configuration = m.configuration and r.version = 1;
            insert into revision (id, configuration, state, version, base, owner, message, entries, changes, gestures,
                last_position, started, edited, ended, retired)
            select m.id, m.configuration, case m.version when m.newest then 'ACTIVE' else 'RETIRED' end, m.version,
                m.version - 1, 'ann', 'change ' || m.version, %3$d, 1, 1, r.last_position, m.ended, m.ended, m.ended,
                case when m.version < m.newest then m.ended + make_interval(secs => 1) end
            from made m join revision r on r.configuration = m.configuration and r.version = 1;
            update entry e set until = m.version
            from made m where m.version < %3$d + 2 and e.configuration = m.configuration and e.since = 1
                and e.key = 'k' || m.key;
            insert into entry (configuration, revision, key, position, value, words, since, until)
            select m.configuration, m.id, e.key, e.position,
                cast('{"n":' || m.version || ',"name":"pool ' || m.key || '"}' as json), e.words, m.version,
                case when m.version + %3$d <= m.newest then m.version + %3$d end
            from made m join entry e on e.configuration = m.configuration and e.since = 1 and e.key = 'k' || m.key;
            insert into gesture (revision, number, label, author, at)
            select id, 1, 'set k' || key || '.n to ' || version, 'ann', ended from made;
            insert into operation (revision, gesture, sequence, kind, path, forward, inverse)
            select id, 1, 0, 'put', cast('["k' || key || '","n"]' as json),
                cast('{"kind":"put","path":["k' || key || '","n"],"before":' || was || ',"after":' || version || '}' as json),
                cast('{"kind":"put","path":["k' || key || '","n"],"before":' || version || ',"after":' || was || '}' as json)
            from (select *, case when version < %3$d + 2 then 0 else version - %3$d end as was from made) as told;
            """.formatted(application, versions, ENTRIES));
    }

    private void look(String path) {
        answers(as("ann").get("/configurations/" + application + "/test/" + path));
    }

    private void ask(String path) {
        answers(as("ann").get("/api/configurations/" + application + "/test/" + path));
    }

    private static void answers(Response response) {
        response.then().statusCode(200);
    }

    void lookAtVersions() {
        look("history");
        look("history?after=" + versions / 2);
        look("versions/" + versions / 2);
    }

    void lookAtEntry() {
        ask("entry/versions?key=k7&limit=2");
    }

    void blame() {
        ask("blame?path=/k7/n");
        look("history/blame?path=/k7/n&version=" + versions / 2);
    }

    void compare() {
        ask("compare?from=%d&to=%d".formatted(versions - 40, versions));
        look("history/compare?from=%d&to=%d".formatted(versions, versions - 40));
    }

    void rollBack() {
        look("versions/%d/rollback".formatted(versions - 40));
        startAndCancel("rollback");
    }

    void undo() {
        look("versions/%d/undo".formatted(versions - 40));
        startAndCancel("undo");
    }

    private void startAndCancel(String way) {
        var draft = as("ann")
                .contentType("application/json")
                .post("/api/configurations/%s/test/versions/%d/%s".formatted(application, versions - 40, way));
        draft.then().statusCode(201);
        answers(as("ann").delete("/api/drafts/" + draft.path("id")));
    }
}
