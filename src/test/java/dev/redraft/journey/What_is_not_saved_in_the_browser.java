package dev.redraft.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.redraft.journey.Browser.look;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Networks, servers and sign-ins come to an end while somebody types: nothing of it is lost, and nothing
/// happens twice.
@QuarkusTest
class What_is_not_saved_in_the_browser extends Journey {
    private static final String CHANGES = "**/changes";

    private Page ann;
    private String draft = "";

    @BeforeEach
    void ann_edits() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("bob", Role.EDITOR);
        draft = Walk.draftOf("ann", "billing", "{\"max\":10,\"name\":\"billing\",\"pool\":{\"deep\":{\"min\":1}}}");
        ann = browser.windowSignedIn("ann", start);
        open();
    }

    private void open() {
        ann.navigate(start.resolve("/drafts/" + draft).toString());
        Browser.awaken(ann);
    }

    private void type(String name, String value) {
        ann.locator("[data-pointer='/" + name + "'] a.edit").click();
        ann.getByLabel("Value of " + name).fill(value);
    }

    private void save(String name, String value) {
        type(name, value);
        ann.keyboard().press("Enter");
    }

    @Test
    void is_sent_again_until_the_server_answers_and_happens_once() {
        var tries = new AtomicInteger();
        ann.route(CHANGES, route -> lost(route, tries));
        save("max", "11");
        assertThat(ann.locator("[data-saved]")).hasText(Pattern.compile("Not saved, retrying \\([12]\\)"));
        look(ann, "saving-retried");
        assertThat(ann.locator("[data-saved]")).containsText("Saved ");
        assertThat(ann.locator(".toast")).hasCount(0);
        assertThat(tries.get()).isEqualTo(3);
        assertThat(Walk.held("ann", draft)).contains("'max':11");
        assertThat(People.strings("select number from gesture where revision = '" + draft + "'"))
                .hasSize(1);
    }

    /// The first two arrive, and their answers do not.
    private static void lost(Route route, AtomicInteger tries) {
        if (tries.incrementAndGet() < 3) {
            route.fetch();
            route.abort();
        } else {
            route.resume();
        }
    }

    @Test
    void is_kept_while_the_network_is_gone_and_sent_when_it_is_back() {
        type("max", "12");
        ann.context().setOffline(true);
        ann.keyboard().press("Enter");
        assertThat(ann.locator("[data-saved]")).hasText("Offline: kept in this browser");
        look(ann, "saving-offline");
        ann.context().setOffline(false);
        assertThat(ann.locator("[data-saved]")).containsText("Saved ");
        assertThat(ann.locator("[data-pointer='/max'] a.edit")).hasText("12");
    }

    /// It arrived after all, which nobody knows.
    @Test
    void is_offered_again_after_a_reload_and_happens_once() {
        ann.route(CHANGES, route -> lost(route, new AtomicInteger()));
        save("max", "13");
        assertThat(ann.locator("[data-saved]")).containsText("Not saved");
        ann.reload();
        Browser.awaken(ann);
        ann.unroute(CHANGES);
        assertThat(ann.locator(".banner")).containsText("Not saved yet: set max to 13.");
        look(ann, "saving-offered");
        ann.getByText("Save it").click();
        assertThat(ann.locator("[data-pointer='/max'] a.edit")).hasText("13");
        assertThat(ann.locator(".banner")).hasCount(0);
        assertThat(ann.locator("[data-saved]")).containsText("Saved ");
        assertThat(People.strings("select number from gesture where revision = '" + draft + "'"))
                .hasSize(1);
        ann.reload();
        Browser.awaken(ann);
        assertThat(ann.locator(".banner")).hasCount(0);
    }

    @Test
    void stands_in_the_open_field_again_after_a_reload() {
        ann.locator("details[data-pointer='/pool'] > summary").click();
        ann.locator("details[data-pointer='/pool/deep'] > summary").click();
        ann.locator("[data-pointer='/pool/deep/min'] a.edit").click();
        ann.getByLabel("Value of pool.deep.min").fill("4711");
        ann.reload();
        Browser.awaken(ann);
        var field = ann.getByLabel("Value of pool.deep.min");
        assertThat(field).hasValue("4711");
        assertThat(field).isFocused();
        assertThat(ann.locator("#announcer")).hasText("What you typed is here again. It is not saved yet.");
        field.press("Enter");
        assertThat(ann.locator("#draft-bar")).containsText("1 change");
        ann.reload();
        Browser.awaken(ann);
        assertThat(ann.locator("[data-value-form]")).hasCount(0);
    }

    @Test
    void stands_there_again_even_if_it_was_declined() {
        save("max", "seven");
        assertThat(ann.locator(".value-form .error")).isVisible();
        ann.reload();
        assertThat(ann.getByLabel("Value of max")).hasValue("seven");
    }

    @Test
    void comes_back_with_its_field_when_the_sign_in_ended_meanwhile() {
        type("max", "14");
        People.sql("delete from sign_in");
        ann.keyboard().press("Enter");
        ann.waitForURL(Pattern.compile(".*/sign-in.*"));
        ann.fill("#name", "ann");
        ann.fill("#password", People.PASSWORD);
        ann.click("button:has-text('Sign in')");
        var field = ann.getByLabel("Value of max");
        assertThat(field).hasValue("14");
        assertThat(field).isFocused();
        field.press("Enter");
        assertThat(ann.locator("[data-pointer='/max'] a.edit")).hasText("14");
        assertThat(ann.locator("#draft-bar")).containsText("1 change");
    }

    @Test
    void is_never_shown_to_somebody_else_and_forgotten_on_signing_out() {
        type("max", "15");
        assertThat(ann.evaluate("Object.keys(localStorage).length")).isEqualTo(1);
        ann.getByText("Sign out").click();
        ann.waitForURL(Pattern.compile(".*/sign-in.*"));
        assertThat(ann.evaluate("Object.keys(localStorage).length")).isEqualTo(0);
    }

    @Test
    void is_said_of_a_sign_in_that_ended_in_the_background() {
        assertThat(ann.locator("[data-connection]")).hasText("Live");
        People.sql("delete from sign_in");
        assertThat(ann.locator("[data-connection]")).hasText("Signed out");
        assertThat(ann.locator(".banner a")).hasText("Sign in");
    }

    @Test
    void is_what_warns_whoever_leaves_and_nothing_else() {
        var asked = new AtomicInteger();
        ann.onDialog(dialog -> {
            asked.incrementAndGet();
            dialog.accept();
        });
        save("max", "16");
        assertThat(ann.locator("#draft-bar")).containsText("1 change");
        ann.navigate(start.resolve("/drafts").toString());
        assertThat(asked.get()).isZero();
        open();
        ann.route(CHANGES, Route::abort);
        save("max", "17");
        assertThat(ann.locator("[data-saved]")).containsText("Not saved");
        ann.navigate(start.resolve("/drafts").toString());
        assertThat(asked.get()).isEqualTo(1);
    }
}
