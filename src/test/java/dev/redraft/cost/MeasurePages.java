package dev.redraft.cost;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Measures pages of a running Redraft at 1,000 and at 100,000 entries, in turn, and prints the medians side by
/// side:
///
/// `java src/test/java/dev/redraft/cost/MeasurePages.java http://127.0.0.1:8080 admin PASSWORD`
///
/// Requests go to this address alone, one after the other, 40 of each kind. What it makes stays: use a data
/// folder of its own.
public final class MeasurePages {
    private static final int SMALL = 1_000;
    private static final int LARGE = 100_000;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 30;

    private final Running redraft;

    private MeasurePages(Running redraft) {
        this.redraft = redraft;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        new MeasurePages(Running.at(arguments)).measure();
    }

    private void measure() throws IOException, InterruptedException {
        var pages = Map.of(
                "live view", pages("/configurations/measured-%d/test"),
                "live view, searched", pages("/configurations/measured-%d/test?query=text%%201"),
                "live view, prefix", pages("/configurations/measured-%d/test?prefix=key."),
                "history", pages("/configurations/measured-%d/test/history"),
                "editor", drafts("/drafts/%s"),
                "editor, filtered", drafts("/drafts/%s?query=%%40modified"),
                "editor, searched", drafts("/drafts/%s?query=text%%201"),
                "review", drafts("/drafts/%s/review"));
        for (var page : pages.entrySet()) {
            var small = new ArrayList<Double>();
            var large = new ArrayList<Double>();
            for (var round = -WARM_UP; round < ROUNDS; round++) {
                var one = redraft.millis(page.getValue().getFirst());
                var other = redraft.millis(page.getValue().getLast());
                if (round >= 0) {
                    small.add(one);
                    large.add(other);
                }
            }
            System.out.printf(
                    "%-20s %7.1f ms at %,d entries %7.1f ms at %,d: ratio %.2f%n",
                    page.getKey(),
                    Running.median(small),
                    SMALL,
                    Running.median(large),
                    LARGE,
                    Running.median(large) / Running.median(small));
        }
    }

    private static List<String> pages(String path) {
        return List.of(path.formatted(SMALL), path.formatted(LARGE));
    }

    private List<String> drafts(String path) throws IOException, InterruptedException {
        return List.of(path.formatted(draft(SMALL)), path.formatted(draft(LARGE)));
    }

    /// A draft with a few changes.
    private String draft(int entries) throws IOException, InterruptedException {
        var draft = redraft.draft(redraft.configuration(entries));
        redraft.patch("/api/drafts/" + draft + "/content", """
                [{"op": "increment", "path": "/key.000007/number", "by": 1}, {"op": "add", "path": "/new", "value": [1]}]
                """);
        return draft;
    }
}
