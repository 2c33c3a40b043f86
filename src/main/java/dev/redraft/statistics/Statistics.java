package dev.redraft.statistics;

import dev.redraft.platform.RetryOnConflict;
import dev.redraft.platform.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Numbers of drafts. They come from what is recorded of each draft for ever, so that none changes when drafts
/// are purged. Each public method sees one state of the database, but for drafts that end meanwhile.
@ApplicationScoped
public class Statistics {
    private final Facts facts;
    private final Snapshot snapshot;

    Statistics(Facts facts, Snapshot snapshot) {
        this.facts = facts;
        this.snapshot = snapshot;
    }

    /// What a program is told of a period.
    ///
    /// @param fates of the drafts that were started in it
    /// @param rows what happened in it, in order
    record Report(Fates fates, List<Happenings> rows) {}

    @RetryOnConflict
    @Transactional
    Report report(Period period, Scope scope, Set<By> by) {
        snapshot.begin();
        var drafts = facts.all().stream().filter(scope::includes).toList();
        var isInside = period.moments();
        var started = new Tally();
        drafts.stream().filter(draft -> isInside.test(draft.started())).forEach(started::add);
        var repeated = facts.repeated(period).filter(each -> scope.includes(each.configuration(), each.owner()));
        var happenings = Stream.concat(drafts.stream().flatMap(Fact::happenings), repeated);
        return new Report(started.fates(), Happenings.of(happenings, period, by));
    }

    @RetryOnConflict
    @Transactional
    Overview overview(Period period, Scope scope) {
        snapshot.begin();
        var counting = new Counting(period);
        facts.all().stream().filter(scope::includes).forEach(counting::add);
        return counting.overview();
    }
}
