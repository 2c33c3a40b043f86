package dev.redraft.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class What_a_page_weighs_in_the_browser {
    private static final Logger LOG = Logger.getLogger(What_a_page_weighs_in_the_browser.class);
    private static final int MOST = 150_000;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    URI start;

    @ParameterizedTest
    @ValueSource(strings = {"", "/text", "/review"})
    void is_less_than_150_kB_of_scripts_and_styles(String page) {
        People.clear();
        People.present("ann", Role.EDITOR);
        Walk.configuration("ann", "billing", "{\"max\":10}");
        var draft = Walk.draft("ann", "billing");
        try (var browser = Browser.start()) {
            var window = browser.windowSignedIn("ann", start);
            var loaded = new ArrayList<Response>();
            window.onResponse(loaded::add);
            window.navigate(start.resolve("/drafts/" + draft + page).toString());
            Browser.awaken(window);
            var files = loaded.stream()
                    .filter(response -> response.url().matches(".*[.](js|css)"))
                    .toList();
            assertThat(files)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(response -> assertThat(response.headerValue("content-encoding"))
                            .as(response.url())
                            .isEqualTo("gzip"));
            assertThat(weight(files)).isLessThan(MOST);
        }
    }

    private static int weight(List<Response> files) {
        var sum =
                files.stream().mapToInt(response -> compressed(response.body())).sum();
        LOG.infof("Scripts and styles: %d files, %d bytes compressed", files.size(), sum);
        return sum;
    }

    private static int compressed(byte[] body) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }
}
