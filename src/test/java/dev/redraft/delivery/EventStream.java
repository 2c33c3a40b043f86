package dev.redraft.delivery;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A browser that follows some places.
final class EventStream implements AutoCloseable {
    private static final String END = "(end)";
    private static final int PATIENCE_SECONDS = 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> response;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Queue<String> all = new ConcurrentLinkedQueue<>();

    EventStream(String cookie, String query) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/events" + query))
                .header("Cookie", "redraft=" + cookie)
                .header("Accept", "text/event-stream")
                .build();
        response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                all.add(line);
                lines.add(line);
            }
        } catch (IOException | UncheckedIOException broken) {
            all.add(broken.toString());
        }
        lines.add(END);
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /// The data of the first event from now on that this holds of.
    String next(Predicate<String> wanted) throws InterruptedException {
        while (true) {
            var line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null || line.equals(END)) {
                throw new AssertionError("It never came: " + all());
            }
            if (line.startsWith("data:") && wanted.test(line)) {
                return line;
            }
        }
    }

    String next(String part) throws InterruptedException {
        return next(line -> line.contains(part));
    }

    void ends() throws InterruptedException {
        for (var line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                !END.equals(line);
                line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            if (line == null) {
                throw new AssertionError("It goes on: " + all());
            }
        }
    }

    /// All that came so far.
    String all() {
        return String.join("\n", all);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
