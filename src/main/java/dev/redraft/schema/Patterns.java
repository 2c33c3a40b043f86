package dev.redraft.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/// Regular expressions that match in time linear in the text and on a stack that does not grow with it, which those
/// of the JDK do not: `^(a+)+$` takes them years, `(a|b)*` their stack.
final class Patterns implements RegularExpressionFactory {
    static final Patterns INSTANCE = new Patterns();

    private static final int LONGEST = 2_000;
    private static final int LARGEST = 20_000;
    private static final int STEPS_AT_ONCE = 16;

    /// Four hexadecimal digits behind `\`u, which ECMAScript has and the library writes otherwise.
    private static final java.util.regex.Pattern UNICODE =
            java.util.regex.Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u([0-9a-fA-F]{4})");

    private static final java.util.regex.Pattern REPEATED =
            java.util.regex.Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{1,9})?)?}");

    private Patterns() {}

    @Override
    public RegularExpression getRegularExpression(String regex) {
        return matcher(compiled(regex));
    }

    private static RegularExpression matcher(Pattern pattern) {
        return text -> {
            if (Work.CURRENT.isBound()) {
                Work.CURRENT.get().spend(1 + (long) pattern.programSize() * text.length() / STEPS_AT_ONCE);
            }
            return pattern.matcher(text).find();
        };
    }

    static RegularExpression of(String regex) {
        return INSTANCE.getRegularExpression(regex);
    }

    /// Why the pattern is none we take, as a sentence; null if it is one.
    static @Nullable String complaint(String regex) {
        try {
            compiled(regex);
            return null;
        } catch (PatternSyntaxException refused) {
            return "The pattern " + Nodes.quoted(regex) + " cannot be used: " + refused.getDescription()
                    + ". Lookaheads, lookbehinds and backreferences are not taken, since they cannot be bounded in"
                    + " time.";
        }
    }

    private static Pattern compiled(String regex) {
        if (regex.length() > LONGEST || size(regex) > LARGEST) {
            throw new PatternSyntaxException("it is too large", regex);
        }
        if (regex.contains("\\Q")) {
            throw new PatternSyntaxException("it quotes by \\Q", regex);
        }
        return Pattern.compile(UNICODE.matcher(regex).replaceAll("$1\\\\x{$2}"));
    }

    /// About how many states the pattern has: repetitions within repetitions multiply.
    private static long size(String regex) {
        Deque<Long> groups = new ArrayDeque<>();
        var size = 0L;
        var last = 0L;
        var repeated = REPEATED.matcher(regex);
        for (var at = 0; at < regex.length(); at++) {
            var c = regex.charAt(at);
            if (c == '[') {
                at = endOfClass(regex, at);
                last = 1;
                size++;
            } else if (c == '(') {
                groups.push(size);
                size = 0;
                last = 0;
            } else if (c == ')' && !groups.isEmpty()) {
                last = size + 1;
                size = groups.pop() + last;
            } else if (c == '{' && repeated.region(at, regex.length()).lookingAt()) {
                size += last * (times(repeated) - 1);
                last *= times(repeated);
            } else {
                at += c == '\\' ? 1 : 0;
                last = 1;
                size++;
            }
            if (size > LARGEST) {
                return size;
            }
        }
        return size;
    }

    /// Where a class of characters ends, in which brackets are characters like others.
    private static int endOfClass(String regex, int start) {
        var at = start + (regex.startsWith("[^", start) ? 2 : 1);
        at += regex.startsWith("]", at) ? 1 : 0;
        while (at < regex.length() && regex.charAt(at) != ']') {
            var named = regex.startsWith("[:", at) ? regex.indexOf(":]", at) : -1;
            at = named > 0 ? named + 2 : at + (regex.charAt(at) == '\\' ? 2 : 1);
        }
        return at;
    }

    private static long times(MatchResult repeated) {
        var most = repeated.group(2) == null ? repeated.group(1) : repeated.group(2);
        return Math.max(1, Long.parseLong(most));
    }
}
