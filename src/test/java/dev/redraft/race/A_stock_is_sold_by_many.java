package dev.redraft.race;

import static dev.redraft.Walk.live;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.People;
import dev.redraft.Walk;
import dev.redraft.platform.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
class A_stock_is_sold_by_many {
    private static final int ATTEMPTS = 1_000;
    private static final int CONNECTIONS = 32;
    private static final String SELL = "[{\"op\":\"increment\",\"path\":\"/stock\",\"value\":-3}]";

    @Test
    @Timeout(300)
    void and_every_piece_once_and_not_one_more() throws Exception {
        People.clear();
        People.present("ann", Role.EDITOR);
        Walk.configuration("ann", "shop", "{\"stock\":300}");
        Walk.schema("ann", "shop", "{'properties':{'stock':{'type':'integer','minimum':0}}}")
                .then()
                .statusCode(200);
        assertThat(answers()).isEqualTo(Map.of("sold", 100, "out of bounds, 0 left", ATTEMPTS - 100));
        assertThat(live("ann", "shop")).isEqualTo("{'stock':0}");
    }

    private Map<String, Integer> answers() throws Exception {
        var counted = new TreeMap<String, Integer>();
        try (var client = HttpClient.newHttpClient();
                var people = Executors.newFixedThreadPool(CONNECTIONS)) {
            Callable<String> sale = () -> sale(client);
            for (var answer : people.invokeAll(Collections.nCopies(ATTEMPTS, sale), 4, TimeUnit.MINUTES)) {
                counted.merge(answer.get(), 1, Integer::sum);
            }
        }
        return counted;
    }

    private String sale(HttpClient client) throws Exception {
        var credentials = ("ann:" + People.PASSWORD).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + Walk.content("shop")))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                .header("Content-Type", "application/json-patch+json")
                .method("PATCH", BodyPublishers.ofString(SELL))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        var isRefused = answer.statusCode() == 409
                && answer.body().contains("urn:redraft:problem:out-of-bounds")
                && answer.body().contains("\"value\":0");
        return answer.statusCode() == 200 ? "sold" : isRefused ? "out of bounds, 0 left" : answer.body();
    }
}
