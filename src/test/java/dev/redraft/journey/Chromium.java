package dev.redraft.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The system's Chromium, driven without a window. Without one the tests are skipped and say what to install; on a
/// build
/// server they fail.
final class Chromium implements AutoCloseable {
    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final Path PICTURES = Path.of("target/screenshots");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> errors = new ArrayList<>();

    private Chromium(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(arguments()));
    }

    static Chromium start() {
        var program = PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        if (System.getenv("CI") != null) {
            assertThat(program).as("a browser: install the package chromium").isPresent();
        }
        assumeTrue(program.isPresent(), "There is no browser: install the package chromium");
        return new Chromium(program.orElseThrow());
    }

    private static List<String> arguments() {
        var arguments = new ArrayList<>(List.of(
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync"));
        // Chromium refuses to sandbox for root, as whom build servers run.
        Optional.ofNullable(System.getProperty("user.name"))
                .filter("root"::equals)
                .ifPresent(_ -> arguments.add("--no-sandbox"));
        return arguments;
    }

    /// A window of somebody who is not signed in anywhere else. What the page complains of is remembered.
    Page window(ColorScheme scheme) {
        var context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(1440, 900).setColorScheme(scheme));
        var page = context.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        return page;
    }

    /// What pages complained of: broken scripts, and whatever the content security policy refused.
    List<String> errors() {
        return errors;
    }

    /// Keeps a picture of a page under `target/screenshots`.
    static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
