package dev.redraft.draft;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.redraft.configuration.Candidate;
import dev.redraft.configuration.Schemas;
import dev.redraft.configuration.Validation;
import dev.redraft.platform.Actor;
import dev.redraft.schema.SchemaProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// What schemas say of drafts while these are edited. It costs what a draft changes: a large configuration is
/// never read for it as a whole, so that a draft of one may still have problems that only its review finds.
@ApplicationScoped
class Verdicts {
    /// So few entries are looked at whenever somebody edits.
    private static final int FEW = 1_000;

    private final Readings readings;
    private final Schemas schemas;
    private final Validation validation;
    private final Cache<State, List<SchemaProblem>> known = Caffeine.newBuilder()
            .maximumWeight(100_000)
            .<State, List<SchemaProblem>>weigher((_, found) -> 1 + found.size())
            .build();

    Verdicts(Readings readings, Schemas schemas, Validation validation) {
        this.readings = readings;
        this.schemas = schemas;
        this.validation = validation;
    }

    private record State(UUID draft, int base, long stamp, int schema) {}

    Verdict of(UUID id, Actor actor) {
        return of(id, readings.proposal(id, actor));
    }

    Verdict of(UUID id, Readings.Proposal proposal) {
        var candidate = proposal.candidate();
        if (candidate.isFree()) {
            return Verdict.NONE;
        }
        var state = new State(id, candidate.base(), proposal.stamp(), candidate.schema());
        var problems = proposal.isWhole()
                ? known.get(state, _ -> problems(candidate, proposal.size()))
                : validation.knownProblems(candidate);
        return Verdict.of(
                schemas.numbered(candidate.configuration(), candidate.schema()), problems, proposal.isWhole());
    }

    private List<SchemaProblem> problems(Candidate candidate, int size) {
        return size <= FEW ? validation.problems(candidate) : validation.knownProblems(candidate);
    }
}
