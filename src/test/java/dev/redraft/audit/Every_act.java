package dev.redraft.audit;

import static dev.redraft.People.as;
import static dev.redraft.People.browser;
import static dev.redraft.People.strings;
import static dev.redraft.Walk.command;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.Past;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.draft.Upkeep;
import dev.redraft.platform.Role;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A table of the acts that matter afterwards: each has its record, and neither happens without the other.
@QuarkusTest
class Every_act {
    /// A value that must never be in a record.
    private static final String SECRET = "hunter2-of-billing";

    private static final String TABLES = "configuration revision entry gesture operation draft_event draft_summary "
            + "configuration_schema account idempotency audit";

    /// @param draft an open one of ann's with a change
    /// @param cancelled another one of hers
    private record Stage(String draft, String cancelled, String cookie) {}

    enum Act {
        CREATE(
                "ann",
                "configuration-created",
                "fresh/test",
                _ -> json("ann", "{}").put(path("fresh"))),
        DESCRIBE(
                "ann",
                "configuration-described",
                "billing/test",
                _ -> json("ann", "{\"title\":\"Billing\"}").patch(path("billing"))),
        ARCHIVE("ann", "configuration-archived", "billing/test", _ -> as("ann").delete(path("billing"))),
        CHANGE_SCHEMA(
                "ann",
                "schema-changed",
                "billing/test",
                _ -> Walk.schema("ann", "billing", "{'description':'" + SECRET + "'}")),
        WRITE(
                "ann",
                "content-written",
                "billing/test",
                _ -> Walk.write("ann", "billing", "[{'op':'add','path':'/x','value':'" + SECRET + "'}]")),
        START("root", "draft-started", "billing/test", _ -> as("root").post(path("billing") + "/drafts")),
        LOOK_AT(
                "root",
                "draft-looked-at",
                "billing/test",
                stage -> as("root").get("/api/drafts/" + stage.draft() + "/content")),
        COMMIT("ann", "draft-committed", "billing/test", stage -> command("ann", stage.draft(), "commit")),
        COMMIT_A_PART(
                "ann",
                "draft-committed",
                "billing/test",
                stage -> command("ann", stage.draft(), "commit", "{'keys':['password']}")),
        CANCEL("ann", "draft-cancelled", "billing/test", stage -> as("ann").delete("/api/drafts/" + stage.draft())),
        REOPEN("ann", "draft-reopened", "other/test", stage -> command("ann", stage.cancelled(), "reopen")),
        TAKE_OVER("root", "draft-taken-over", "billing/test", stage -> command("root", stage.draft(), "takeover")),
        ABANDON("(redraft)", "draft-abandoned", "billing/test", _ -> upkeep()),
        PURGE("(redraft)", "draft-purged", "other/test", _ -> upkeep()),
        SIGN_IN("ann", "signed-in", "ann", _ -> signIn(People.PASSWORD)),
        FAIL_TO_SIGN_IN("(nobody)", "sign-in-failed", "ann", _ -> signIn(SECRET)),
        SIGN_OUT(
                "ann",
                "signed-out",
                "ann",
                stage -> browser(stage.cookie())
                        .formParam("csrf", People.formToken(stage.cookie()))
                        .post("/sign-out")),
        MAKE_A_USER(
                "root", "user-made", "bob", _ -> user("bob", "{\"role\":\"viewer\",\"password\":\"" + SECRET + "\"}")),
        CHANGE_A_ROLE("root", "user-role-changed", "ann", _ -> user("ann", "{\"role\":\"viewer\"}")),
        SWITCH_OFF("root", "user-switched-off", "ann", _ -> user("ann", "{\"enabled\":false}")),
        SET_A_PASSWORD("root", "password-changed", "ann", _ -> user("ann", "{\"password\":\"" + SECRET + "\"}"));

        private final String actor;
        private final String action;
        private final String subject;
        private final Consumer<Stage> doing;

        Act(String actor, String action, String subject, Consumer<Stage> doing) {
            this.actor = actor;
            this.action = action;
            this.subject = subject;
            this.doing = doing;
        }

        private boolean isAskedFor() {
            return !actor.equals("(redraft)");
        }
    }

    private static io.restassured.specification.RequestSpecification json(String who, String body) {
        return as(who).contentType(ContentType.JSON).body(body);
    }

    private static String path(String application) {
        return "/api/configurations/" + application + "/test";
    }

    private static Response user(String name, String body) {
        return json("root", body).put("/api/users/" + name);
    }

    private static Response signIn(String password) {
        return RestAssured.given()
                .redirects()
                .follow(false)
                .formParam("name", "ann")
                .formParam("password", password)
                .post("/sign-in");
    }

    private static void upkeep() {
        Arc.container().instance(Upkeep.class).get().run();
    }

    private Stage stage = new Stage("", "", "");

    @BeforeEach
    void there_is_everything_to_act_on() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("root", Role.ADMINISTRATOR);
        Walk.configuration("ann", "billing", "{\"password\":\"" + SECRET + "\"}");
        Walk.configuration("ann", "other", "{}");
        var draft = Walk.draft("ann", "billing");
        Walk.patch("ann", draft, "[{'op':'replace','path':'/password','value':'" + SECRET + "!'}]");
        var cancelled = Walk.draft("ann", "other");
        as("ann").delete("/api/drafts/" + cancelled);
        stage = new Stage(draft, cancelled, People.cookie("ann", People.PASSWORD));
        People.sql("begin; set local redraft.audit_purge = 'on'; delete from audit; commit");
    }

    @AfterEach
    void records_are_taken_again() {
        People.sql("drop function if exists refused() cascade");
    }

    @ParameterizedTest
    @EnumSource
    void is_recorded_with_who_what_and_from_where_and_without_a_value(Act act) {
        timePasses(act);
        act.doing.accept(stage);
        assertThat(strings("select concat_ws(' ', actor, action, subject, (address is not null)::text) from audit"
                        + " where action = '" + act.action + "'"))
                .containsExactly(act.actor + " " + act.action + " " + act.subject + " " + act.isAskedFor());
        assertThat(strings("select audit::text from audit where audit::text like '%" + SECRET + "%'"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void does_not_happen_where_it_cannot_be_recorded(Act act) {
        People.sql("""
                create function refused() returns trigger language plpgsql as $$
                begin raise exception 'no record'; end $$;
                create trigger refused before insert on audit for each row execute function refused();
                """);
        timePasses(act);
        var before = everything();
        try {
            act.doing.accept(stage);
        } catch (RuntimeException _) {
            // A job is told; a request is answered.
        }
        assertThat(everything()).isEqualTo(before);
    }

    /// For what nobody asks for.
    private void timePasses(Act act) {
        if (!act.isAskedFor()) {
            Past.push(stage.draft(), "8 days");
            Past.push(stage.cancelled(), "31 days");
        }
    }

    /// What all tables hold.
    private static List<String> everything() {
        return Stream.of(TABLES.split(" "))
                .flatMap(table ->
                        strings("select '%1$s ' || md5(coalesce(string_agg(one::text, ',' order by one::text), ''))"
                                                .formatted(table)
                                        + " from " + table + " one")
                                .stream())
                .toList();
    }
}
