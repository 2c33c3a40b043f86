package dev.redraft.cost;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Measures what somebody waits for in a browser, at 1,000 and at 100,000 entries in turn, and prints medians
/// and 95th percentiles side by side:
///
/// `./mvnw -q -B test-compile exec:exec -Dmeasure=dev.redraft.cost.MeasureBrowser
///     -Dwith="http://127.0.0.1:8080 admin PASSWORD"`
///
/// Times run in the page from the key or click until the answer is laid out, so that the driver of the browser
/// adds nothing. What it makes stays: use a data folder of its own.
public final class MeasureBrowser {
    private static final int SMALL = 1_000;
    private static final int LARGE = 100_000;
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 30;
    private static final int CHANGES = 500;

    /// Ends when the page shows what came of it: with another stamp, or with any answer.
    private static final String TIMED = """
            ([selector, value, waitsForStamp]) => new Promise((done, failed) => {
              const stamp = () => document.getElementById("draft-bar").dataset.stamp;
              const before = stamp();
              const element = document.querySelector(selector);
              const settled = () => {
                if (!waitsForStamp || stamp() !== before) {
                  document.removeEventListener("htmx:afterSettle", settled);
                  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
                }
              };
              document.addEventListener("htmx:afterSettle", settled);
              setTimeout(() => failed(new Error(`Nothing came of ${selector}`)), 20000);
              const start = performance.now();
              if (value == null) {
                element.click();
              } else {
                element.value = value;
                waitsForStamp ? element.form.requestSubmit() : element.dispatchEvent(new Event("input", { bubbles: true }));
              }
            })
            """;

    private final Running redraft;
    private final Page page;
    private final String address;
    private final Map<String, List<List<Double>>> times = new LinkedHashMap<>();

    private MeasureBrowser(Running redraft, Page page, String address) {
        this.redraft = redraft;
        this.page = page;
        this.address = address;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        var words = String.join(" ", arguments).split(" ");
        var redraft = Running.at(words);
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        try (var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
                var chromium = playwright.chromium().launch(options())) {
            var page = chromium.newPage();
            page.setExtraHTTPHeaders(Map.of("Authorization", redraft.authorization()));
            new MeasureBrowser(redraft, page, words[0]).measure();
        }
    }

    private static BrowserType.LaunchOptions options() {
        var chromium = Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium");
        return new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(chromium))
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking"));
    }

    private void measure() throws IOException, InterruptedException {
        var drafts = List.of(redraft.draft(redraft.configuration(SMALL)), redraft.draft(redraft.configuration(LARGE)));
        for (var round = -WARM_UP; round < ROUNDS; round++) {
            for (var size = 0; size < 2; size++) {
                edit(drafts.get(size), size, round);
            }
        }
        for (var draft : drafts) {
            redraft.patch("/api/drafts/" + draft + "/content", changes());
        }
        for (var round = -WARM_UP; round < ROUNDS; round++) {
            for (var size = 0; size < 2; size++) {
                keep("open review of 500 changes", size, round, opened(drafts.get(size) + "/review", "#message"));
            }
        }
        for (var draft : drafts) {
            redraft.send("POST", "/api/drafts/" + draft + "/undo", "application/json", "");
        }
        times.forEach(MeasureBrowser::print);
    }

    private void edit(String draft, int size, int round) {
        keep("open editor", size, round, opened(draft, "tbody.entry"));
        keep("search, first result", size, round, timed("#query", "key.%06d".formatted(900 + round), false));
        timed("#query", "", false);
        timed("tr[data-pointer='/key.000007'] .actions a[data-edit]", null, false);
        var value = "{\"number\":%d,\"text\":\"new\"}"
                .formatted(ThreadLocalRandom.current().nextInt(1_000_000));
        keep("set a value until saved", size, round, timed("[data-value-form] .typed", value, true));
        keep("undo", size, round, timed("#undone", null, true));
        keep("redo", size, round, timed("#redone", null, true));
        timed("#undone", null, true);
    }

    private double timed(String selector, @Nullable String value, boolean waitsForStamp) {
        var arguments = new ArrayList<@Nullable Object>();
        arguments.add(selector);
        arguments.add(value);
        arguments.add(waitsForStamp);
        return ((Number) page.evaluate(TIMED, arguments)).doubleValue();
    }

    /// From the request until the page is laid out and its scripts have begun.
    private double opened(String path, String selector) {
        page.navigate(address + "/drafts/" + path);
        page.locator("html.scripted").waitFor();
        page.locator(selector).first().waitFor();
        return ((Number) page.evaluate("() => performance.getEntriesByType('navigation')[0].domComplete"))
                .doubleValue();
    }

    private static String changes() {
        return IntStream.range(100, 100 + CHANGES)
                .mapToObj("{\"op\":\"replace\",\"path\":\"/key.%06d/number\",\"value\":-1}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private void keep(String name, int size, int round, double millis) {
        var both = times.computeIfAbsent(name, _ -> List.of(new ArrayList<>(), new ArrayList<>()));
        if (round >= 0) {
            both.get(size).add(millis);
        }
    }

    private static void print(String name, List<List<Double>> both) {
        System.out.printf(
                "%-28s p50 %6.0f ms, p95 %6.0f ms at %,d entries   p50 %6.0f ms, p95 %6.0f ms at %,d: ratio %.2f%n",
                name,
                at(both.getFirst(), 50),
                at(both.getFirst(), 95),
                SMALL,
                at(both.getLast(), 50),
                at(both.getLast(), 95),
                LARGE,
                at(both.getLast(), 50) / at(both.getFirst(), 50));
    }

    private static double at(List<Double> values, int percent) {
        return values.stream().sorted().toList().get(Math.min(values.size() - 1, values.size() * percent / 100));
    }
}
