package dev.redraft.configuration;

import dev.redraft.schema.SchemaProblem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Tells the problems that somebody makes from those that were there.
final class Novelty {
    private final Set<String> touched;
    private final Supplier<List<SchemaProblem>> lookedUp;

    /// How many values stood twice, by place and value.
    private final Map<String, Integer> duplicates = new HashMap<>();

    private final Set<String> others = new HashSet<>();
    private boolean isLookedUp;

    private Novelty(Set<String> touched, Supplier<List<SchemaProblem>> before) {
        this.touched = touched;
        this.lookedUp = before;
    }

    /// @param before what was the matter before; asked for only where it makes a difference
    static List<SchemaProblem> of(
            Candidate candidate, List<SchemaProblem> problems, Supplier<List<SchemaProblem>> before) {
        var touched = candidate.changes().stream().map(EntryChange::key).collect(Collectors.toSet());
        var novelty = new Novelty(touched, before);
        return problems.stream().filter(novelty::isNew).toList();
    }

    private boolean isNew(SchemaProblem problem) {
        if (problem.isUnchecked()) {
            return true;
        }
        if (problem.isDuplicate()) {
            lookUp();
            return duplicates.merge(problem.rule(), -1, Integer::sum) < 0;
        }
        if (touched.contains(problem.key())) {
            return true;
        }
        lookUp();
        return !others.contains(identity(problem));
    }

    private void lookUp() {
        if (isLookedUp) {
            return;
        }
        isLookedUp = true;
        for (var problem : lookedUp.get()) {
            if (problem.isDuplicate()) {
                duplicates.merge(problem.rule(), 1, Integer::sum);
            } else {
                others.add(identity(problem));
            }
        }
    }

    private static String identity(SchemaProblem problem) {
        return problem.rule() + " " + problem.path();
    }
}
