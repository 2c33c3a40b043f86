package dev.redraft.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class A_step_whose_answer_is_lost_in_the_browser {
    private static final String UNDO = "**/steps/undone";

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    URI address;

    @Test
    void is_tried_again_and_happens_once() {
        People.clear();
        People.present("ann", Role.EDITOR);
        Walk.configuration("ann", "billing", "{\"max\":10}");
        var draft = Walk.draft("ann", "billing");
        for (var max = 20; max <= 40; max += 10) {
            Walk.patch("ann", draft, "[{'op':'replace','path':'/max','value':" + max + "}]");
        }
        try (var browser = Browser.start()) {
            var page = signedIn(browser);
            page.navigate(address.resolve("/drafts/" + draft).toString());
            loseTheAnswerOf(page);
            page.locator("#undone").click();
            assertThat(page.locator(".toast")).containsText("The server cannot be reached");
            page.unroute(UNDO);
            assertThat(page.locator("#redone")).isEnabled();
            assertThat(Walk.held("ann", draft)).isEqualTo("{'max':30}");
            page.locator("#undone").click();
            assertThat(page.locator("#undone")).containsText("20");
        }
        assertThat(Walk.held("ann", draft)).isEqualTo("{'max':20}");
        assertThat(People.strings("select number from gesture where state = 'UNDONE'"))
                .hasSize(2);
    }

    private static void loseTheAnswerOf(Page page) {
        page.route(UNDO, route -> {
            route.fetch();
            route.abort();
        });
    }

    private static Page signedIn(Browser browser) {
        var page = browser.window();
        var credentials =
                Base64.getEncoder().encodeToString(("ann:" + People.PASSWORD).getBytes(StandardCharsets.UTF_8));
        page.setExtraHTTPHeaders(Map.of("Authorization", "Basic " + credentials));
        return page;
    }
}
