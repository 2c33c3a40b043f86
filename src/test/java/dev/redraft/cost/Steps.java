package dev.redraft.cost;

import static dev.redraft.People.as;
import static org.hamcrest.Matchers.oneOf;

import dev.redraft.Walk;
import io.restassured.response.Response;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The usual steps of a draft of a configuration with so many entries, by HTTP.
final class Steps {
    private final String application;
    private final int entries;
    private final String entry;
    private String draft = "";
    private int value = 10;

    Steps(int entries) {
        this.application = "with-" + entries;
        this.entries = entries;
        this.entry = key(entries / 2);
    }

    void fill() {
        var document = IntStream.range(0, entries)
                .mapToObj(number -> "\"%s\":{\"min\":1,\"max\":10,\"name\":\"pool %d\"}".formatted(key(number), number))
                .collect(Collectors.joining(",", "{", "}"));
        Walk.configuration("ann", application, document);
    }

    private static String key(int number) {
        return "key-%06d".formatted(number);
    }

    private static void answers(Response response) {
        response.then().statusCode(oneOf(200, 201));
    }

    void start() {
        draft = Walk.draft("ann", application);
    }

    void edit() {
        var patch = "[{'op':'replace','path':'/%s/max','value':%d}]".formatted(entry, ++value);
        answers(Walk.patch("ann", draft, patch));
    }

    void undo() {
        answers(Walk.command("ann", draft, "undo"));
    }

    void redo() {
        answers(Walk.command("ann", draft, "redo"));
    }

    void commit() {
        answers(Walk.command("ann", draft, "commit"));
    }

    void writeDirectly() {
        answers(as("ann")
                .contentType("application/json-patch+json")
                .body("[{\"op\":\"replace\",\"path\":\"/%s/max\",\"value\":%d}]".formatted(entry, ++value))
                .patch(Walk.content(application)));
    }

    /// Changes as many entries as there are in the smallest configuration, in the draft.
    void editMany(int entries) {
        answers(Walk.patch("ann", draft, increments(entries, "min")));
    }

    /// Changes as many of the same entries in what is live.
    void moveBase(int entries) {
        answers(Walk.write("ann", application, increments(entries, "max")));
    }

    private static String increments(int entries, String member) {
        return IntStream.range(0, entries)
                .mapToObj(number -> "{'op':'increment','path':'/%s/%s','value':1}".formatted(key(number), member))
                .collect(Collectors.joining(",", "[", "]"));
    }

    void rebase() {
        answers(Walk.command("ann", draft, "rebase"));
    }

    void giveSchema() {
        answers(Walk.schema(
                "ann",
                application,
                "{'additionalProperties':{'properties':{'max':{'type':'integer','minimum':1,'maximum':1000000}}}}"));
    }

    void increment() {
        answers(Walk.patch("ann", draft, "[{'op':'increment','path':'/%s/max','value':1}]".formatted(entry)));
    }

    void incrementDirectly() {
        answers(Walk.write("ann", application, "[{'op':'increment','path':'/%s/max','value':1}]".formatted(entry)));
    }

    void review() {
        answers(Walk.command("ann", draft, "review"));
    }

    void lookAtDraft() {
        answers(as("ann").get("/api/drafts/" + draft + "/entries?limit=50"));
        answers(as("ann").get("/api/drafts/" + draft + "/changes"));
    }

    void lookAtEntries() {
        answers(as("ann").get("/api/configurations/" + application + "/test/entries?limit=50"));
    }
}
