package dev.redraft.document;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/// How a string is written in YAML, so that readers of YAML 1.1 and of 1.2 both take it as that string.
final class YamlStyle {
    /// Null, booleans, the merge key and the default key of either version, compared in lower case.
    private static final Set<String> WORDS =
            Set.of("null", "~", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "=");

    /// Whatever starts like a number and holds only what numbers, times, versions and addresses hold; and infinities.
    private static final Pattern LIKE_NUMBER =
            Pattern.compile("[-+]?\\.?[0-9][0-9a-fA-FxXoO_.,:+-]*|[-+.]+|[-+]?\\.(inf|nan)", Pattern.CASE_INSENSITIVE);

    private static final Pattern LIKE_DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");

    /// Shows as itself, and no reader takes it for a line end or for anything but text.
    private static final Pattern ORDINARY = Pattern.compile(
            "[\\n -~\\xa1-\\ud7ff\\ue000-\\ufdcf\\ufdf0-\\ufffd\\x{10000}-\\x{10ffff}&&[^\\p{Cf}\\p{Zl}\\p{Zp}]]*");

    private static final Pattern INDICATOR_AT_START = Pattern.compile("[-?:,\\[\\]{}#&*!|>'\"%@`\\\\].*|\\.\\.\\..*");

    private YamlStyle() {}

    static ScalarStyle of(String text) {
        if (!ORDINARY.matcher(text).matches()) {
            return ScalarStyle.DOUBLE_QUOTED;
        }
        if (text.indexOf('\n') >= 0) {
            return isBlock(text) ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED;
        }
        if (isPlain(text)) {
            return ScalarStyle.PLAIN;
        }
        return text.indexOf('"') >= 0 || text.indexOf('\\') >= 0
                ? ScalarStyle.SINGLE_QUOTED
                : ScalarStyle.DOUBLE_QUOTED;
    }

    /// No space before a line end, which editors remove; no space or line end at the start, which would need a hint.
    private static boolean isBlock(String text) {
        return !text.startsWith(" ")
                && !text.startsWith("\n")
                && !text.endsWith(" ")
                && !text.endsWith("\n\n")
                && !text.contains(" \n");
    }

    private static boolean isPlain(String text) {
        return !text.isBlank()
                && !text.startsWith(" ")
                && !text.endsWith(" ")
                && !text.endsWith(":")
                && !text.contains(": ")
                && !text.contains(" #")
                && !INDICATOR_AT_START.matcher(text).matches()
                && !isSomethingElse(text);
    }

    private static boolean isSomethingElse(String text) {
        return WORDS.contains(text.toLowerCase(Locale.ROOT))
                || LIKE_NUMBER.matcher(text).matches()
                || LIKE_DATE.matcher(text).matches();
    }
}
