package dev.redraft.statistics;

import dev.redraft.configuration.Name;
import dev.redraft.platform.Actor;
import dev.redraft.platform.RetryOnConflict;
import dev.redraft.platform.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The drafts behind a number, as far as somebody may know them.
@ApplicationScoped
public class Drafts {
    private static final Comparator<Fact> NEWEST_FIRST =
            Comparator.comparing(Fact::started).thenComparing(Fact::draft).reversed();

    private final Facts facts;
    private final Snapshot snapshot;

    Drafts(Facts facts, Snapshot snapshot) {
        this.facts = facts;
        this.snapshot = snapshot;
    }

    /// A draft that was counted.
    ///
    /// @param isPurged whether nothing but its numbers is left
    public record Line(
            UUID id,
            Name name,
            String owner,
            String outcome,
            Instant startedAt,
            @Nullable Instant endedAt,
            int edits,
            int undos,
            int conflicts,
            boolean isPurged) {}

    /// A page of them, newest first.
    ///
    /// @param all how many there are
    /// @param purged how many of all are purged
    /// @param others how many of all are other people's, which the actor is not shown
    public record Found(List<Line> lines, int all, int purged, int others) {
        public boolean isOne() {
            return all == 1;
        }
    }

    /// Sees one state of the database, but for drafts that end meanwhile.
    ///
    /// @param after the last of the page before; null for the first page
    @RetryOnConflict
    @Transactional
    Found behind(Behind behind, @Nullable UUID after, int limit, Actor actor) {
        snapshot.begin();
        var drafts = facts.all();
        var all = drafts.stream().filter(behind.drafts()).toList();
        var shown = all.stream()
                .filter(fact -> actor.isAdministrator() || fact.owner().equals(actor.name()))
                .toList();
        return new Found(
                newest(after == null ? shown : older(shown, after, drafts), limit).stream()
                        .map(Drafts::line)
                        .toList(),
                all.size(),
                Math.toIntExact(all.stream().filter(Fact::purged).count()),
                all.size() - shown.size());
    }

    /// @param than one of all, which need not be behind the number any more
    private static List<Fact> older(List<Fact> shown, UUID than, List<Fact> all) {
        return all.stream()
                .filter(fact -> fact.draft().equals(than))
                .findFirst()
                .map(last -> shown.stream()
                        .filter(fact -> NEWEST_FIRST.compare(fact, last) > 0)
                        .toList())
                .orElse(List.of());
    }

    /// In order, without sorting those that nobody sees.
    private static List<Fact> newest(List<Fact> drafts, int limit) {
        var oldestFirst = new PriorityQueue<>(limit, NEWEST_FIRST.reversed());
        for (var draft : drafts) {
            if (oldestFirst.size() == limit && NEWEST_FIRST.compare(draft, oldestFirst.element()) < 0) {
                oldestFirst.remove();
            }
            if (oldestFirst.size() < limit) {
                oldestFirst.add(draft);
            }
        }
        return oldestFirst.stream().sorted(NEWEST_FIRST).toList();
    }

    private static Line line(Fact fact) {
        return new Line(
                fact.draft(),
                fact.configuration(),
                fact.owner(),
                fact.outcome().name(),
                fact.started(),
                fact.ended(),
                fact.edits(),
                fact.undos(),
                fact.conflicts(),
                fact.purged());
    }
}
