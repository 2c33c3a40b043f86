package dev.redraft;

import static dev.redraft.People.as;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Long work by HTTP: how a test asks for it, and waits for its end.
public final class LongWork {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private LongWork() {}

    /// Sends a whole document, with single quotes for double ones, and does not wait for what comes of it.
    public static Response put(String who, String draft, String json) {
        return as(who).header("Prefer", "respond-async")
                .contentType("application/json")
                .body(json.replace('\'', '"'))
                .put("/api/drafts/" + draft + "/content");
    }

    /// The id of the job that was accepted.
    public static String id(Response accepted) {
        return accepted.then().statusCode(202).extract().path("id");
    }

    public static JsonPath shown(String who, String job) {
        return as(who).get("/api/jobs/" + job).then().statusCode(200).extract().jsonPath();
    }

    /// The job when it has ended, one way or another.
    public static JsonPath ended(String who, String job) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var shown = shown(who, job);
        while (shown.getString("endedAt") == null) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It never ended: " + shown.prettify());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            shown = shown(who, job);
        }
        return shown;
    }

    public static Response command(String who, String job, String command) {
        return as(who).post("/api/jobs/" + job + "/" + command);
    }
}
