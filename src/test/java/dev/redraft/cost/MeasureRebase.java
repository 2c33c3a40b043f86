package dev.redraft.cost;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Measures the rebase of a draft that changes 50 entries of a running Redraft, of which somebody else changed
/// 1 or 50 too, at 100 and at 100,000 entries in turn, and prints the medians side by side:
///
/// `java src/test/java/dev/redraft/cost/MeasureRebase.java http://127.0.0.1:8080 admin PASSWORD`
///
/// Requests go to this address alone, one after the other, 25 rebases of each kind. What it makes stays: use a
/// data folder of its own.
public final class MeasureRebase {
    private static final int SMALL = 100;
    private static final int LARGE = 100_000;
    private static final int MINE = 50;
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 20;

    private final Running redraft;

    private MeasureRebase(Running redraft) {
        this.redraft = redraft;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        new MeasureRebase(Running.at(arguments)).measure();
    }

    private void measure() throws IOException, InterruptedException {
        for (var overlap : List.of(1, MINE)) {
            var times = new HashMap<Integer, List<Double>>();
            for (var round = -WARM_UP; round < ROUNDS; round++) {
                for (var entries : List.of(SMALL, LARGE)) {
                    var time = millis(entries, overlap);
                    if (round >= 0) {
                        times.computeIfAbsent(entries, _ -> new ArrayList<>()).add(time);
                    }
                }
            }
            var small = Running.median(times.getOrDefault(SMALL, List.of()));
            var large = Running.median(times.getOrDefault(LARGE, List.of()));
            System.out.printf(
                    "%2d of %d overlap %7.1f ms at %,d entries %7.1f ms at %,d: ratio %.2f%n",
                    overlap, MINE, small, SMALL, large, LARGE, large / small);
        }
    }

    private double millis(int entries, int overlap) throws IOException, InterruptedException {
        var configuration = redraft.configuration(entries);
        var draft = "/api/drafts/" + redraft.draft(configuration);
        redraft.patch(draft + "/content", increments(MINE, "number"));
        redraft.patch(configuration + "/content", increments(overlap, "list/0"));
        var start = System.nanoTime();
        redraft.send("POST", draft + "/rebase", "application/json", "{}");
        var millis = (System.nanoTime() - start) / 1e6;
        redraft.send("DELETE", draft, "application/json", "");
        return millis;
    }

    private static String increments(int entries, String place) {
        return IntStream.range(0, entries)
                .mapToObj(
                        number -> "{\"op\":\"increment\",\"path\":\"/key.%06d/%s\",\"by\":1}".formatted(number, place))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
