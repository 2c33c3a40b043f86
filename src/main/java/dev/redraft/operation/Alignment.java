package dev.redraft.operation;

import com.github.difflib.algorithm.Change;
import dev.redraft.document.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which elements of two arrays belong together: a shortest edit script after Myers, "An O(ND) Difference
/// Algorithm and Its Variations" (1986), in its linear-space form. Within a stretch that differs, elements are
/// paired in their order.
///
/// @param before the index in the first array; -1 for an element that is new
/// @param after the index in the second array; -1 for an element that is gone
record Alignment(int before, int after) {
    /// The elements that differ, in order; the others are the same. Null if the arrays are too large and too
    /// unlike.
    static @Nullable List<Alignment> differing(List<Json> before, List<Json> after) {
        var start = commonStart(before, after);
        var end = commonEnd(before, after, start);
        var left = before.subList(start, before.size() - end);
        var right = after.subList(start, after.size() - end);
        var changes = EditScript.between(left, right);
        return changes == null ? null : paired(changes, start);
    }

    /// The same, where those elements belong together that have the same value in one member. Arrays whose
    /// elements are not all told apart by it are aligned by their elements as they are.
    static @Nullable List<Alignment> differing(List<Json> before, List<Json> after, String member) {
        var left = identities(before, member);
        var right = identities(after, member);
        var changes = left == null || right == null ? null : EditScript.between(left, right);
        return changes == null ? differing(before, after) : told(changes, before.size());
    }

    private static List<Alignment> told(List<Change> changes, int size) {
        var aligned = new ArrayList<Alignment>();
        var old = 0;
        var young = 0;
        for (var change : changes) {
            while (old < change.startOriginal) {
                aligned.add(new Alignment(old++, young++));
            }
            while (old < change.endOriginal) {
                aligned.add(new Alignment(old++, -1));
            }
            while (young < change.endRevised) {
                aligned.add(new Alignment(-1, young++));
            }
        }
        while (old < size) {
            aligned.add(new Alignment(old++, young++));
        }
        return aligned;
    }

    private static @Nullable List<Json> identities(List<Json> elements, String member) {
        var identities = new LinkedHashSet<Json>();
        for (var element : elements) {
            if (!(Tree.child(element, new Step.Key(member)) instanceof Json identity) || !identities.add(identity)) {
                return null;
            }
        }
        return List.copyOf(identities);
    }

    /// The algorithm tells a replacement as a deletion and an insertion that touch: together they are one
    /// stretch.
    private static List<Alignment> paired(List<Change> changes, int offset) {
        var aligned = new ArrayList<Alignment>();
        for (var i = 0; i < changes.size(); i++) {
            var first = changes.get(i);
            var last = first;
            while (i + 1 < changes.size() && touches(last, changes.get(i + 1))) {
                last = changes.get(++i);
            }
            pair(
                    offset + first.startOriginal,
                    offset + last.endOriginal,
                    offset + first.startRevised,
                    offset + last.endRevised,
                    aligned);
        }
        return aligned;
    }

    private static boolean touches(Change one, Change next) {
        return one.endOriginal == next.startOriginal && one.endRevised == next.startRevised;
    }

    private static void pair(int gone, int goneEnd, int come, int comeEnd, List<Alignment> aligned) {
        for (var i = 0; i < Math.max(goneEnd - gone, comeEnd - come); i++) {
            aligned.add(new Alignment(gone + i < goneEnd ? gone + i : -1, come + i < comeEnd ? come + i : -1));
        }
    }

    private static int commonStart(List<Json> before, List<Json> after) {
        var most = Math.min(before.size(), after.size());
        var common = 0;
        while (common < most && before.get(common).equals(after.get(common))) {
            common++;
        }
        return common;
    }

    private static int commonEnd(List<Json> before, List<Json> after, int start) {
        var most = Math.min(before.size(), after.size()) - start;
        var common = 0;
        while (common < most && before.get(before.size() - 1 - common).equals(after.get(after.size() - 1 - common))) {
            common++;
        }
        return common;
    }
}
