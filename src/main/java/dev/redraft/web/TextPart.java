package dev.redraft.web;

import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A part of a line, which may be one that the line beside it does not have.
///
/// @param text as it is
public record TextPart(String text, boolean isOther) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}_]+|\\s+|.", Pattern.DOTALL);

    /// Lines whose numbers of words multiply to more than this are not compared word by word.
    private static final long MOST = 1_000_000;

    static TextPart same(String text) {
        return new TextPart(text, false);
    }

    /// The parts of a line beside another one; null if there is none, or none that it could be compared with.
    static List<TextPart> beside(String line, @Nullable String other) {
        var words = words(line);
        var others = other == null ? List.<String>of() : words(other);
        var isComparable = !others.isEmpty() && (long) words.size() * others.size() <= MOST;
        var parts = isComparable ? compared(words, others) : List.of(new TextPart(line, true));
        // Where hardly a word stayed, what stayed tells nothing.
        return isMostlyOther(parts) ? List.of(new TextPart(line, true)) : parts;
    }

    private static List<String> words(String line) {
        return WORD.matcher(line).results().map(MatchResult::group).toList();
    }

    private static List<TextPart> compared(List<String> words, List<String> others) {
        var parts = new ArrayList<TextPart>();
        var from = 0;
        for (var change : new MyersDiffWithLinearSpace<String>().computeDiff(words, others, null)) {
            add(parts, words.subList(from, change.startOriginal), false);
            add(parts, words.subList(change.startOriginal, change.endOriginal), true);
            from = change.endOriginal;
        }
        add(parts, words.subList(from, words.size()), false);
        return parts;
    }

    private static void add(List<TextPart> parts, List<String> words, boolean isOther) {
        if (!words.isEmpty()) {
            parts.add(new TextPart(String.join("", words), isOther));
        }
    }

    private static boolean isMostlyOther(List<TextPart> parts) {
        var same = parts.stream()
                .filter(part -> !part.isOther)
                .mapToInt(part -> part.text.strip().length())
                .sum();
        var all = parts.stream().mapToInt(part -> part.text.strip().length()).sum();
        return same * 4 < all;
    }
}
