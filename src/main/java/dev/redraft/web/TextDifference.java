package dev.redraft.web;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Two texts side by side, line by line: the lines that differ with some of those around them, and the others
/// folded.
///
/// @param blocks in the order of the text
public record TextDifference(List<Block> blocks) {
    /// A shorter text that fits on a line is seen at a glance.
    private static final int LONG = 80;

    /// Texts whose numbers of lines multiply to more than this are not compared.
    private static final long MOST = 4_000_000;

    /// So many lines that are the same are shown on either side of what differs.
    private static final int AROUND = 3;

    /// So many lines are sent with the page to be unfolded.
    private static final int UNFOLDED = 400;

    /// Lines that follow each other.
    ///
    /// @param folded how many lines are folded, all of them the same on both sides; 0 if they are to be seen
    /// @param rows none where too many are folded
    public record Block(int folded, List<Row> rows) {}

    /// A line on both sides, or on one alone.
    public record Row(@Nullable Line before, @Nullable Line after) {}

    /// A line of one side.
    ///
    /// @param number counted from 1
    /// @param isOther whether the other side does not have it like this
    public record Line(int number, boolean isOther, List<TextPart> parts) {
        static Line same(int number, String text) {
            return new Line(number, false, List.of(TextPart.same(text)));
        }
    }

    /// Null where two values are better shown whole: short ones, and such that are too long to be compared.
    public static @Nullable TextDifference between(String before, String after) {
        var isLong = before.contains("\n") || after.contains("\n") || (before.length() > LONG && after.length() > LONG);
        if (!isLong) {
            return null;
        }
        var left = List.of(before.split("\n", -1));
        var right = List.of(after.split("\n", -1));
        var start = common(left, right);
        var end = common(
                left.subList(start, left.size()).reversed(),
                right.subList(start, right.size()).reversed());
        var differing = left.subList(start, left.size() - end);
        var replacing = right.subList(start, right.size() - end);
        if ((long) differing.size() * replacing.size() > MOST) {
            return null;
        }
        return new TextDifference(blocks(rows(left, right, changes(differing, replacing, start))));
    }

    private static int common(List<String> one, List<String> other) {
        var least = Math.min(one.size(), other.size());
        return IntStream.range(0, least)
                .filter(index -> !one.get(index).equals(other.get(index)))
                .findFirst()
                .orElse(least);
    }

    private static List<Change> changes(List<String> before, List<String> after, int start) {
        return new MyersDiffWithLinearSpace<String>()
                .computeDiff(before, after, null).stream()
                        .map(change -> new Change(
                                change.deltaType,
                                start + change.startOriginal,
                                start + change.endOriginal,
                                start + change.startRevised,
                                start + change.endRevised))
                        .toList();
    }

    /// What was taken out and what was put in at the same place is one change.
    private static List<Change> together(List<Change> changes) {
        var joined = new ArrayList<Change>();
        for (var change : changes) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.endOriginal == change.startOriginal && last.endRevised == change.startRevised) {
                joined.set(
                        joined.size() - 1,
                        new Change(
                                DeltaType.CHANGE,
                                last.startOriginal,
                                change.endOriginal,
                                last.startRevised,
                                change.endRevised));
            } else {
                joined.add(change);
            }
        }
        return joined;
    }

    private static List<Row> rows(List<String> before, List<String> after, List<Change> changes) {
        var rows = new ArrayList<Row>();
        var here = 0;
        var there = 0;
        for (var change : together(changes)) {
            rows.addAll(same(before.subList(here, change.startOriginal), here, there));
            here = change.endOriginal;
            there = change.endRevised;
            rows.addAll(differing(
                    before.subList(change.startOriginal, here),
                    change.startOriginal,
                    after.subList(change.startRevised, there),
                    change.startRevised));
        }
        rows.addAll(same(before.subList(here, before.size()), here, there));
        return rows;
    }

    private static List<Row> same(List<String> lines, int here, int there) {
        return IntStream.range(0, lines.size())
                .mapToObj(index -> new Row(
                        Line.same(here + index + 1, lines.get(index)), Line.same(there + index + 1, lines.get(index))))
                .toList();
    }

    /// Lines in the place of others are compared in their order, word by word.
    private static List<Row> differing(List<String> before, int here, List<String> after, int there) {
        return IntStream.range(0, Math.max(before.size(), after.size()))
                .mapToObj(index -> {
                    var old = index < before.size() ? before.get(index) : null;
                    var young = index < after.size() ? after.get(index) : null;
                    return new Row(line(here + index + 1, old, young), line(there + index + 1, young, old));
                })
                .toList();
    }

    private static @Nullable Line line(int number, @Nullable String text, @Nullable String other) {
        return text == null ? null : new Line(number, true, TextPart.beside(text, other));
    }

    private static List<Block> blocks(List<Row> rows) {
        var blocks = new ArrayList<Block>();
        var from = 0;
        while (from < rows.size()) {
            var to = end(rows, from);
            if (isOther(rows.get(from))) {
                blocks.add(new Block(0, rows.subList(from, to)));
            } else {
                blocks.addAll(folded(rows, from, to));
            }
            from = to;
        }
        return blocks;
    }

    private static int end(List<Row> rows, int from) {
        return IntStream.range(from, rows.size())
                .filter(index -> isOther(rows.get(index)) != isOther(rows.get(from)))
                .findFirst()
                .orElse(rows.size());
    }

    private static boolean isOther(Row row) {
        return row.before() == null || row.before().isOther();
    }

    /// Lines that are the same: those beside a difference stay, and what would be hardly less folded than not.
    private static List<Block> folded(List<Row> rows, int from, int to) {
        var first = from == 0 ? 0 : from + AROUND;
        var last = to == rows.size() ? to : to - AROUND;
        if (last - first <= AROUND) {
            return List.of(new Block(0, rows.subList(from, to)));
        }
        var hidden = last - first > UNFOLDED ? List.<Row>of() : rows.subList(first, last);
        return Stream.of(
                        new Block(0, rows.subList(from, first)),
                        new Block(last - first, hidden),
                        new Block(0, rows.subList(last, to)))
                .filter(block -> block.folded() > 0 || !block.rows().isEmpty())
                .toList();
    }
}
