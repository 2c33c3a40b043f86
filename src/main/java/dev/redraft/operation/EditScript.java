package dev.redraft.operation;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import dev.redraft.document.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The stretches in which two lists differ: a shortest edit script after Myers, "An O(ND) Difference Algorithm
/// and Its Variations" (1986), in its linear-space form. Lists too long for that are first cut at the elements
/// that stand once in either and in the same order in both, as Bram Cohen's patience diff does.
final class EditScript {
    /// Two stretches whose lengths multiply to more than this are cut.
    private static final long BOUND = 4_000_000;

    private final List<Integer> before;
    private final List<Integer> after;
    private final List<Change> changes = new ArrayList<>();

    private EditScript(List<Integer> before, List<Integer> after) {
        this.before = before;
        this.after = after;
    }

    /// Null if the lists are too long and too unlike.
    static @Nullable List<Change> between(List<Json> before, List<Json> after) {
        // Small numbers stand for the elements, so that each is hashed once and then compared by identity.
        var numbers = new HashMap<Json, Integer>();
        var script = new EditScript(numbered(before, numbers), numbered(after, numbers));
        return script.compare(0, before.size(), 0, after.size()) ? script.changes : null;
    }

    private static List<Integer> numbered(List<Json> elements, Map<Json, Integer> numbers) {
        return elements.stream()
                .map(element -> numbers.computeIfAbsent(element, _ -> numbers.size()))
                .toList();
    }

    private boolean compare(int left, int leftEnd, int right, int rightEnd) {
        if ((long) (leftEnd - left) * (rightEnd - right) > BOUND) {
            return compareBetweenAnchors(left, leftEnd, right, rightEnd);
        }
        new MyersDiffWithLinearSpace<Integer>()
                .computeDiff(before.subList(left, leftEnd), after.subList(right, rightEnd), null)
                .forEach(change -> changes.add(new Change(
                        change.deltaType,
                        left + change.startOriginal,
                        left + change.endOriginal,
                        right + change.startRevised,
                        right + change.endRevised)));
        return true;
    }

    private boolean compareBetweenAnchors(int left, int leftEnd, int right, int rightEnd) {
        var anchors = anchors(left, leftEnd, right, rightEnd);
        var here = left;
        var there = right;
        for (var anchor : anchors) {
            if (!compare(here, anchor[0], there, anchor[1])) {
                return false;
            }
            here = anchor[0] + 1;
            there = anchor[1] + 1;
        }
        return !anchors.isEmpty() && compare(here, leftEnd, there, rightEnd);
    }

    /// Pairs of indices, of which both grow.
    private List<int[]> anchors(int left, int leftEnd, int right, int rightEnd) {
        var there = once(after, right, rightEnd);
        var pairs = new ArrayList<int[]>();
        once(before, left, leftEnd).entrySet().stream()
                .filter(element -> there.containsKey(element.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .forEach(element -> pairs.add(new int[] {element.getValue(), there.getOrDefault(element.getKey(), 0)}));
        return growing(pairs);
    }

    /// The elements that stand once in a stretch, with their indices.
    private static Map<Integer, Integer> once(List<Integer> elements, int from, int to) {
        var places = new HashMap<Integer, Integer>();
        for (var i = from; i < to; i++) {
            places.merge(elements.get(i), i, (_, _) -> -1);
        }
        places.values().removeIf(place -> place < 0);
        return places;
    }

    /// A longest part of the pairs in which the second index grows too, by piles as in the game of patience.
    private static List<int[]> growing(List<int[]> pairs) {
        var tops = new int[pairs.size()];
        var previous = new int[pairs.size()];
        var piles = 0;
        for (var i = 0; i < pairs.size(); i++) {
            var pile = pile(pairs, tops, piles, pairs.get(i)[1]);
            previous[i] = pile == 0 ? -1 : tops[pile - 1];
            tops[pile] = i;
            piles = Math.max(piles, pile + 1);
        }
        var growing = new int[piles][];
        for (int i = piles == 0 ? -1 : tops[piles - 1], at = piles - 1; i >= 0; i = previous[i], at--) {
            growing[at] = pairs.get(i);
        }
        return Arrays.asList(growing);
    }

    /// The leftmost pile whose top has a larger second index.
    private static int pile(List<int[]> pairs, int[] tops, int piles, int index) {
        var low = 0;
        var high = piles;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (pairs.get(tops[middle])[1] < index) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
