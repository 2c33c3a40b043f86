package dev.redraft.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ViewportSize;
import dev.redraft.People;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A real browser for journeys: the Chromium of the system. Where there is none the journey is skipped, and
/// says what to install; on a build server it fails.
final class Browser implements AutoCloseable {
    private static final ViewportSize DESK = new ViewportSize(1440, 900);
    /// What the browser and htmx say of a request that got lost; the page is to deal with it.
    private static final String LOST = "(?s)(Failed to load resource|htmx:(afterRequest|sendError), ).*";

    private static final double PATIENCE = 10_000;

    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Playwright playwright, Path executable) {
        this.playwright = playwright;
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    static Browser start() {
        var executable = executable();
        if (executable.isEmpty()) {
            return missing("No Chromium was found. Install it (apt-get install chromium), or name it in CHROMIUM.");
        }
        try {
            var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            return new Browser(Playwright.create(new Playwright.CreateOptions().setEnv(environment)), executable.get());
        } catch (PlaywrightException unable) {
            return missing("The browser %s does not start: %s".formatted(executable.get(), unable.getMessage()));
        }
    }

    private static Optional<Path> executable() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Browser missing(String sentence) {
        if (System.getenv("CI") != null) {
            throw new AssertionError(sentence);
        }
        return abort(sentence);
    }

    /// A window of its own, with nobody signed in.
    Page window() {
        return another(chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(DESK.width, DESK.height)));
    }

    /// A window of somebody who signed in at the page; more of the same browser are had by its context.
    Page windowSignedIn(String name, URI start) {
        var page = window();
        var cookie = new Cookie("redraft", People.cookie(name, People.PASSWORD)).setUrl(start.toString());
        page.context().addCookies(List.of(cookie));
        return page;
    }

    /// One more window of the same browser.
    Page another(BrowserContext context) {
        var page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().matches(LOST)) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        return page;
    }

    /// A window of somebody with the usual password, who is signed in.
    Page windowOf(String name) {
        return authorized(window(), name);
    }

    /// The same in a browser that runs no scripts.
    Page windowWithoutScriptsOf(String name) {
        var withoutScripts = new com.microsoft.playwright.Browser.NewContextOptions().setJavaScriptEnabled(false);
        return authorized(chromium.newContext(withoutScripts).newPage(), name);
    }

    private static Page authorized(Page page, String name) {
        var credentials = (name + ":" + People.PASSWORD).getBytes(StandardCharsets.UTF_8);
        page.setDefaultTimeout(PATIENCE);
        page.setExtraHTTPHeaders(
                Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials)));
        return page;
    }

    /// Waits until the bar of the draft says this.
    static void seen(Page page, String sentence) {
        assertThat(page.locator("#draft-bar")).containsText(sentence);
    }

    /// Waits until the scripts of the page have begun: keys pressed before would go nowhere.
    static void awaken(Page page) {
        page.locator("html.scripted").waitFor();
    }

    /// Keeps how the page looks, and requires that everybody can use it.
    static void look(Page page, String name) {
        new Looks(page, name).keptAndChecked();
        page.setViewportSize(DESK.width, DESK.height);
    }

    /// No script failed, and the policy of the pages refused nothing.
    void hasNothingToComplainAbout() {
        assertThat(complaints).isEmpty();
    }

    /// Every window is gone, and what was to complain about in it.
    void closeWindows() {
        chromium.contexts().forEach(BrowserContext::close);
        complaints.clear();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
