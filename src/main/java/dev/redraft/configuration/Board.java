package dev.redraft.configuration;

import dev.redraft.web.Page;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All configurations at a glance: a row for each application, a column for each environment.
///
/// @param query what names or titles were searched for; empty for all
/// @param shown mine, drafts or archived; empty for all
/// @param next behind which name the list goes on; null on the last page
public record Board(
        List<String> environments,
        List<Row> rows,
        String query,
        String shown,
        @Nullable String next) {
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
                        .toList(),
                "",
                "",
                null);
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

    Board filtered(String newQuery, String newShown, @Nullable String newNext) {
        return new Board(environments, rows, newQuery, newShown, newNext);
    }

    /// Whether there is no configuration at all, as far as can be seen.
    public boolean isBlank() {
        return isEmpty() && query.isEmpty() && shown.isEmpty();
    }

    /// The choices of what is shown: the word in the address, and what a person reads.
    public Map<String, String> choices() {
        var choices = new LinkedHashMap<String, String>();
        choices.put("", "All");
        choices.put("mine", "With my draft");
        choices.put("drafts", "With open drafts");
        choices.put("archived", "Archived");
        return choices;
    }

    /// The address of the next page.
    public String nextPage() {
        return "/?query=" + Page.encoded(query) + "&show=" + shown + "&after=" + next;
    }
}
