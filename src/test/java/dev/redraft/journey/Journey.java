package dev.redraft.journey;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// What somebody does in a browser: there is one for all tests of a class, and each begins with no window open.
@TestInstance(Lifecycle.PER_CLASS)
abstract class Journey {
    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    URI start;

    @SuppressWarnings("NullAway.Init") // There is one before the first test.
    Browser browser;

    @BeforeAll
    void a_browser() {
        browser = Browser.start();
    }

    @AfterEach
    void no_script_failed_and_the_policy_refused_nothing() {
        try {
            browser.hasNothingToComplainAbout();
        } finally {
            browser.closeWindows();
        }
    }

    @AfterAll
    void nothing_is_left() {
        if (browser != null) {
            browser.close();
        }
    }

    /// A window of somebody that shows this page, with its scripts awake.
    Page opened(String name, String path) {
        var page = browser.windowOf(name);
        page.navigate(start + path);
        Browser.awaken(page);
        return page;
    }
}
