package dev.redraft.draft;

import dev.redraft.operation.Step;
import dev.redraft.schema.Guide;
import dev.redraft.schema.Hint;
import dev.redraft.schema.Schema;
import dev.redraft.schema.SchemaProblem;
import dev.redraft.web.ValueNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a schema says of one draft: what may stand where, and what does not pass. For one page at a time.
///
/// @param guide to what may stand where
/// @param byKey what does not pass, entry by entry; under no name what is the matter with the whole
/// @param isWhole whether all that the draft changes was looked at, so that problems can be counted
public record Verdict(Guide guide, Map<String, List<SchemaProblem>> byKey, boolean isWhole) {
    static final Verdict NONE = new Verdict(Guide.NONE, Map.of(), true);

    static Verdict of(Schema schema, List<SchemaProblem> problems, boolean isWhole) {
        var byKey = new LinkedHashMap<String, List<SchemaProblem>>();
        problems.forEach(problem ->
                byKey.computeIfAbsent(problem.key(), _ -> new ArrayList<>()).add(problem));
        return new Verdict(schema.guide(), byKey, isWhole);
    }

    /// How many problems there are.
    public int size() {
        return byKey.values().stream().mapToInt(List::size).sum();
    }

    /// What no entry that is there can show.
    public List<SchemaProblem> elsewhere() {
        return byKey.values().stream()
                .flatMap(List::stream)
                .filter(problem -> problem.isOfWhole() || problem.isOfMissingEntry())
                .limit(20)
                .toList();
    }

    Set<String> invalidKeys() {
        return byKey.keySet();
    }

    /// The entry, with what is said of it.
    ValueNode about(String key, ValueNode node) {
        return node.under(guide.child(new Step.Key(key)), byKey.getOrDefault(key, List.of()));
    }

    /// What is said of an entry.
    Hint entry(String key) {
        return guide.child(new Step.Key(key)).hint();
    }
}
