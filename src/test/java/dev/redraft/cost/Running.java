package dev.redraft.cost;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A running Redraft that is measured, one request after the other.
final class Running {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final String credentials;

    private Running(String address, String credentials) {
        this.address = address;
        this.credentials = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    /// @param arguments its address, and the name and the password of an administrator
    static Running at(String... arguments) {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("Say the address, the name and the password of an administrator.");
        }
        return new Running(arguments[0], arguments[1] + ":" + arguments[2]);
    }

    /// The header that says who asks.
    String authorization() {
        return "Basic " + credentials;
    }

    /// The path of a configuration of this size, which is made if it is not there.
    String configuration(int entries) throws IOException, InterruptedException {
        var configuration = "/api/configurations/measured-" + entries + "/test";
        if (send("PUT", configuration, "application/json", "{}").contains("\"version\":0")) {
            send("PUT", configuration + "/content", "application/json", document(entries));
        }
        return configuration;
    }

    private static String document(int entries) {
        return IntStream.range(0, entries)
                .mapToObj("\"key.%1$06d\":{\"number\":%1$d,\"list\":[1,2,3],\"text\":\"text %1$d\"}"::formatted)
                .collect(Collectors.joining(",", "{", "}"));
    }

    /// The id of one's draft of it.
    String draft(String configuration) throws IOException, InterruptedException {
        return send("POST", configuration + "/drafts", "application/json", "")
                .replaceAll(".*?\"id\":\"([^\"]*).*", "$1");
    }

    void patch(String path, String patch) throws IOException, InterruptedException {
        send("PATCH", path, "application/json-patch+json", patch);
    }

    /// @throws IOException if it answers anything but success
    String send(String method, String path, String type, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", authorization())
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

    /// How long a page takes.
    double millis(String path) throws IOException, InterruptedException {
        var start = System.nanoTime();
        send("GET", path, path.startsWith("/api") ? "application/json" : "text/html", "");
        return (System.nanoTime() - start) / 1e6;
    }

    static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
