package dev.redraft.packaged;

import dev.redraft.Walk;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Windows that send one edit after the other, each a new entry, until nobody answers any more.
final class EditStream {
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final CountDownLatch enough;
    private final List<Thread> windows;

    EditStream(String draft, int windows, int enough) {
        this.enough = new CountDownLatch(enough);
        this.windows = IntStream.range(0, windows)
                .mapToObj(window -> Thread.ofPlatform().daemon().start(() -> send(draft, window)))
                .toList();
    }

    @SuppressWarnings("InfiniteLoop") // it ends when the server does
    private void send(String draft, int window) {
        try {
            for (var number = 0; ; number++) {
                var key = "window-" + window + "-" + number;
                sent.add(key);
                Walk.patch("admin", draft, "[{'op':'add','path':'/%s','value':%d}]".formatted(key, number))
                        .then()
                        .statusCode(200);
                acknowledged.add(key);
                enough.countDown();
            }
        } catch (Exception nobodyAnswers) {
            // That is what it goes on for.
        }
    }

    /// Returns when as many edits were acknowledged as are enough, while more are on their way.
    void awaitEnough() throws InterruptedException {
        if (!enough.await(2, TimeUnit.MINUTES)) {
            throw new AssertionError("No more than these were acknowledged: " + acknowledged);
        }
    }

    /// Returns when the last window has noticed that nobody answers.
    void awaitEnd() throws InterruptedException {
        for (var window : windows) {
            window.join();
        }
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    /// Those acknowledged, and those that were on their way.
    Set<String> sent() {
        return sent;
    }
}
