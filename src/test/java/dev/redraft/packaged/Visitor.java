package dev.redraft.packaged;

import static dev.redraft.People.as;
import static dev.redraft.Walk.command;
import static dev.redraft.Walk.content;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redraft.Walk;
import dev.redraft.chronicle.Chronicle.Deed;
import dev.redraft.chronicle.Chronicle.Outcome;
import dev.redraft.chronicle.Chronicle.Read;
import dev.redraft.chronicle.Chronicle.Write;
import dev.redraft.chronicle.Shown;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/// One of many who read, write directly and commit drafts as a seed decides, whoever is killed meanwhile. What
/// that left open is settled afterwards: half of them ask again for what they did not hear of, half never do.
final class Visitor {
    private static final int OK = 200;
    private static final int AWAY = 503;

    private final int number;
    private final String name;
    private final String application;
    private final Random random;
    private final List<Deed> deeds = new ArrayList<>();
    private int marks;
    private boolean isDisturbed;
    private Open open = new Open("", 0, "");

    /// A change whose answer has not come yet.
    ///
    /// @param draft what it commits; empty where it is written directly
    private record Open(String mark, long began, String draft) {}

    /// What there is instead of an answer, or an answer that does not say how it ended.
    private static final class Unheard extends Exception {
        private static final long serialVersionUID = 1;

        Unheard(String what) {
            super(what);
        }
    }

    Visitor(int number, String application, long seed) {
        this.number = number;
        this.name = nameOf(number);
        this.application = application;
        this.random = new Random(seed + number);
    }

    static String nameOf(int number) {
        return "visitor" + number;
    }

    /// Goes on until the end, whatever stops answering before, and counts what was answered.
    void until(BooleanSupplier end, CountDownLatch answered) {
        while (!end.getAsBoolean()) {
            try {
                startAfresh();
                step();
                answered.countDown();
            } catch (Unheard nobody) {
                isDisturbed = true;
            }
        }
    }

    /// Without the draft that was left in the middle, if the server is there again.
    private void startAfresh() throws Unheard {
        if (isDisturbed) {
            cancel(started());
            leaveOpen();
            isDisturbed = false;
        }
    }

    private void leaveOpen() {
        if (!open.mark().isEmpty()) {
            close(new Outcome.Unknown());
        }
    }

    private void step() throws Unheard {
        switch (random.nextInt(4)) {
            case 0 -> read();
            case 1 -> draft();
            default -> directly();
        }
    }

    private void read() throws Unheard {
        var began = System.nanoTime();
        var answer = answer(() -> as(name).get(content(application)));
        answer.then().statusCode(OK);
        deeds.add(new Read(number, began, System.nanoTime(), Shown.live(answer)));
    }

    private void directly() throws Unheard {
        open = new Open(number + "-" + ++marks, System.nanoTime(), "");
        close(write());
    }

    private Response write() throws Unheard {
        return answer(() -> as(name).header("Idempotency-Key", application + open.mark())
                .contentType("application/json-patch+json")
                .body(patch(open.mark()).replace('\'', '"'))
                .patch(content(application)));
    }

    private String patch(String mark) {
        return "[{'op':'increment','path':'/hits','value':1},{'op':'add','path':'/mark%d','value':'%s'}]"
                .formatted(number, mark);
    }

    /// A step, one that is taken back and brought again, and the commit.
    private void draft() throws Unheard {
        var began = System.nanoTime();
        var mark = number + "-" + ++marks;
        var draft = started();
        answer(() -> Walk.patch(name, draft, patch(mark))).then().statusCode(OK);
        if (random.nextBoolean()) {
            answer(() -> command(name, draft, "undo")).then().statusCode(OK);
            answer(() -> command(name, draft, "redo")).then().statusCode(OK);
        }
        open = new Open(mark, began, draft);
        close(commit());
        if (deeds.getLast() instanceof Write write && write.outcome() instanceof Outcome.Refused) {
            cancel(draft);
        }
    }

    private String started() throws Unheard {
        return answer(() -> as(name).post("/api/configurations/" + application + "/test/drafts"))
                .then()
                .extract()
                .path("id");
    }

    private Response commit() throws Unheard {
        return answer(() -> command(name, open.draft(), "commit"));
    }

    private void cancel(String draft) throws Unheard {
        answer(() -> as(name).delete("/api/drafts/" + draft)).then().statusCode(OK);
    }

    private void close(Response answer) {
        close(
                answer.statusCode() == OK
                        ? new Outcome.Acknowledged(answer.path("version"))
                        : new Outcome.Refused(answer.statusCode()));
    }

    private void close(Outcome outcome) {
        deeds.add(new Write(number, open.began(), System.nanoTime(), open.mark(), outcome));
        open = new Open("", 0, "");
    }

    /// The answer, unless it is none: that the database is away, or worse.
    private Response answer(Callable<Response> request) throws Unheard {
        Response answer;
        try {
            answer = request.call();
        } catch (Exception hungUp) {
            throw new Unheard(String.valueOf(hungUp));
        }
        assertThat(answer.statusCode()).as(answer.asString()).isNotEqualTo(500);
        if (answer.statusCode() == AWAY) {
            throw new Unheard(answer.asString());
        }
        return answer;
    }

    /// Everything that was done, once the server is back and what was left open is settled.
    List<Deed> settled() {
        try {
            settle();
        } catch (Unheard failed) {
            throw new AssertionError(failed);
        }
        return deeds;
    }

    private void settle() throws Unheard {
        var left = new LeftDraft(name, application, started());
        left.leadsToItsBaseAndBack();
        if (!open.mark().isEmpty() && random.nextBoolean()) {
            close(open.draft().isEmpty() ? write() : commit());
        }
        leaveOpen();
        left.isCancelled();
    }
}
