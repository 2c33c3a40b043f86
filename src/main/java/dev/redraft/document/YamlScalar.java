package dev.redraft.document;

import dev.redraft.document.Json.JsonBoolean;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.document.Json.JsonString;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a scalar of YAML 1.2's core schema stands for.
///
/// A number that JSON could write keeps its text; one that only YAML can write (`+1`, `.5`, `0x1F`) becomes the JSON
/// number of the same value. An integer with a leading zero stays a string: `0644` is 420 to a YAML 1.1 reader and
/// 644 to a YAML 1.2 reader, and most often a file mode, a postcode or an identifier.
final class YamlScalar {
    /// What the tags of the standard start with; documents write it as `!!`.
    static final String TAG = "tag:yaml.org,2002:";

    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0[0-9]+");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern FLOAT = Pattern.compile(
            "(?<sign>[-+]?)(?=[0-9.])0*(?<whole>[0-9]*)(?<point>\\.?)(?<part>[0-9]*)(?<rest>([eE].*)?)");
    private static final Pattern CORE_FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private final Rules rules;

    YamlScalar(Rules rules) {
        this.rules = rules;
    }

    /// What a plain scalar without a tag is.
    Json plain(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> Json.NULL;
            case "true", "True", "TRUE" -> new JsonBoolean(true);
            case "false", "False", "FALSE" -> new JsonBoolean(false);
            default -> numberOrString(text);
        };
    }

    private Json numberOrString(String text) {
        if ("+-.0123456789".indexOf(text.charAt(0)) < 0
                || LEADING_ZERO.matcher(text).matches()) {
            return string(text);
        }
        var number = number(text);
        return number == null ? string(text) : number;
    }

    /// What a scalar is that carries this tag.
    Json tagged(String tag, String text) {
        var value = switch (shorthand(tag)) {
            case "!!str" -> string(text);
            case "!!int" -> isInteger(text) ? number(text) : null;
            case "!!float" -> CORE_FLOAT.matcher(text).matches() || isNotFinite(text) ? number(text) : null;
            case "!!bool" -> plain(text) instanceof JsonBoolean truth ? truth : null;
            case "!!null" -> plain(text).equals(Json.NULL) ? Json.NULL : null;
            default -> throw misplaced(tag);
        };
        if (value == null) {
            throw rules.syntax(
                    "%s is no %s. Correct it, or remove the tag.".formatted(Excerpt.of(text), shorthand(tag)));
        }
        return value;
    }

    Unreadable misplaced(String tag) {
        return rules.syntax("The tag %s has no meaning here. Remove it.".formatted(Excerpt.of(shorthand(tag))));
    }

    private static String shorthand(String tag) {
        return tag.startsWith(TAG) ? "!!" + tag.substring(TAG.length()) : tag;
    }

    Json string(String text) {
        rules.text(text);
        return new JsonString(text);
    }

    private static boolean isInteger(String text) {
        return !LEADING_ZERO.matcher(text).matches()
                && (INTEGER.matcher(text).matches()
                        || HEXADECIMAL.matcher(text).matches()
                        || OCTAL.matcher(text).matches());
    }

    private static boolean isNotFinite(String text) {
        return NOT_FINITE.matcher(text).matches();
    }

    private @Nullable Json number(String text) {
        if (isNotFinite(text)) {
            throw rules.invalid("JSON has no number %s. Write it as a string in quotes.".formatted(text));
        }
        var number = numberText(text);
        if (number == null) {
            return null;
        }
        rules.number(number);
        return new JsonNumber(number);
    }

    private @Nullable String numberText(String text) {
        if (JSON_NUMBER.matcher(text).matches()) {
            return text;
        }
        if (HEXADECIMAL.matcher(text).matches()) {
            return decimal(text.substring(2), 16);
        }
        if (OCTAL.matcher(text).matches()) {
            return decimal(text.substring(2), 8);
        }
        return CORE_FLOAT.matcher(text).matches() ? asJson(text) : null;
    }

    private String decimal(String digits, int radix) {
        rules.digits(digits);
        return new BigInteger(digits, radix).toString();
    }

    /// Drops the plus and zeros in front, and puts a digit on both sides of the point.
    private static String asJson(String text) {
        var parts = FLOAT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(text);
        }
        return (parts.group("sign").equals("-") ? "-" : "")
                + orZero(parts.group("whole"))
                + (parts.group("point").isEmpty() ? "" : "." + orZero(parts.group("part")))
                + parts.group("rest");
    }

    private static String orZero(String digits) {
        return digits.isEmpty() ? "0" : digits;
    }
}
