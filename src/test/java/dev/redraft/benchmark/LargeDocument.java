package dev.redraft.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.document.JsonReader;
import dev.redraft.document.JsonWriter;
import dev.redraft.document.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// A configuration of 500 kB: some 2,000 entries of mixed depth, among them an object of objects, a list of
/// some hundred objects and one of some thousand scalars.
final class LargeDocument {
    static final int SETTINGS = 2_000;
    static final int SERVICES = 250;
    static final int ROUTES = 400;
    static final int ADDRESSES = 3_000;

    private final Random random;

    private LargeDocument(long seed) {
        random = new Random(seed);
    }

    /// The same seed gives the same configuration.
    static JsonObject of(long seed) {
        return object(new LargeDocument(seed).text());
    }

    static JsonObject object(String text) {
        return JsonReader.document(text.getBytes(UTF_8), Limits.DEFAULT);
    }

    /// The same value in the type that the library works on.
    static JsonNode node(Json json) {
        try {
            return new ObjectMapper().readTree(JsonWriter.compact(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        var members = new StringJoiner(",", "{", "}");
        for (var i = 0; i < SETTINGS; i++) {
            members.add("\"" + setting(i) + "\":" + value(i));
        }
        members.add("\"services\":{" + listed(SERVICES, i -> "\"service-" + i + "\":" + service(i)) + "}");
        members.add("\"routes\":[" + listed(ROUTES, this::route) + "]");
        members.add("\"addresses\":[" + listed(ADDRESSES, _ -> address()) + "]");
        return members.toString();
    }

    /// The key of a setting; of every four, the second is a number, the third an object, the fourth holds a list.
    static String setting(int index) {
        return "area-" + index % 23 + ".setting-" + index;
    }

    private String value(int index) {
        return switch (index % 4) {
            case 0 -> "\"value " + words(2 + random.nextInt(6)) + "\"";
            case 1 -> random.nextInt(5) == 0 ? random.nextInt(1_000) + ".50" : "" + random.nextInt(100_000);
            case 2 -> """
                {"enabled":%b,"limit":%d,"retry":{"times":%d,"pause":"%d ms"},"note":"%s"}""".formatted(random.nextBoolean(), number(), number(), number(), words(4));
            default -> """
                {"hosts":[%s],"owner":"%s","ratio":0.%d,"until":null}""".formatted(listed(4, _ -> address()), words(1), number());
        };
    }

    private String service(int index) {
        return """
            {"image":"registry/%s:%d","replicas":%d,"limits":{"cpu":"%d m","memory":"%d Mi"},\
            "ports":[{"name":"http","port":%d},{"name":"metrics","port":%d}],"labels":{"team":"%s","tier":"%d"}}""".formatted(words(1), index, number(), number(), number(), number(), number(), words(1), number());
    }

    private String route(int index) {
        return """
            {"id":%d,"match":"/%s/%d","to":"%s","weight":%d,"headers":{"x-team":"%s","x-level":"%d"}}""".formatted(index, words(1), number(), words(1), number(), words(1), number());
    }

    private String address() {
        return "\"10.%d.%d.%d\"".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    private int number() {
        return random.nextInt(10_000);
    }

    private String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> Integer.toString(random.nextInt(1 << 24), Character.MAX_RADIX))
                .reduce((one, next) -> one + " " + next)
                .orElseThrow();
    }

    private static String listed(int count, IntFunction<String> element) {
        var elements = new StringJoiner(",");
        for (var i = 0; i < count; i++) {
            elements.add(element.apply(i));
        }
        return elements.toString();
    }
}
