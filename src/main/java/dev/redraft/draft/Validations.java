package dev.redraft.draft;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.redraft.configuration.Candidate;
import dev.redraft.configuration.Configuration;
import dev.redraft.configuration.Entries;
import dev.redraft.configuration.Revision;
import dev.redraft.configuration.Validation;
import dev.redraft.platform.Actor;
import dev.redraft.platform.Refusal;
import dev.redraft.schema.Pace;
import dev.redraft.schema.SchemaProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Holds drafts to the schemas of their configurations, before the short transaction of a commit and outside of
/// any lock. A result belongs to base, stamp and number of the schema; the commit proves that all three still
/// stand.
@ApplicationScoped
public class Validations {
    private static final int TRIES = 10;

    private final Readings readings;
    private final Entries entries;
    private final Validation validation;
    private final Cache<State, List<SchemaProblem>> results = Caffeine.newBuilder()
            .maximumWeight(200_000)
            .<State, List<SchemaProblem>>weigher((_, found) -> 1 + found.size())
            .build();

    Validations(Readings readings, Entries entries, Validation validation) {
        this.readings = readings;
        this.entries = entries;
        this.validation = validation;
    }

    private record State(UUID draft, int base, long stamp, int schema) {}

    /// All that does not pass in a draft as it is now, whether the draft made it so or not.
    public List<SchemaProblem> problems(UUID id, Actor actor) {
        return problems(id, actor, Pace.UNTOLD);
    }

    /// The same, telling how far it is.
    public List<SchemaProblem> problems(UUID id, Actor actor, Pace pace) {
        var proposal = readings.proposal(id, actor);
        if (!proposal.candidate().isFree()) {
            // Whoever looks at them is about to commit.
            note(id, proposal);
        }
        return validation.problems(proposal.candidate(), pace);
    }

    /// Runs a commit, and validates before it runs it again where that is missing.
    public <T> T ahead(UUID id, Actor actor, Supplier<T> commit) {
        for (var attempt = 0; attempt < TRIES; attempt++) {
            try {
                return commit.get();
            } catch (Unvalidated missing) {
                validate(id, actor);
            }
        }
        throw new Refusal(503, "busy", "The draft or the schema changes all the time; nothing was committed.")
                .withHeader("Retry-After", "1");
    }

    private void validate(UUID id, Actor actor) {
        note(id, readings.proposal(id, actor));
    }

    private void note(UUID id, Readings.Proposal proposal) {
        var candidate = proposal.candidate();
        results.put(
                new State(id, candidate.base(), proposal.stamp(), candidate.schema()), validation.refusals(candidate));
    }

    /// To be called under the locks of a commit.
    ///
    /// @throws Unvalidated if nobody looked at the draft as it is now
    /// @throws Refusal 422 `invalid` if it does not pass
    void require(Revision draft, Configuration configuration) {
        if (configuration.schemaNumber() == 0) {
            return;
        }
        var state = new State(draft.id(), draft.baseVersion(), draft.stamp(), configuration.schemaNumber());
        var refusals = results.getIfPresent(state);
        if (refusals == null) {
            throw new Unvalidated();
        }
        if (!refusals.isEmpty()) {
            throw Validation.invalid(refusals);
        }
    }

    /// The same for entries of which nobody could know before: those of a part, or of a draft that was just
    /// rebased. They are looked at here, under the locks.
    ///
    /// @throws Refusal 422 `invalid` if they do not pass
    void requireNow(Revision draft, Configuration configuration, Predicate<String> isMeant) {
        if (configuration.schemaNumber() > 0) {
            var changes = entries.changes(draft.id()).stream()
                    .filter(change -> isMeant.test(change.key()))
                    .toList();
            validation.require(
                    new Candidate(configuration.id(), configuration.schemaNumber(), draft.baseVersion(), changes));
        }
    }
}
