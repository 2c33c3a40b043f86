package dev.redraft.race;

import static dev.redraft.People.as;
import static dev.redraft.Walk.content;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.restassured.response.Response;

/// Ann and Bob, who edit the configuration `billing`, and what has to hold of it whatever they did at once.
final class Scene {
    static final String DRAFTS = "/api/configurations/billing/test/drafts";

    private Scene() {}

    static void begin() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        Walk.configuration("ann", "billing", "{\"pool\":{\"min\":1,\"max\":10},\"name\":\"billing\",\"hits\":0}");
    }

    /// A draft that sets the largest pool.
    static String draftOf(String who, int max) {
        var draft = Walk.draft(who, "billing");
        setMax(who, draft, max).then().statusCode(200);
        return draft;
    }

    static Response setMax(String who, String draft, int max) {
        return Walk.patch(who, draft, "[{'op':'replace','path':'/pool/max','value':" + max + "}]");
    }

    static Response incrementHits(String who, String draft) {
        return Walk.patch(who, draft, "[{'op':'increment','path':'/hits','value':1}]");
    }

    static Response cancel(String who, String draft) {
        return as(who).delete("/api/drafts/" + draft);
    }

    static Response writeDirectly(String who, String patch) {
        return as(who).contentType("application/json-patch+json")
                .body(patch.replace('\'', '"'))
                .patch(content("billing"));
    }

    /// All that its owner sees of a draft, but for what others did meanwhile.
    static String all(String who, String draft) {
        var shown = as(who).get("/api/drafts/" + draft).asString().replaceAll("\"current\":\\d+", "");
        return shown
                + Walk.held(who, draft)
                + as(who).get("/api/drafts/" + draft + "/operations").asString();
    }

    /// Versions have no gap, one is live, and each was retired when the next was activated, later than itself.
    static void holdsVersionsUpTo(int newest) {
        assertThat(People.strings("select version from revision where version is not null order by version desc"))
                .startsWith(Integer.toString(newest))
                .hasSize(newest + 1);
        assertThat(People.strings("""
                        select version || ' ' || state from (
                            select version, state, ended, retired, row_number() over chain - 1 as place,
                                lead(ended) over chain as next
                            from revision where version is not null
                            window chain as (partition by configuration order by version)) as one
                        where version <> place or (next is null) <> (state = 'ACTIVE')
                            or retired is distinct from next or next <= ended
                        """)).as("broken versions").isEmpty();
        assertThat(People.strings("""
                        select r.version || ' ' || e.key from entry e join revision r on r.id = e.revision
                        where e.since is distinct from r.version
                        """)).as("rows that are not of their version").isEmpty();
    }
}
