package dev.redraft.chronicle;

import dev.redraft.chronicle.Chronicle.Deed;
import dev.redraft.chronicle.Chronicle.Outcome.Acknowledged;
import dev.redraft.chronicle.Chronicle.Outcome.Refused;
import dev.redraft.chronicle.Chronicle.Outcome.Unknown;
import dev.redraft.chronicle.Chronicle.Read;
import dev.redraft.chronicle.Chronicle.State;
import dev.redraft.chronicle.Chronicle.Write;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What has to hold of every history. It only looks, so that it can be shown a false one.
public final class Laws {
    private final Chronicle history;
    private final Map<Integer, State> chain;
    private final List<String> broken = new ArrayList<>();

    private Laws(Chronicle history) {
        this.history = history;
        this.chain = history.chain().stream()
                .collect(Collectors.toMap(State::version, state -> state, (one, _) -> one, HashMap::new));
    }

    /// What is wrong with a history, in sentences; nothing if it could be told of one database.
    public static List<String> brokenBy(Chronicle history) {
        var laws = new Laws(resolved(history));
        laws.versionsAreGapless();
        laws.eachVersionHasOneWinner();
        laws.everyVersionIsWhatWasAcknowledged();
        laws.nothingRefusedIsThere();
        laws.nobodyMeetsABug();
        laws.readersSeeVersionsAlone();
        laws.nobodySeesThePast();
        return laws.broken;
    }

    /// What nobody heard of is told by the chain: the first version with its mark was made by it; without one,
    /// it never happened.
    private static Chronicle resolved(Chronicle history) {
        var deeds = history.deeds().stream()
                .flatMap(deed -> deed instanceof Write write && write.outcome() instanceof Unknown
                        ? made(write, history.chain())
                        : Stream.of(deed))
                .toList();
        return new Chronicle(deeds, history.chain());
    }

    private static Stream<Deed> made(Write write, List<State> chain) {
        return chain.stream()
                .filter(state -> write.mark().equals(state.marks().get(write.client())))
                .limit(1)
                .map(state -> new Write(
                        write.client(),
                        write.began(),
                        Long.MAX_VALUE,
                        write.mark(),
                        new Acknowledged(state.version())));
    }

    private void versionsAreGapless() {
        var first = history.chain().getFirst().version();
        for (var place = 0; place < history.chain().size(); place++) {
            var found = history.chain().get(place).version();
            if (found != first + place) {
                broken.add("Version %d stands where %d should".formatted(found, first + place));
            }
        }
    }

    private void eachVersionHasOneWinner() {
        winners().forEach((version, winners) -> {
            if (winners.size() > 1) {
                broken.add("Version %d was acknowledged to %s".formatted(version, marks(winners)));
            }
            if (!chain.containsKey(version)) {
                broken.add("Version %d was acknowledged to %s and is lost".formatted(version, marks(winners)));
            }
        });
    }

    private static List<String> marks(List<Write> writes) {
        return writes.stream().map(Write::mark).toList();
    }

    private Map<Integer, List<Write>> winners() {
        return acknowledged().collect(Collectors.groupingBy(Laws::version));
    }

    private Stream<Write> writes() {
        return history.deeds().stream().filter(Write.class::isInstance).map(Write.class::cast);
    }

    private Stream<Write> acknowledged() {
        return writes().filter(write -> write.outcome() instanceof Acknowledged);
    }

    private static int version(Write write) {
        return ((Acknowledged) write.outcome()).version();
    }

    /// Counters exact, every acknowledged mark in its version, and nothing that nobody wrote.
    private void everyVersionIsWhatWasAcknowledged() {
        var winners = winners();
        var hits = 0;
        var marks = new HashMap<Integer, String>();
        for (var state : history.chain()) {
            for (var winner : winners.getOrDefault(state.version(), List.of())) {
                hits++;
                marks.put(winner.client(), winner.mark());
            }
            if (!state.equals(new State(state.version(), hits, marks))) {
                broken.add("Version %d is %s, but what was acknowledged makes %d hits and %s"
                        .formatted(state.version(), state, hits, marks));
            }
        }
    }

    private void nothingRefusedIsThere() {
        var refused = writes().filter(write -> !(write.outcome() instanceof Acknowledged))
                .map(Write::mark)
                .collect(Collectors.toSet());
        history.chain().stream()
                .filter(state -> state.marks().values().stream().anyMatch(refused::contains))
                .forEach(
                        state -> broken.add("Version %d holds what was refused: %s".formatted(state.version(), state)));
    }

    /// Where the database itself refuses what a missing lock would have let happen, that is all that shows.
    private void nobodyMeetsABug() {
        writes().filter(write -> write.outcome() instanceof Refused(var status) && status == 500)
                .forEach(write -> broken.add("It is not known why this was refused: %s".formatted(write)));
    }

    /// What is not in the chain stood in a draft, or nowhere.
    private void readersSeeVersionsAlone() {
        reads().filter(read -> !read.state().equals(chain.get(read.state().version())))
                .forEach(read -> broken.add("Client %d read what was never live: %s".formatted(read.client(), read)));
    }

    private Stream<Read> reads() {
        return history.deeds().stream().filter(Read.class::isInstance).map(Read.class::cast);
    }

    /// Whatever began after something was answered knows of it, and nothing is known before it was asked for.
    private void nobodySeesThePast() {
        var known = history.deeds().stream()
                .filter(deed -> seen(deed) >= 0)
                .sorted(Comparator.comparingLong(Deed::ended))
                .toList();
        var newest = new long[known.size()];
        for (var i = 0; i < newest.length; i++) {
            newest[i] = Math.max(i == 0 ? -1 : newest[i - 1], seen(known.get(i)));
        }
        var ends = known.stream().mapToLong(Deed::ended).toArray();
        known.forEach(deed -> mustKnow(deed, newestBefore(deed.began(), ends, newest)));
        winners().forEach((version, winners) -> winners.forEach(this::isKnownToNobodyBefore));
    }

    private void isKnownToNobodyBefore(Write write) {
        reads().filter(read -> read.state().version() >= version(write) && read.ended() < write.began())
                .forEach(read ->
                        broken.add("Client %d read %s before it was asked for".formatted(read.client(), write)));
    }

    private static long newestBefore(long moment, long[] ends, long[] newest) {
        var at = Arrays.binarySearch(ends, moment);
        var place = at >= 0 ? at : -at - 1;
        return place == 0 ? -1 : newest[place - 1];
    }

    private void mustKnow(Deed deed, long newest) {
        var isBehind = deed instanceof Write ? seen(deed) <= newest : seen(deed) < newest;
        if (isBehind) {
            broken.add("Version %d was known before this began: %s".formatted(newest, deed));
        }
    }

    /// The version that a deed made or saw; below zero if it did neither.
    private static int seen(Deed deed) {
        return switch (deed) {
            case Read read -> read.state().version();
            case Write write -> write.outcome() instanceof Acknowledged(var version) ? version : -1;
        };
    }
}
