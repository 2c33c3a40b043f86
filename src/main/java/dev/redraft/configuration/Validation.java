package dev.redraft.configuration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonObject;
import dev.redraft.platform.Refusal;
import dev.redraft.schema.Pace;
import dev.redraft.schema.Schema;
import dev.redraft.schema.SchemaProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Holds content to the schema of its configuration. Where the schema judges entry by entry, that costs what is
/// changed; otherwise the whole is read.
@ApplicationScoped
public class Validation {
    private final Schemas schemas;
    private final Contents contents;

    /// What is the matter with committed content, which never changes.
    private final Cache<Committed, List<SchemaProblem>> known = Caffeine.newBuilder()
            .maximumWeight(200_000)
            .<Committed, List<SchemaProblem>>weigher((_, found) -> 1 + found.size())
            .build();

    Validation(Schemas schemas, Contents contents) {
        this.schemas = schemas;
        this.contents = contents;
    }

    private record Committed(UUID configuration, int version, int schema) {}

    /// All that does not pass, whether it was so before or not.
    public List<SchemaProblem> problems(Candidate candidate) {
        return problems(candidate, Pace.UNTOLD);
    }

    /// The same, telling how far it is.
    public List<SchemaProblem> problems(Candidate candidate, Pace pace) {
        if (candidate.isFree()) {
            return List.of();
        }
        var schema = schema(candidate);
        if (!schema.judgesByEntry()) {
            return schema.problems(whole(candidate));
        }
        var touched = after(candidate);
        var problems = new ArrayList<>(before(candidate, pace));
        problems.removeIf(problem -> touched.containsKey(problem.key()));
        problems.addAll(schema.problems(touched));
        return problems;
    }

    /// The same as far as what is changed tells, and what is known already of the rest: it never reads the whole.
    public List<SchemaProblem> knownProblems(Candidate candidate) {
        if (candidate.isFree() || !schema(candidate).judgesByEntry()) {
            return List.of();
        }
        var touched = after(candidate);
        var key = new Committed(candidate.configuration(), candidate.base(), candidate.schema());
        var problems = new ArrayList<SchemaProblem>(Objects.requireNonNullElse(known.getIfPresent(key), List.of()));
        problems.removeIf(problem -> touched.containsKey(problem.key()));
        problems.addAll(schema(candidate).problems(touched));
        return problems;
    }

    /// What does not pass in a committed version.
    public List<SchemaProblem> problems(UUID configuration, int version, int number) {
        return problems(configuration, version, number, Pace.UNTOLD);
    }

    /// The same, telling how far it is.
    public List<SchemaProblem> problems(UUID configuration, int version, int number, Pace pace) {
        return problems(new Candidate(configuration, number, version, List.of()), pace);
    }

    /// That for which it must not go live: what is the matter with what it changes. What was so before
    /// elsewhere stays a problem but is no reason, or nobody could put things right one after the other; nor
    /// are values that already stood twice where `x-unique` allows them once.
    public List<SchemaProblem> refusals(Candidate candidate) {
        if (candidate.isFree()) {
            return List.of();
        }
        var schema = schema(candidate);
        if (schema.judgesByEntry()) {
            var problems = schema.problems(after(candidate));
            return Novelty.of(candidate, problems, () -> schema.problems(sides(candidate, EntryChange::before)));
        }
        return Novelty.of(candidate, schema.problems(whole(candidate)), () -> before(candidate));
    }

    /// Lets pass what may go live.
    ///
    /// @throws Refusal 422 `invalid` if it must not
    public void require(Candidate candidate) {
        var refusals = refusals(candidate);
        if (!refusals.isEmpty()) {
            throw invalid(refusals);
        }
    }

    /// What publishing it answers.
    public static Refusal invalid(List<SchemaProblem> refusals) {
        var first = refusals.stream()
                .limit(3)
                .map(problem -> problem.path() + " " + problem.sentence())
                .collect(Collectors.joining("; "));
        return new Refusal(
                        422,
                        "invalid",
                        "Nothing was committed, since it does not pass the schema: " + first
                                + (refusals.size() > 3 ? "; and " + (refusals.size() - 3) + " more." : "."))
                .with("errors", ProblemList.of(refusals));
    }

    private Schema schema(Candidate candidate) {
        return schemas.numbered(candidate.configuration(), candidate.schema());
    }

    private List<SchemaProblem> before(Candidate candidate) {
        return before(candidate, Pace.UNTOLD);
    }

    private List<SchemaProblem> before(Candidate candidate, Pace pace) {
        var key = new Committed(candidate.configuration(), candidate.base(), candidate.schema());
        var found = known.getIfPresent(key);
        if (found == null) {
            found = schema(candidate).problems(base(candidate), pace);
            known.put(key, found);
        }
        return found;
    }

    private JsonObject base(Candidate candidate) {
        return contents.at(candidate.configuration(), candidate.base());
    }

    private JsonObject whole(Candidate candidate) {
        var members = new LinkedHashMap<>(base(candidate).members());
        after(candidate).forEach((key, value) -> {
            if (value == null) {
                members.remove(key);
            } else {
                members.put(key, value);
            }
        });
        return new JsonObject(members);
    }

    private static Map<String, @Nullable Json> after(Candidate candidate) {
        return sides(candidate, EntryChange::after);
    }

    private static Map<String, @Nullable Json> sides(Candidate candidate, Function<EntryChange, @Nullable Json> side) {
        var entries = new LinkedHashMap<String, @Nullable Json>();
        candidate.changes().forEach(change -> entries.put(change.key(), side.apply(change)));
        return entries;
    }
}
