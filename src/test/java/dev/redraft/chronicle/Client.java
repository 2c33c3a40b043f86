package dev.redraft.chronicle;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.content;

import dev.redraft.Walk;
import dev.redraft.chronicle.Chronicle.Deed;
import dev.redraft.chronicle.Chronicle.Outcome;
import dev.redraft.chronicle.Chronicle.Read;
import dev.redraft.chronicle.Chronicle.Write;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// One of many: reads, writes directly and commits drafts as a seed decides, and records each request and its answer.
final class Client {
    private static final int LEAST = 10;

    private final int number;
    private final String name;
    private final Random random;
    private final List<Deed> deeds = new ArrayList<>();
    private int marks;

    Client(int number, long seed) {
        this.number = number;
        this.name = nameOf(number);
        this.random = new Random(seed + number);
    }

    static String nameOf(int number) {
        return "client" + number;
    }

    /// Goes on until then, by the clock of [System#nanoTime()], and longer where the machine is slow.
    List<Deed> until(long deadline) {
        while (System.nanoTime() < deadline || deeds.size() < LEAST) {
            deeds.add(
                    switch (random.nextInt(4)) {
                        case 0 -> read();
                        case 1 -> draft();
                        default -> directly();
                    });
        }
        return deeds;
    }

    private Deed read() {
        var began = System.nanoTime();
        var answer = as(name).get(content("billing"));
        return new Read(number, began, System.nanoTime(), Shown.live(answer));
    }

    private String patch(String mark) {
        return "[{'op':'increment','path':'/hits','value':1},{'op':'add','path':'/mark%d','value':'%s'}]"
                .formatted(number, mark);
    }

    private Deed directly() {
        var mark = nextMark();
        var began = System.nanoTime();
        var answer = as(name).header("Idempotency-Key", mark)
                .contentType("application/json-patch+json")
                .body(patch(mark).replace('\'', '"'))
                .patch(content("billing"));
        return new Write(number, began, System.nanoTime(), mark, outcome(answer));
    }

    private String nextMark() {
        return number + "-" + ++marks;
    }

    /// A draft that is cancelled where somebody else was faster.
    private Deed draft() {
        var mark = nextMark();
        var began = System.nanoTime();
        var draft = Walk.draft(name, "billing");
        Walk.patch(name, draft, patch(mark)).then().statusCode(200);
        var answer = command(name, draft, "commit");
        var ended = System.nanoTime();
        if (answer.statusCode() != 200) {
            as(name).delete("/api/drafts/" + draft).then().statusCode(200);
        }
        return new Write(number, began, ended, mark, outcome(answer));
    }

    private static Outcome outcome(Response answer) {
        return answer.statusCode() == 200
                ? new Outcome.Acknowledged(answer.path("version"))
                : new Outcome.Refused(answer.statusCode());
    }
}
