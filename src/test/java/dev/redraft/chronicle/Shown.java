package dev.redraft.chronicle;

import static dev.redraft.People.as;
import static dev.redraft.Walk.content;

import dev.redraft.chronicle.Chronicle.State;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/// What a chronicle tells of, as the server shows it.
public final class Shown {
    private Shown() {}

    /// What this answer says is live.
    public static State live(Response answer) {
        var version = answer.header("ETag").replaceAll("\"v(\\d+).*", "$1");
        return state(Integer.parseInt(version), answer.jsonPath());
    }

    /// All versions from the first that holds the counter, 1, to the newest.
    public static List<State> chain(String who, String application) {
        var newest = live(as(who).get(content(application))).version();
        return IntStream.rangeClosed(1, newest)
                .mapToObj(version -> at(who, application, version))
                .toList();
    }

    private static State at(String who, String application, int version) {
        var answer = as(who).get(content(application) + "?version=" + version);
        return state(version, answer.then().statusCode(200).extract().jsonPath());
    }

    private static State state(int version, JsonPath content) {
        var marks = new HashMap<Integer, String>();
        content.getMap("$").forEach((key, value) -> {
            if (String.valueOf(key).startsWith("mark")) {
                marks.put(Integer.parseInt(String.valueOf(key).substring(4)), String.valueOf(value));
            }
        });
        return new State(version, content.getInt("hits"), marks);
    }
}
