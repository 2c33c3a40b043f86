package dev.redraft.configuration;

import dev.redraft.configuration.Configurations.Overview;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All configurations at a glance: a row for each application, a column for each environment.
public record Board(List<String> environments, List<Row> rows) {
    /// Environments in the order in which a change usually walks through them; unknown ones stand in the middle.
    private static final List<String> FIRST = List.of("local", "dev", "test", "qa", "int", "stag", "uat", "pre");

    /// One application, with a cell for each environment, in their order.
    public record Row(String application, List<Cell> cells) {}

    /// The configuration of an application in an environment; none where there is none.
    public record Cell(Name name, @Nullable Overview configuration) {}

    static Board of(List<Overview> configurations) {
        var environments = configurations.stream()
                .map(configuration -> configuration.name().environment())
                .distinct()
                .sorted(Comparator.comparingInt(Board::rank).thenComparing(Comparator.naturalOrder()))
                .toList();
        var rows = configurations.stream()
                .collect(Collectors.groupingBy(
                        configuration -> configuration.name().application(),
                        TreeMap::new,
                        Collectors.toMap(configuration -> configuration.name().environment(), Function.identity())));
        return new Board(
                environments,
                rows.entrySet().stream()
                        .map(row -> row(row.getKey(), row.getValue(), environments))
                        .toList());
    }

    private static Row row(String application, Map<String, Overview> configurations, List<String> environments) {
        return new Row(
                application,
                environments.stream()
                        .map(environment ->
                                new Cell(new Name(application, environment), configurations.get(environment)))
                        .toList());
    }

    private static int rank(String environment) {
        if (new Name("", environment).isProduction()) {
            return FIRST.size() + 1;
        }
        var word = environment.toLowerCase(Locale.ROOT);
        return FIRST.stream()
                .filter(word::startsWith)
                .findFirst()
                .map(FIRST::indexOf)
                .orElse(FIRST.size());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /// Whether a column is one that customers feel.
    public boolean isProduction(String environment) {
        return new Name("", environment).isProduction();
    }

    /// What all open drafts of whoever looks add up to; empty if there is none.
    public Optional<Mine> mine() {
        var drafts = rows.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(cell -> Optional.ofNullable(cell.configuration()).stream())
                .flatMap(configuration -> Optional.ofNullable(configuration.myDraft()).stream())
                .toList();
        return drafts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mine(
                        drafts.size(),
                        drafts.stream()
                                .mapToInt(Configurations.MyDraft::changes)
                                .sum()));
    }

    /// Open drafts, and the changes in them.
    public record Mine(int drafts, int changes) {}
}
