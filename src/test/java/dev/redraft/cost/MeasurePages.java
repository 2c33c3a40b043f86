package dev.redraft.cost;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Measures pages of a running Redraft at 1,000 and at 100,000 entries, in turn, and prints the medians side by side:
///
/// `java src/test/java/dev/redraft/cost/MeasurePages.java http://127.0.0.1:8080 admin PASSWORD`
///
/// Requests go to this address alone, one after the other, 40 of each kind. What it makes stays: use a data folder of
/// its
/// own.
public final class MeasurePages {
    private static final int SMALL = 1_000;
    private static final int LARGE = 100_000;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 30;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final String credentials;

    private MeasurePages(String address, String credentials) {
        this.address = address;
        this.credentials = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("Say the address, the name and the password of an administrator.");
        }
        new MeasurePages(arguments[0], arguments[1] + ":" + arguments[2]).measure();
    }

    private void measure() throws IOException, InterruptedException {
        var pages = Map.of(
                "live view", pages("/configurations/measured-%d/test"),
                "live view, searched", pages("/configurations/measured-%d/test?query=text%%201"),
                "live view, prefix", pages("/configurations/measured-%d/test?prefix=key."),
                "history", pages("/configurations/measured-%d/test/history"),
                "editor", drafts("/drafts/%s"),
                "editor, filtered", drafts("/drafts/%s?query=%%40modified"),
                "editor, searched", drafts("/drafts/%s?query=text%%201"),
                "review", drafts("/drafts/%s/review"));
        for (var page : pages.entrySet()) {
            var small = new ArrayList<Double>();
            var large = new ArrayList<Double>();
            for (var round = -WARM_UP; round < ROUNDS; round++) {
                var one = millis(page.getValue().getFirst());
                var other = millis(page.getValue().getLast());
                if (round >= 0) {
                    small.add(one);
                    large.add(other);
                }
            }
            System.out.printf(
                    "%-20s %7.1f ms at %,d entries %7.1f ms at %,d: ratio %.2f%n",
                    page.getKey(), median(small), SMALL, median(large), LARGE, median(large) / median(small));
        }
    }

    private static List<String> pages(String path) {
        return List.of(path.formatted(SMALL), path.formatted(LARGE));
    }

    private List<String> drafts(String path) throws IOException, InterruptedException {
        return List.of(path.formatted(draft(SMALL)), path.formatted(draft(LARGE)));
    }

    /// A draft with a few changes, of a configuration of this size, which is made if it is not there.
    private String draft(int entries) throws IOException, InterruptedException {
        var configuration = "/api/configurations/measured-" + entries + "/test";
        if (send("PUT", configuration, "application/json", "{}").contains("\"version\":0")) {
            send("PUT", configuration + "/content", "application/json", document(entries));
        }
        var draft = send("POST", configuration + "/drafts", "application/json", "")
                .replaceAll(".*?\"id\":\"([^\"]*).*", "$1");
        send("PATCH", "/api/drafts/" + draft + "/content", "application/json-patch+json", """
                [{"op": "increment", "path": "/key.000007/number", "by": 1}, {"op": "add", "path": "/new", "value": [1]}]
                """);
        return draft;
    }

    private static String document(int entries) {
        return IntStream.range(0, entries)
                .mapToObj("\"key.%1$06d\":{\"number\":%1$d,\"list\":[1,2,3],\"text\":\"text %1$d\"}"::formatted)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private double millis(String path) throws IOException, InterruptedException {
        var start = System.nanoTime();
        send("GET", path, "text/html", "");
        return (System.nanoTime() - start) / 1e6;
    }

    private String send(String method, String path, String type, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Basic " + credentials)
                .header("Accept", method.equals("GET") ? type : "application/json")
                .header("Content-Type", type)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
