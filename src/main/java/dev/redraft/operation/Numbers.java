package dev.redraft.operation;

import dev.redraft.document.Json;
import dev.redraft.document.Json.JsonNumber;
import dev.redraft.operation.Operation.Increment;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Exact decimal arithmetic on numbers that are text.
final class Numbers {
    private static final int DIGITS = 40;

    private Numbers() {}

    /// The number an increment leads to. Where it meets the number it was made for, it gives the text it
    /// remembers.
    static Json incremented(Json there, Increment increment) {
        var pointer = increment.path().pointer();
        if (!(there instanceof JsonNumber number)) {
            throw new NotApplicable(pointer, "What stands at " + pointer + " is " + there.kind() + ", not a number.");
        }
        return number.sameValueAs(new JsonNumber(increment.before()))
                ? new JsonNumber(increment.after())
                : new JsonNumber(sum(number, increment.by(), pointer));
    }

    /// The increment as it is made where it meets this number.
    static Increment renewed(Increment increment, @Nullable Json there) {
        return there instanceof JsonNumber(var text) && incremented(there, increment) instanceof JsonNumber(var sum)
                ? new Increment(increment.path(), increment.by(), text, sum)
                : increment;
    }

    /// The text of the sum, in plain notation and of at most 40 digits.
    static String sum(JsonNumber number, BigDecimal by, String pointer) {
        var sum = number.decimal().add(by);
        var text = sum.toPlainString();
        if (isTooLong(text)) {
            throw new NotApplicable(pointer, "The sum at " + pointer + " would have more than " + DIGITS + " digits.");
        }
        return text;
    }

    /// Whether a number in plain notation has more digits than a sum may have.
    static boolean isTooLong(String plain) {
        return plain.chars().filter(Character::isDigit).count() > DIGITS;
    }
}
