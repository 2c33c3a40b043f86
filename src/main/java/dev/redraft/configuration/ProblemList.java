package dev.redraft.configuration;

import dev.redraft.schema.SchemaProblem;
import java.util.List;
import java.util.stream.Stream;

/// Problems as HTTP answers them: as many as somebody may want to read, and how many more there are.
public record ProblemList() {
    private static final int MOST = 1_000;

    /// One place that does not pass.
    public record Item(String path, String key, String sentence) {}

    public static List<Item> of(List<SchemaProblem> problems) {
        var items = problems.stream()
                .limit(MOST)
                .map(problem -> new Item(problem.path(), problem.key(), problem.sentence()));
        var more = problems.size() - MOST;
        return (more <= 0 ? items : Stream.concat(items, Stream.of(new Item("", "", "has " + more + " more problems"))))
                .toList();
    }
}
