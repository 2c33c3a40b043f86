package dev.redraft.operation;

import dev.redraft.operation.EntryMerge.Sides;
import dev.redraft.operation.Transport.Outcome.Carried;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/// A draft's steps replayed on a newer base. What the draft came to in all decides what collides; then its
/// steps are made anew, one by one, so that undoing all of them leads to the new base.
public final class Rebase {
    /// From so many pairs of operations on, an entry is merged as one thing.
    private static final long BOUND = 4_000_000;

    private final Basis basis;
    private final Steps steps;
    private final Rules rules;
    private final Map<String, List<Operation>> theirs;

    /// What a rebase is about: the entries that both sides changed, and those that moves tie to them.
    ///
    /// @param base as the draft's base has them
    /// @param live as they are live now
    /// @param lastRank the highest rank given so far
    public record Basis(
            SequencedSet<String> keys,
            Map<String, Document.Entry> base,
            Map<String, Document.Entry> live,
            long lastRank) {
        private Document oldDocument() {
            return new Document(base, ranks(base), lastRank);
        }

        private Document newDocument() {
            return new Document(live, ranks(live), lastRank);
        }

        private static Map<String, Long> ranks(Map<String, Document.Entry> entries) {
            var ranks = new HashMap<String, Long>();
            entries.forEach((key, entry) -> ranks.put(key, entry.rank()));
            return ranks;
        }
    }

    /// The steps of a draft, each with its operations on the entries of the basis.
    ///
    /// @param applied oldest first
    /// @param undone in the order in which redo brings them back
    public record Steps(List<List<Operation>> applied, List<List<Operation>> undone) {}

    /// How a rebase ends.
    public sealed interface Outcome {
        /// The steps as they are made on the new base.
        ///
        /// @param steps as many applied ones as before, of which some may have become empty; there may be fewer
        ///     undone ones
        /// @param settling what the decisions about conflicts change on top of the steps; mostly nothing
        /// @param merged what the entries come to
        record Rebased(Steps steps, List<Operation> settling, Document merged) implements Outcome {}

        /// Somebody has to decide first.
        record Collided(List<Conflict> conflicts) implements Outcome {}
    }

    private Rebase(Basis basis, Steps steps, Rules rules, Map<String, List<Operation>> theirs) {
        this.basis = basis;
        this.steps = steps;
        this.rules = rules;
        this.theirs = theirs;
    }

    /// Replays the steps on what is live now, after the algorithm of transporting patches over each other that
    /// Darcs calls commutation.
    public static Outcome of(Basis basis, Steps steps, Resolution.Decided decided, Rules rules) {
        var base = basis.oldDocument();
        var live = basis.newDocument();
        var theirs = new HashMap<String, List<Operation>>();
        basis.keys().forEach(key -> theirs.put(key, between(key, base, live, rules)));
        var large = large(steps, theirs);
        var coarse = large.isEmpty() ? rules : new WholeEntries(large, rules);
        large.forEach(key -> theirs.put(key, between(key, base, live, coarse)));
        return new Rebase(basis, steps, coarse, theirs).run(base, live, decided);
    }

    private Outcome run(Document base, Document live, Resolution.Decided decided) {
        var tip = basis.oldDocument();
        var taken = steps.applied().stream()
                .map(step -> Primitives.of(step, tip, rules))
                .toList();
        var merged = basis.newDocument();
        var conflicts = merge(taken, new Sides(base, live, tip, merged), decided);
        return conflicts.isEmpty() ? replayed(taken, tip, merged) : new Outcome.Collided(conflicts);
    }

    private static List<Operation> between(String key, Document before, Document after, Rules rules) {
        var path = Path.entry(key);
        return Differences.between(path, before.at(path), after.at(path), rules);
    }

    private List<Conflict> merge(List<List<Operation>> taken, Sides sides, Resolution.Decided decided) {
        var mine = byEntry(taken);
        var merges = new ArrayList<EntryMerge>();
        for (var key : basis.keys()) {
            var net = isAsBefore(key, sides) ? List.<Operation>of() : NetEffect.of(mine.getOrDefault(key, List.of()));
            merges.add(new EntryMerge(key, sides, net, theirs.getOrDefault(key, List.of()), rules).merged());
        }
        decided.require(
                basis.keys(),
                merges.stream().flatMap(merge -> merge.conflicts().stream()).toList());
        return merges.stream().flatMap(merge -> merge.settled(decided).stream()).toList();
    }

    private static boolean isAsBefore(String key, Sides sides) {
        return Objects.equals(sides.base().at(Path.entry(key)), sides.mine().at(Path.entry(key)));
    }

    private static SequencedMap<String, List<Operation>> byEntry(List<List<Operation>> steps) {
        var entries = new LinkedHashMap<String, List<Operation>>();
        for (var step : steps) {
            for (var operation : step) {
                entries.computeIfAbsent(operation.path().entryKey(), _ -> new ArrayList<>())
                        .add(operation);
            }
        }
        return entries;
    }

    private Outcome replayed(List<List<Operation>> taken, Document tip, Document merged) {
        var transports = new HashMap<String, Transport>();
        basis.keys().forEach(key -> transports.put(key, new Transport(theirs.getOrDefault(key, List.of()), rules)));
        var document = basis.newDocument();
        var applied =
                taken.stream().map(step -> carried(step, transports, document)).toList();
        var settling = settling(document, merged);
        var undone = settling.isEmpty() ? undone(transports, tip, document) : List.<List<Operation>>of();
        return new Outcome.Rebased(new Steps(applied, undone), settling, merged);
    }

    private static List<Operation> carried(List<Operation> step, Map<String, Transport> transports, Document document) {
        var made = new ArrayList<Operation>();
        for (var operation : step) {
            if (transport(operation, transports).carry(operation) instanceof Carried(var operations)) {
                made.addAll(Witness.of(operations, document));
            }
        }
        return made;
    }

    private static Transport transport(Operation operation, Map<String, Transport> transports) {
        var transport = transports.get(operation.path().entryKey());
        if (transport == null) {
            throw new IllegalArgumentException("An operation on an entry of which nothing was read");
        }
        return transport;
    }

    private List<Operation> settling(Document document, Document merged) {
        var settling = new ArrayList<Operation>();
        basis.keys().forEach(key -> settling.addAll(Witness.of(between(key, document, merged, Rules.NONE), document)));
        return settling;
    }

    /// Undone steps are carried along as far as they go; what follows one that does not is given up with it.
    private List<List<Operation>> undone(Map<String, Transport> transports, Document tip, Document document) {
        var undone = new ArrayList<List<Operation>>();
        for (var step : steps.undone()) {
            var made = new ArrayList<Operation>();
            for (var operation : Primitives.of(step, tip, rules)) {
                if (!(transport(operation, transports).carry(operation) instanceof Carried(var operations))) {
                    return undone;
                }
                made.addAll(Witness.of(operations, document));
            }
            undone.add(made);
        }
        return undone;
    }

    /// Where both sides made so many changes that comparing each with each would take long, an entry is merged
    /// as one thing.
    private static Set<String> large(Steps steps, Map<String, List<Operation>> theirs) {
        var mine = steps.applied().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(operation -> operation.path().entryKey(), Collectors.counting()));
        return theirs.keySet().stream()
                .filter(key -> {
                    var count = mine.getOrDefault(key, 0L);
                    return count
                                    * Math.max(
                                            count,
                                            theirs.getOrDefault(key, List.of()).size())
                            > BOUND;
                })
                .collect(Collectors.toSet());
    }
}
