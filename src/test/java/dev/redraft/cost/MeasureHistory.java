package dev.redraft.cost;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Measures what a running Redraft tells of the past at 100 and at 10,000 versions, in turn, and prints the
/// medians side by side:
///
/// `java src/test/java/dev/redraft/cost/MeasureHistory.java http://127.0.0.1:8080 admin PASSWORD`
///
/// Requests go to this address alone, one after the other, 40 of each kind, after the 10,100 writes that make
/// the versions: start Redraft with `redraft.writes.per-second=0`, or it slows them down. What it makes stays:
/// use a data folder of its own.
public final class MeasureHistory {
    private static final int FEW = 100;
    private static final int MANY = 10_000;
    private static final int ENTRIES = 50;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 30;

    /// What is asked of a configuration whose versions so far are given.
    @FunctionalInterface
    private interface Question {
        String path(String name, int newest);
    }

    private final Running redraft;

    private MeasureHistory(Running redraft) {
        this.redraft = redraft;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        new MeasureHistory(Running.at(arguments)).measure();
    }

    private static Map<String, Question> questions() {
        var questions = new LinkedHashMap<String, Question>();
        questions.put("history page", (name, newest) -> name + "/history");
        questions.put("history page, in the middle", (name, newest) -> name + "/history?after=" + newest / 2);
        questions.put("version page", (name, newest) -> name + "/versions/" + newest / 2);
        questions.put("version by number", (name, newest) -> name + "?version=" + newest / 2);
        questions.put("history of a key", (name, newest) -> "/api" + name + "/entry/versions?key=k7&limit=2");
        questions.put("blame, set lately", (name, newest) -> "/api" + name + "/blame?path=/k7/n");
        questions.put("blame, set in v1", (name, newest) -> "/api" + name + "/blame?path=/still/name");
        questions.put("blame, all versions since", (name, newest) -> "/api" + name + "/blame?path=/hot/name");
        questions.put(
                "compare, 40 apart",
                (name, newest) -> name + "/history/compare?from=" + (newest - 40) + "&to=" + newest);
        questions.put("rollback preview", (name, newest) -> name + "/versions/" + (newest - 40) + "/rollback");
        questions.put("undo preview", (name, newest) -> name + "/versions/" + (newest - 40) + "/undo");
        return questions;
    }

    private void measure() throws IOException, InterruptedException {
        var few = history(FEW);
        var many = history(MANY);
        for (var question : questions().entrySet()) {
            var times = new HashMap<Integer, List<Double>>();
            for (var round = -WARM_UP; round < ROUNDS; round++) {
                var one = millis(question.getValue().path(few, FEW));
                var other = millis(question.getValue().path(many, MANY));
                if (round >= 0) {
                    times.computeIfAbsent(FEW, _ -> new ArrayList<>()).add(one);
                    times.computeIfAbsent(MANY, _ -> new ArrayList<>()).add(other);
                }
            }
            var small = Running.median(times.getOrDefault(FEW, List.of()));
            var large = Running.median(times.getOrDefault(MANY, List.of()));
            System.out.printf(
                    "%-28s %7.1f ms at %,d versions %7.1f ms at %,d: ratio %.2f%n",
                    question.getKey(), small, FEW, large, MANY, large / small);
        }
    }

    /// The address of a configuration of so many versions, which is made if it is not there. Each of them
    /// changes one of fifty entries, and another that every one changes.
    private String history(int versions) throws IOException, InterruptedException {
        var name = "/configurations/versions-" + versions + "/test";
        if (redraft.send("PUT", "/api" + name, "application/json", "{}").contains("\"version\":0")) {
            redraft.send("PUT", "/api" + name + "/content", "application/json", document());
            for (var version = 2; version <= versions; version++) {
                redraft.patch("/api" + name + "/content", """
                        [{"op": "increment", "path": "/k%d/n", "by": 1}, {"op": "increment", "path": "/hot/n", "by": 1}]
                        """.formatted(version % ENTRIES));
            }
        }
        return name;
    }

    private static String document() {
        return IntStream.range(0, ENTRIES)
                .mapToObj("\"k%1$d\":{\"n\":0,\"name\":\"pool %1$d\"}"::formatted)
                .collect(Collectors.joining(",", "{", ",\"still\":{\"name\":\"x\"},\"hot\":{\"n\":0,\"name\":\"x\"}}"));
    }

    private double millis(String path) throws IOException, InterruptedException {
        var start = System.nanoTime();
        redraft.send("GET", path, path.startsWith("/api") ? "application/json" : "text/html", "");
        return (System.nanoTime() - start) / 1e6;
    }
}
