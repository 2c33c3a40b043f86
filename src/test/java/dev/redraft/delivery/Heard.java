package dev.redraft.delivery;

import dev.redraft.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// An instance of its own on the database of the tests, and all that it heard.
final class Heard implements Audience, AutoCloseable {
    static final String SILENCE = "(silence)";
    static final String OPEN = "(open)";

    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<String> all = new LinkedBlockingQueue<>();
    private final Line line;

    Heard() throws InterruptedException {
        var properties = new Properties();
        properties.setProperty("user", "postgres");
        line = new Line(new Line.Access(TestDatabase.url(), properties), this);
        line.open();
        until(OPEN);
    }

    @Override
    public void hear(Set<Topic> topics) {
        topics.forEach(topic -> all.add(topic.text()));
    }

    @Override
    public void catchUp() {
        all.add(OPEN);
    }

    @Override
    public void fallSilent() {
        all.add(SILENCE);
    }

    void tell(Topic topic) {
        line.tell(topic);
    }

    /// What came before this, which has to come.
    List<String> until(String last) throws InterruptedException {
        var before = new ArrayList<String>();
        for (var next = next(last); !next.equals(last); next = next(last)) {
            before.add(next);
        }
        return before;
    }

    private String next(String last) throws InterruptedException {
        var next = all.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("Never heard of " + last);
        }
        return next;
    }

    /// All that was told by anybody before now.
    List<String> untilNow() throws InterruptedException {
        var mark = Topic.draft(UUID.randomUUID());
        tell(mark);
        return until(mark.text());
    }

    @Override
    public void close() {
        line.close();
    }
}
