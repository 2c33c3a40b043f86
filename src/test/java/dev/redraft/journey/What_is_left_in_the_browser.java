package dev.redraft.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.redraft.journey.Browser.look;

import com.microsoft.playwright.Page;
import dev.redraft.Past;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.draft.Upkeep;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Drafts that nobody came back to, and the record of who did what.
@QuarkusTest
class What_is_left_in_the_browser extends Journey {
    @Inject
    Upkeep upkeep;

    @BeforeEach
    void ann_edits_and_root_looks_after_it() {
        People.clear();
        People.present("ann", Role.EDITOR);
        People.present("root", Role.ADMINISTRATOR);
    }

    private static String draftOf(String application) {
        Walk.configuration("ann", application, "{\"pool.max\":10,\"name\":\"" + application + "\"}");
        var draft = Walk.draft("ann", application);
        Walk.patch("ann", draft, "[{'op':'replace','path':'/pool.max','value':20}]");
        return draft;
    }

    @Test
    void a_draft_is_warned_about_until_it_is_edited_and_one_that_was_given_up_is_reopened() {
        var warned = draftOf("billing");
        Past.push(warned, "6 days 5 hours");
        Past.push(draftOf("shop"), "8 days");
        var cancelled = draftOf("search");
        People.as("ann").delete("/api/drafts/" + cancelled);
        upkeep.run();
        draftOf("mail");
        var ann = browser.windowOf("ann");
        ann.navigate(start + "drafts");
        assertThat(ann.locator(".draft-line")).hasCount(4);
        look(ann, "drafts-left");
        ann.navigate(start + "drafts/" + warned);
        assertThat(ann.locator("#notices")).containsText("This draft is given up unless you edit it before");
        look(ann, "editor-left");
        Browser.awaken(ann);
        ann.keyboard().press("Control+z");
        assertThat(ann.locator("#notices")).not().containsText("given up");
        ann.navigate(start + "drafts");
        ann.locator(".draft-line.abandoned").getByText("Reopen").click();
        assertThat(ann.locator("#draft-bar")).containsText("shop");
    }

    @Test
    void the_audit_record_is_searched() {
        var draft = draftOf("billing");
        Walk.command("ann", draft, "commit", "{'message':'More connections'}");
        draftOf("shop");
        Walk.schema("root", "billing", "{'type':'object'}");
        People.cookie("root", People.PASSWORD);
        upkeep.run();
        var root = browser.windowOf("root");
        root.navigate(start.toString());
        root.getByText("Audit", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(root.locator(".audit tbody tr").first()).containsText("drafts looked through");
        look(root, "audit");
        root.locator("#actor").fill("ann");
        root.locator("#action").selectOption("draft-committed");
        root.getByText("Search", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(root.locator(".audit tbody tr")).hasCount(1);
        assertThat(root.locator("#actor")).hasValue("ann");
        root.locator(".audit").getByText("billing/test").click();
        assertThat(root.locator("main")).containsText("Live v2");
        root.navigate(start + "audit?actor=nobody");
        assertThat(root.locator(".nothing")).containsText("Nothing like that was recorded");
        look(root, "audit-nothing");
    }
}
